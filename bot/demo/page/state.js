// What the server knows of the stage, fetched again whenever something has changed, but never more than four times a second.

const PAUSE = 250;
const RETRY = 1000;
const NOTHING = {
  events: [],
  jobs: [],
  faults: [],
  phones: [],
  played: [],
  month: null,
  letters: { counts: {}, last: [] },
  bot: { state: "stopped" },
};

export class State {
  constructor(app) {
    this.now = null;
    this.app = app;
    this.listeners = [];
    this.asked = false;
    this.busy = false;
    this.leaving = false; // this world is about to go: nothing is asked until the next one is there
    for (const kind of ["stage", "clock", "connected", "reloaded"]) app.world.on(kind, () => this.refresh());
    app.world.on("reset", () => this.leave());
    this.refresh();
  }

  // `fn(state, before)` hears every new state; at once when there is one already.
  on(fn) {
    this.listeners.push(fn);
    if (this.now) fn(this.now, this.now);
  }

  // Tell everybody again what they know: the language has changed.
  again() {
    if (this.now) for (const fn of this.listeners) fn(this.now, this.now);
  }

  async leave() {
    this.leaving = true;
    await this.app.world.leave();
    this.leaving = false;
    this.refresh();
  }

  // One request at a time, so the answer that is taken last is also the newest.
  async refresh() {
    this.asked = true;
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.asked && !this.leaving) {
        this.asked = false;
        await this.fetch();
        await new Promise((done) => setTimeout(done, PAUSE));
      }
    } finally {
      this.busy = false;
    }
  }

  // The page itself says when the server cannot be reached; a mistake in a panel is no reason to try again.
  async fetch() {
    const state = await this.app.net.get("/stage/state").catch(() => null);
    if (state) this.take({ ...NOTHING, ...state });
    else if (this.app.world.connected) setTimeout(() => this.refresh(), RETRY); // else the line tells when it is back
  }

  take(state) {
    const before = this.now?.world === state.world ? this.now : state;
    this.now = state;
    this.skew = Date.parse(state.now) - Date.now();
    for (const fn of this.listeners) fn(state, before);
    if (!state.ready) setTimeout(() => this.refresh(), RETRY);
  }
}
