// The ten steps: for each, where the next thing to do is, the best place first. A place is a button on a phone
// (`person`, `verb`), a link for a phone (`share`), a line on the stage, or a button there.

import { seated, waits } from "./cast.js";

export const STEPS = 10;

export function places(step, cast, state) {
  const { full, hand, guests } = cast;
  if (step >= 9) return step === 9 ? crash(state) : [{ css: 'button[data-order="crowd"]' }];
  if (step === 8) return hand ? byHand(cast, hand) : [];
  return full ? story(step, full, guests) : [];
}

function story(step, full, guests) {
  const [anna, bence] = guests;
  switch (step) {
    case 1:
      return [link(bence, full)];
    case 2:
      return joining(bence, full);
    case 3:
      return place(guests, full);
    case 4:
      return cancelling(guests.find((guest) => seated(full, guest)) ?? anna, full);
    case 5:
    case 6:
      return offered(guests, full);
    default:
      return expiry(guests, full);
  }
}

const link = (person, event) => ({ share: person, code: event.code });
const tap = (person, event, ...verbs) => verbs.map((verb) => ({ person, verb, event: event.id }));

function joining(person, event) {
  return [...tap(person, event, "join-confirm", "join"), link(person, event)];
}

function cancelling(person, event) {
  return [...tap(person, event, "cancel-confirm", "cancel"), link(person, event)];
}

function place(guests, event) {
  const waiting = guests.find((guest) => waits(event, guest));
  return waiting
    ? [{ css: `.event[data-code="${event.code}"] .line li[data-person="${waiting}"]` }]
    : joining(guests[1], event);
}

function offered(guests, event) {
  const offer = event.offers.find((each) => each.person);
  if (offer) return tap(offer.person, event, "accept");
  if (!event.line.length) return joining(guests[1], event);
  return cancelling(guests.find((guest) => seated(event, guest)) ?? guests[0], event);
}

// An open offer runs out by the clock; before that somebody must wait, and somebody must give up a seat.
function expiry(guests, event) {
  if (event.offers.length) return [{ css: `.event[data-code="${event.code}"] button[data-push="offer"]` }];
  if (event.line.length) return cancelling(guests.find((guest) => seated(event, guest)) ?? guests[0], event);
  return joining(guests.findLast((guest) => !seated(event, guest)) ?? guests[2], event);
}

function byHand({ guests, desk }, event) {
  const card = desk ? tap(desk.person, event, "a-freed-promote").map((place) => ({ ...place, chat: desk.chat })) : [];
  if (event.free > 0) return card;
  if (!event.line.length) return joining(guests.findLast((guest) => !seated(event, guest)) ?? guests[2], event);
  return cancelling(guests.find((guest) => seated(event, guest)) ?? guests[0], event);
}

function crash(state) {
  const next = { running: 'button[data-order="crash"]', stopped: 'button[data-order="start"]' };
  return [{ css: next[state.bot.state] ?? "#bot" }];
}
