// Sees which steps of the tour have happened, in whatever order and by whatever hand. What it needs to remember is kept
// for as long as the browser's tab, so that a reload forgets nothing; another world begins anew.

import { cast, fresh, seated } from "./cast.js";

const KEPT = "stage.tour";

export class Witness {
  constructor(desk, changed) {
    this.desk = desk;
    this.changed = changed;
    this.memory = blank(null);
    const world = desk.app.world;
    world.on("message", (happening) => this.wrote(happening.data));
    desk.state.on((state) => this.sees(state));
  }

  done(step) {
    return Boolean(this.memory.done[step]);
  }

  tick(step) {
    if (this.done(step)) return;
    this.memory.done[step] = true;
    this.keep();
    this.changed(step);
  }

  // The story was under way, or over, before this tour began.
  get late() {
    return Boolean(this.memory.late);
  }

  keep() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(this.memory));
    } catch {
      // Without storage a reload begins the tour again, which harms nobody.
    }
  }

  sees(state) {
    if (this.memory.world !== state.world) this.memory = recalled(state.world) ?? blank(state.world);
    if (!state.ready) return;
    this.cast = cast(state, this.memory);
    if (this.cast.full) this.memory.late ??= !fresh(state, this.cast);
    if (this.cast.full) this.seesFull(this.cast.full, Date.parse(state.now));
    if (this.cast.hand) this.seesHand(this.cast.hand);
    if (state.bot.state === "stopped") this.memory.crashed = true;
    if (state.bot.state === "running" && this.memory.crashed) this.tick(9);
    if (state.crowd?.state === "done") this.tick(10);
    this.keep();
  }

  seesFull(event, now) {
    const { memory } = this;
    if (event.line.length > 0) this.tick(2);
    if (event.line.length > 1) this.tick(3);
    if (memory.seated.some((person) => !seated(event, person))) this.tick(4);
    if (event.offers.some((offer) => offer.delivered)) this.tick(5);
    for (const [person, until] of Object.entries(memory.offered)) {
      if (seated(event, Number(person))) this.taken(Number(person));
      else if (now >= Date.parse(until) && !open(event, Number(person), until)) this.lapsed(Number(person));
    }
    memory.seated = event.bookings.map((booking) => booking.person).filter((person) => person && seated(event, person));
    memory.offered = Object.fromEntries(
      event.offers.filter((offer) => offer.person).map((offer) => [offer.person, offer.expires_at]),
    );
  }

  // An offer that is taken cannot run out any more: whoever waits to see that has to hear of it.
  taken(person) {
    this.memory.taken = person;
    this.tick(6);
    this.tick(7);
  }

  lapsed(person) {
    this.memory.lapsed ??= person;
    this.tick(6);
  }

  seesHand(event) {
    const placed = this.memory.waiting.some((person) => seated(event, person));
    if (placed) this.tick(8);
    this.memory.waiting = event.line.filter((entry) => entry.person).map((entry) => entry.person);
  }

  wrote(message) {
    if (this.cast && message.text === `/start e-${this.memory.full}`) this.tick(1);
  }
}

// Is this very offer still open?
function open(event, person, until) {
  return event.offers.some((offer) => offer.person === person && offer.expires_at === until);
}

function blank(world) {
  return { world, done: {}, seated: [], offered: {}, waiting: [], crashed: false, late: null, taken: null, lapsed: null };
}

function recalled(world) {
  try {
    const memory = JSON.parse(sessionStorage.getItem(KEPT));
    return memory?.world === world ? memory : null;
  } catch {
    return null;
  }
}
