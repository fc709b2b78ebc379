// A bar of an event's seats, drawn seat by seat, and the numbers that are its legend.

import { attribute, el, keyed, text } from "./dom.js";

export const KINDS = ["booked", "offered", "held", "free"];
const COUNTS = [...KINDS, "waiting", "reserve"];

export function bar() {
  return el("div", { class: "seats", role: "img" });
}

export function drawBar(node, event, desk) {
  const seats = KINDS.flatMap((kind) => Array(Math.max(0, event[kind])).fill(kind));
  keyed(
    node,
    seats.entries(),
    ([i]) => i,
    () => el("span", { class: "seat" }),
    (seat, [, kind]) => attribute(seat, "data-seat", kind),
  );
  attribute(node, "data-many", seats.length > 30);
  attribute(node, "aria-label", COUNTS.map((kind) => `${desk.t(`seat.${kind}`)}: ${event[kind]}`).join(", "));
}

export function counts() {
  const items = COUNTS.map((kind) =>
    el(
      "li",
      { "data-kind": kind },
      el("i", { class: "seat", "data-seat": kind, "aria-hidden": "true" }),
      el("b", { "data-count": kind }),
      el("span"),
    ),
  );
  return el("ul", { class: "counts" }, ...items);
}

export function drawCounts(node, event, desk) {
  for (const item of node.children) {
    const kind = item.dataset.kind;
    text(item.children[1], event[kind]);
    text(item.children[2], desk.t(`seat.${kind}`));
    attribute(item, "data-none", event[kind] === 0);
  }
}
