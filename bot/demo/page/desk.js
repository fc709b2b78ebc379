// What every panel works with: words, the state, the doors, and a beat each second.

import { el, text } from "./dom.js";

const SAID_FOR = 8000;

export class Desk {
  constructor(app, state) {
    this.app = app;
    this.state = state;
    this.words = app.words;
    this.said = el("p", { class: "said", role: "status" });
    this.beats = [];
    // What a button began and nobody waited for.
    app.world.on("failed", ({ data }) => this.say(this.t(`failed.${data.what}`, { error: data.error })));
    setInterval(() => this.beat(), 1000);
  }

  t(key, values) {
    return this.words.t(`stage.${key}`, values);
  }

  // A sentence with a number.
  count(key, n, values = {}) {
    return this.t(key, { n, ...values });
  }

  // The words of a name that may be new to this page; then it is shown as it is.
  known(kind, name) {
    const key = `stage.${kind}.${name}`;
    const words = this.words.t(key);
    return words === key ? name : words;
  }

  get language() {
    return this.words.language;
  }

  // The sandbox's time. It only goes forward, so of the page's and the state's knowledge the later one is the newer.
  now() {
    const known = this.state.now;
    const page = this.app.world.now();
    if (!known || known.world !== this.app.world.id) return page;
    return new Date(Math.max(page.getTime(), Date.now() + this.state.skew));
  }

  icon(name) {
    return this.app.icons.icon(name, 18);
  }

  // Times are shown in the studio's zone, as the bot writes them.
  time(moment, options) {
    const timeZone = this.state.now?.events?.[0]?.timezone;
    return this.words.time(new Date(moment), timeZone ? { timeZone, ...options } : options);
  }

  name(names) {
    return names[this.language] ?? names.en ?? Object.values(names)[0] ?? "";
  }

  // The first name that is on the person's phone.
  person(id) {
    return this.app.world.people.get(id)?.first_name ?? this.t("somebody");
  }

  // Fixed words: written now, and again in another language.
  label(fn) {
    fn();
    this.words.onchange(fn);
  }

  onbeat(fn) {
    this.beats.push(fn);
  }

  beat() {
    if (!document.hidden) for (const fn of this.beats) fn(this.now());
  }

  // One sentence for everybody, gone after a while.
  say(sentence) {
    text(this.said, sentence);
    clearTimeout(this.hush);
    this.hush = setTimeout(() => text(this.said, ""), SAID_FOR);
  }

  async order(name, body = {}) {
    return this.carefully(() => this.app.net.post(`/stage/do/${name}`, body));
  }

  async carefully(act) {
    try {
      return await act();
    } catch (refused) {
      this.say(this.reason(refused));
      return null;
    }
  }

  // In the reader's language where it has a name, else in the server's own words.
  reason(refused) {
    if (refused.code) return this.t(`refused.${refused.code}`);
    return refused instanceof this.app.net.OrderFailed ? refused.message : this.words.t("line.down");
  }
}

// A button that cannot be pressed twice while its first press is under way.
export function button(attributes, act) {
  const node = el("button", { type: "button", ...attributes });
  node.addEventListener("click", async () => {
    if (node.getAttribute("aria-busy") === "true") return;
    node.setAttribute("aria-busy", "true");
    try {
      await act(node);
    } finally {
      node.removeAttribute("aria-busy");
    }
  });
  return node;
}

// A part of the stage with its heading.
export function card(name, ...children) {
  const heading = el("h2", { id: `${name}-heading` });
  const node = el(
    "section",
    { class: `card ${name}`, id: `stage-${name}`, "aria-labelledby": heading.id },
    heading,
    ...children,
  );
  return { node, heading };
}
