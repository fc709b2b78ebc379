// The two chapters of the tour, told apart by what they are about: a seat that comes free, and a month that is planned.
// Each knows its words, its steps and what has happened of them, whom its sentences name, and whether it can play.

import { playable as seatsPlayable } from "./cast.js";
import { actors, MonthWitness } from "./month_witness.js";
import { playable as monthPlayable, turn as monthTurn } from "./month_steps.js";
import { everybody, named } from "./names.js";
import { turn as seatsTurn } from "./steps.js";
import { Witness } from "./witness.js";

const NOTHING = { say: null, places: [] };
const ARRIVES = 5; // the offer, which comes by itself: there is only something to read

export function seats(desk, changed) {
  const witness = new Witness(desk, changed);
  return {
    name: "seats",
    witness,
    told: 8, // the steps of the story itself
    arrives: ARRIVES,
    words: (rest) => `tour.${rest}`,
    turned: (n) => {
      const { cast, memory } = witness;
      return cast ? seatsTurn(n, { ...cast, guests: everybody(desk, cast) }, desk.state.now, memory) : NOTHING;
    },
    names: (n) => named(desk, witness.cast, n, witness.done(n), witness.memory),
    playable: (state) => Boolean(witness.cast) && seatsPlayable(state, witness.cast),
  };
}

export function month(desk, changed) {
  const witness = new MonthWitness(desk, changed);
  return {
    name: "month",
    witness,
    told: 10,
    arrives: null,
    words: (rest) => `month.${rest}`,
    turned: (n) => (witness.cast ? monthTurn(n, witness.cast, desk.state.now, witness.memory) : NOTHING),
    names: () => whom(desk),
    playable: (state) => Boolean(witness.cast) && monthPlayable(state),
  };
}

function whom(desk) {
  const { phones, second, month: about } = desk.state.now ?? {};
  const cast = phones?.length ? actors(phones, second) : null;
  const [guest, guest2, guest3] = (cast?.guests ?? []).map((id) => desk.person(id));
  const day = about && new Date(`${about.month}-15T12:00:00Z`);
  return {
    guest: guest ?? "…",
    guest2: guest2 ?? "…",
    guest3: guest3 ?? "…",
    admin: cast?.desk ? desk.person(cast.desk.person) : "…",
    second: second ? desk.person(second) : "…",
    month: day ? desk.time(day, { month: "long", year: "numeric" }) : "…",
  };
}
