// The sandbox's time, and buttons that push it forward.

import { attribute, el, text } from "./dom.js";
import { button } from "./desk.js";
import { left } from "./moments.js";

const MINUTE = 60_000;
const PUSHES = [5, 30, 120, 1440];
const BEYOND = 1000; // a deadline is over just after it

// Time goes on until just after this moment.
export function pushPast(desk, moment) {
  return push(desk, Math.max(0, Date.parse(moment) - desk.now().getTime()) + BEYOND);
}

export function clock(desk) {
  const day = el("span", { class: "s-day" });
  const time = el("output", { id: "clock", class: "time" });
  const zone = el("span", { class: "zone" });
  const buttons = PUSHES.map((minutes) => button({ "data-push": minutes }, () => push(desk, minutes * MINUTE)));
  const next = button({ "data-push": "next", class: "next" }, () => pushPast(desk, first(desk).expires_at));
  const group = el("div", { class: "pushes", role: "group" }, ...buttons, next);
  const node = el("section", { class: "clock" }, el("div", { class: "reading" }, time, day, zone), group);

  function tick(now) {
    text(time, desk.time(now, { hour: "2-digit", minute: "2-digit", second: "2-digit" }));
    text(day, desk.time(now, { weekday: "short", day: "numeric", month: "short" }));
    const offer = first(desk);
    attribute(next, "hidden", offer === null);
    if (offer) due(offer, now);
  }

  function due(offer, now) {
    const name = offer.person ? desk.person(offer.person) : offer.name;
    text(next, desk.t("clock.next", { name, left: left(Date.parse(offer.expires_at) - now.getTime()) }));
    attribute(next, "title", desk.t("clock.whose", { name: offer.name, event: desk.name(offer.names) }));
  }

  function redraw(state) {
    attribute(node, "aria-label", desk.t("clock.label"));
    attribute(group, "aria-label", desk.t("clock.push"));
    for (const [i, minutes] of PUSHES.entries()) text(buttons[i], desk.t(`clock.${minutes}`));
    text(zone, state.events[0]?.timezone ?? "");
    tick(desk.now());
  }

  desk.onbeat(tick);
  desk.state.on(redraw);
  return node;
}

// The open offer that runs out first, with its event's names; null without one.
function first(desk) {
  const events = desk.state.now?.events ?? [];
  const offers = events.flatMap(({ offers, names }) => offers.map((offer) => ({ ...offer, names })));
  const open = offers.filter((offer) => offer.delivered);
  return open.sort((one, other) => Date.parse(one.expires_at) - Date.parse(other.expires_at))[0] ?? null;
}

function push(desk, milliseconds) {
  return desk.carefully(() => desk.app.net.post("/sandbox/clock", { push_ms: Math.ceil(milliseconds) }));
}
