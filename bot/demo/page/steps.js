// The ten steps: for each, the next thing to do wherever the story stands, the best place first. A place is a button on
// a phone (`person`, `verb`; `whole`: the message that it is under), a link for a phone (`share`), or something on the
// page (`css`).

import { asked, seated, waits } from "./cast.js";

export const STEPS = 10;

export function places(step, cast, state) {
  if (step === 10) return [{ css: 'button[data-order="crowd"]' }];
  if (step === 9 || state.bot.state !== "running") return bot(state); // without it nothing else goes on
  const event = step === 8 ? cast.hand : cast.full;
  return event ? NEXT[step](event, cast) : [];
}

const NEXT = {
  1: (full, { guests }) => [link(guests[1], full)],
  2: (full, { guests }) => waiting(full, guests, 1),
  3: (full, { guests }) => waiting(full, guests, 2),
  4: freeing,
  5: (full, cast) => answer(full, true) ?? freeing(full, cast),
  6: expiry,
  7: (full, cast) => answer(full, false) ?? freeing(full, cast),
  8: byHand,
};

const link = (person, event) => ({ share: person, code: event.code });
const tap = (person, event, ...verbs) => verbs.map((verb) => ({ person, verb, event: event.id }));
const on = (event, css) => ({ css: `.event[data-code="${event.code}"] ${css}` });
const doing = (person, event, ...verbs) => [...tap(person, event, ...verbs), link(person, event)];

// Somebody of these phones joins, until so many wait; a seat that anybody may book has to be gone before.
function waiting(event, guests, wanted) {
  if (event.line.length >= wanted) return [on(event, `.line li:nth-child(${wanted})`)];
  const idle = guests.filter((guest) => !seated(event, guest) && !waits(event, guest));
  if (!idle.length) return [{ css: "#add-phone" }];
  if (event.public > 0) return doing(idle[0], event, "book");
  return doing(idle.find((guest) => guest !== guests[0]) ?? idle[0], event, "join-confirm", "join");
}

// A seat comes free while somebody waits for it.
function freeing(event, { guests }) {
  if (!event.line.length || event.public > 0) return waiting(event, guests, event.line.length + 1);
  const leaves = guests.find((guest) => seated(event, guest));
  if (leaves) return doing(leaves, event, "cancel-confirm", "cancel");
  return answer(event, false) ?? [];
}

// The open offer on its phone; null without one.
function answer(event, whole) {
  const offer = asked(event);
  return offer && tap(offer.person, event, "accept").map((place) => ({ ...place, whole }));
}

// An open offer runs out by the clock; somebody else has to wait, or its seat would move on to nobody.
function expiry(event, cast) {
  const offer = asked(event);
  if (!offer) return freeing(event, cast);
  const idle = cast.guests.some((guest) => !seated(event, guest) && !waits(event, guest) && guest !== offer.person);
  if (idle && !event.line.some((entry) => entry.person !== offer.person)) return waiting(event, cast.guests, Infinity);
  return [on(event, `.offers li[data-person="${offer.person}"] button[data-push="offer"]`)];
}

function byHand(event, cast) {
  if (!event.line.length || !event.free) return freeing(event, cast);
  const { desk } = cast;
  return desk ? tap(desk.person, event, "a-freed-promote").map((place) => ({ ...place, chat: desk.chat })) : [];
}

function bot(state) {
  const next = { running: 'button[data-order="crash"]', stopped: 'button[data-order="start"]' };
  return [{ css: next[state.bot.state] ?? "#bot" }];
}
