// The ten steps: for each, the next thing to do wherever the story stands. A turn says which sentence tells of it (`say`;
// null: the step's own), who does it in which event, and where, the best place first. A place is a button on a phone
// (`person`, `verb`; `whole`: the message that it is under), a link for a phone (`share`), or something on the page (`css`).

import { asked, seated, waits } from "./cast.js";

export const STEPS = 10;
const BY_HAND = 8;
const SHUT = ["closed", "started"];

// Null where the story has gone so far another way that this step cannot be played any more.
export function turn(step, cast, state, memory) {
  if (step === 9) return own(bot(state));
  if (state.bot.state !== "running") return { say: state.bot.state === "stopped" ? "start" : "wait", places: bot(state) };
  if (step === 10) return own([{ css: 'button[data-order="crowd"]' }]);
  const event = step === BY_HAND ? cast.hand : cast.full;
  if (!event) return state.events.length ? null : own([]); // a state without any events is one that could not be read
  if (gone(step, event)) return null;
  const next = NEXT[step](event, cast, memory);
  return next && OWN[step](next, event, cast.guests) ? { ...next, say: null } : next;
}

const own = (places) => ({ say: null, places });

// What has been closed, or is filled another way by now, tells its step no longer.
function gone(step, event) {
  if (SHUT.includes(event.halted)) return true;
  if (step === BY_HAND) return event.frozen || event.mode !== "manual";
  return step > 3 && (Boolean(event.halted) || event.mode !== "offer");
}

const NEXT = {
  1: (full, { guests }) => (full.public > 0 ? waiting(full, guests, 1) : opening(full, guests)),
  2: (full, { guests }) => waiting(full, guests, 1),
  3: (full, { guests }) => waiting(full, guests, 2),
  4: freeing,
  5: (full, cast) => answer(full, true) ?? freeing(full, cast),
  6: expiry,
  7: (full, cast) => answer(full, false) ?? freeing(full, cast),
  8: byHand,
};

// Whether it is what the step's own words say.
const OWN = {
  1: ({ say, who }, _, guests) => say === "open" && who === guests[1],
  2: ({ say, who }, _, guests) => say === "join" && who === guests[1],
  3: ({ say, who }, full, guests) => say === "join" && who === guests[2] && queue(full).length === 1,
  4: ({ say, who }, full, guests) => say === "cancel" && who === guests[0] && queue(full)[0]?.person === guests[1],
  5: ({ say }) => say === "accept",
  6: ({ say }) => say === "expire",
  7: ({ say }) => say === "accept",
  8: ({ say, who }, _, guests) => say === "promote" || (say === "cancel" && who === guests[0]),
};

const link = (person, event) => ({ share: person, code: event.code });
const tap = (person, event, ...verbs) => verbs.map((verb) => ({ person, verb, event: event.id }));
const does = (say, who, event, ...verbs) => ({ say, who, event, places: [...tap(who, event, ...verbs), link(who, event)] });
const queue = (event) => event.line.filter((entry) => entry.status !== "paused");

function opening(event, guests) {
  const who = [guests[1], ...guests].find((guest) => !seated(event, guest)) ?? guests[1];
  return { say: "open", who, event, places: [link(who, event)] };
}

// Somebody of these phones joins, until so many wait; a seat that anybody may book has to be gone before.
function waiting(event, guests, wanted) {
  if (queue(event).length >= wanted) return own([]);
  const idle = guests.filter((guest) => !seated(event, guest) && !waits(event, guest));
  if (!idle.length) return { say: "add", event, places: [{ css: "#add-phone" }] };
  if (event.public > 0) return does("book", idle[0], event, "book");
  return does("join", idle.find((guest) => guest !== guests[0]) ?? idle[0], event, "join-confirm", "join");
}

// A seat comes free while somebody waits for it.
function freeing(event, { guests }) {
  const line = queue(event).length;
  if (!line || event.public > 0) return waiting(event, guests, line + 1);
  const leaves = guests.find((guest) => seated(event, guest));
  return leaves ? does("cancel", leaves, event, "cancel-confirm", "cancel") : answer(event, false);
}

// The open offer on its phone; null without one.
function answer(event, whole) {
  const offer = asked(event);
  if (!offer) return null;
  const places = tap(offer.person, event, "accept").map((place) => ({ ...place, whole }));
  return { say: "accept", who: offer.person, event, places };
}

// An open offer runs out by the clock; somebody else has to wait, or its seat would move on to nobody.
function expiry(event, cast, { taken, lapsed }) {
  const offer = asked(event);
  if (!offer) return taken && !lapsed ? { say: "taken", who: taken, event, places: [] } : freeing(event, cast);
  const idle = cast.guests.some((guest) => !seated(event, guest) && !waits(event, guest) && guest !== offer.person);
  if (idle && !queue(event).some((entry) => entry.person !== offer.person)) return waiting(event, cast.guests, Infinity);
  const chip = `.event[data-code="${event.code}"] .offers li[data-person="${offer.person}"] button[data-push="offer"]`;
  return { say: "expire", who: offer.person, event, places: [{ css: chip }] };
}

// Whoever was offered the seat by an admin's tap answers first.
function byHand(event, cast) {
  if (!queue(event).length || !event.free) return answer(event, false) ?? freeing(event, cast);
  const { desk } = cast;
  if (!desk) return null;
  const places = tap(desk.person, event, "a-freed-promote").map((place) => ({ ...place, chat: desk.chat }));
  return { say: "promote", who: desk.person, event, places };
}

function bot(state) {
  const next = { running: 'button[data-order="crash"]', stopped: 'button[data-order="start"]' };
  return [{ css: next[state.bot.state] ?? "#bot" }];
}
