// Sees which steps of the first chapter have happened: what became of the full class, and of the one handled by hand.

import { cast, fresh, seated } from "./cast.js";
import { Remembered } from "./remembered.js";

const blank = () => ({ seated: [], offered: {}, waiting: [], crashed: false, taken: null, lapsed: null });

export class Witness extends Remembered {
  constructor(desk, changed) {
    super(desk, "stage.tour", blank, changed);
    desk.app.world.on("message", (happening) => this.wrote(happening.data));
  }

  sees(state) {
    this.cast = cast(state, this.memory);
    if (this.cast.full) this.memory.late ??= !fresh(state, this.cast);
    if (this.cast.full) this.seesFull(this.cast.full, Date.parse(state.now));
    if (this.cast.hand) this.seesHand(this.cast.hand);
    if (state.bot.state === "stopped") this.memory.crashed = true;
    if (state.bot.state === "running" && this.memory.crashed) this.tick(9);
    if (state.crowd?.state === "done") this.tick(10);
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
