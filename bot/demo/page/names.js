// Whom the tour speaks of.

import { asked } from "./cast.js";

// Whose phones lie here: the three of the story first.
export function everybody(desk, cast) {
  const here = desk.app.phones.all().map((phone) => phone.person.id);
  return [...new Set([...cast.guests, ...here])];
}

// The names in a step: as the story goes, and where somebody plays it otherwise, as it is. What is done keeps its names.
export function named(desk, cast, n, done, { taken, lapsed }) {
  const [anna, bence, clara] = (cast?.guests ?? []).map((id) => desk.person(id));
  const offer = done ? null : cast?.full && asked(cast.full);
  const follows = offer && cast.full.line.find((entry) => entry.person && entry.person !== offer.person);
  const past = n === 7 ? (taken ? desk.person(taken) : clara) : lapsed ? desk.person(lapsed) : bence;
  const title = (event) => (event ? desk.name(event.names) : "…");
  return {
    anna: anna ?? "…",
    bence: bence ?? "…",
    clara: clara ?? "…",
    asked: (offer ? desk.person(offer.person) : past) ?? "…",
    next: (follows ? desk.person(follows.person) : clara) ?? "…",
    expire: desk.t("people.expire"),
    full: title(cast?.full),
    hand: title(cast?.hand),
  };
}
