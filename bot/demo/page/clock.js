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
  const next = button({ "data-push": "next", class: "next" }, () => push(desk, until(desk) + BEYOND));
  const group = el("div", { class: "pushes", role: "group" }, ...buttons, next);
  const node = el("section", { class: "clock" }, el("div", { class: "reading" }, time, day, zone), group);

  function tick(now) {
    text(time, desk.time(now, { hour: "2-digit", minute: "2-digit", second: "2-digit" }));
    text(day, desk.time(now, { weekday: "short", day: "numeric", month: "short" }));
    const wait = until(desk);
    attribute(next, "hidden", wait === null);
    if (wait !== null) text(next, desk.t("clock.next", { left: left(wait) }));
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

// Milliseconds until the first open offer runs out; null without one.
function until(desk) {
  const offers = (desk.state.now?.events ?? []).flatMap((event) => event.offers);
  const ends = offers.filter((offer) => offer.delivered).map((offer) => Date.parse(offer.expires_at));
  return ends.length ? Math.max(0, Math.min(...ends) - desk.now().getTime()) : null;
}

function push(desk, milliseconds) {
  return desk.carefully(() => desk.app.net.post("/sandbox/clock", { push_ms: Math.ceil(milliseconds) }));
}
