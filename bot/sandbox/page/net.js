// Speaks to the sandbox: orders go out, happenings come in.

// `code` names the reason, where the server gives it a name, for whoever says it in another language.
export class OrderFailed extends Error {
  constructor(sentence, code) {
    super(sentence);
    this.code = code;
  }
}

// Carry out one order; the answer's JSON. Throws OrderFailed with the sandbox's own reason.
export function order(name, body = {}) {
  return post(`/sandbox/do/${name}`, body);
}

export async function post(path, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return answered(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

export async function get(path) {
  return answered(await fetch(path));
}

async function answered(response) {
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new OrderFailed(answer.error || response.statusText, answer.code);
  return answer;
}

// Every happening after `since`, in order. It does not connect again by itself: browsers differ in when they give up.
// `heard(kind, serial, json)` gets the JSON unread: most happenings concern nobody on this page.
export class Stream {
  constructor(path, since, kinds, { heard, opened, failed }) {
    this.heard = heard;
    this.kinds = new Set();
    this.source = new EventSource(`${path}?since=${since}`);
    this.source.onopen = opened;
    this.source.onerror = () => {
      this.close();
      failed();
    };
    for (const kind of kinds) this.hear(kind);
  }

  hear(kind) {
    if (this.kinds.has(kind)) return;
    this.kinds.add(kind);
    this.source.addEventListener(kind, (event) => this.heard(kind, Number(event.lastEventId), event.data));
  }

  close() {
    this.source.close();
  }
}
