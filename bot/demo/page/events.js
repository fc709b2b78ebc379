// Every event: its seats one by one, its line with names, and its link for a phone.

import { attribute, el, flash, keyed, text } from "./dom.js";
import { button, card } from "./desk.js";
import { bar, counts, drawBar, drawCounts } from "./seats.js";
import { drawPeople, people, tickPeople } from "./lists.js";
import { drawShare, share } from "./share.js";

const NUMBERS = ["booked", "offered", "held", "free", "waiting", "reserve"];
const HALTED = ["closed", "started", "frozen", "switch_off", "tier", "manual", "splitter"];

const NEAR = 5; // events that are always shown; later ones only while something is going on there

export function events(desk) {
  const rows = el("div", { class: "events" });
  const more = el("button", { type: "button", class: "more", onclick: () => unfold(!wide) });
  const { node, heading } = card("seats", rows, more);
  const parts = new WeakMap();
  let wide = false;
  let begun = null;
  rows.addEventListener("reveal", (event) => event.target.closest("[hidden]") && unfold(true));

  // A world begins with its story open to view; afterwards the reader decides.
  function begin(state) {
    if (!state.ready || begun === state.world) return;
    begun = state.world;
    const telling = busy(state);
    for (const row of rows.children) if (telling.has(row.dataset.code)) row.dispatchEvent(new CustomEvent("reveal"));
  }

  function unfold(all) {
    wide = all;
    fold(desk.state.now);
  }

  function fold(state) {
    const quiet = state.events.filter((event, i) => i >= NEAR && !event.line.length && !event.offers.length);
    const folded = new Set(wide ? [] : quiet.map((event) => event.code));
    for (const row of rows.children) row.hidden = folded.has(row.dataset.code);
    text(more, desk.t(wide ? "seats.fewer" : "seats.more", { n: quiet.length }));
    attribute(more, "aria-expanded", String(wide));
    attribute(more, "hidden", quiet.length === 0);
  }

  desk.state.on((state) => {
    text(heading, desk.t("seats.heading"));
    keyed(
      rows,
      state.events,
      (event) => `${state.world} ${event.id}`,
      () => make(parts),
      (row, event, old) => update(desk, row, parts.get(row), event, old),
    );
    fold(state);
    begin(state);
  });
  desk.app.phones.onchange(() => {
    for (const event of desk.state.now?.events ?? []) {
      const row = [...rows.children].find((each) => each.dataset.code === event.code);
      if (row) drawShare(desk, parts.get(row).share, event);
    }
  });
  desk.onbeat((now) => {
    for (const row of rows.children) tickPeople(parts.get(row).people, desk, now);
  });
  return node;
}

// Full events with a guest of these phones.
function busy(state) {
  const guests = new Set(state.phones.filter((phone) => !phone.chat).map((phone) => phone.person));
  const mine = (event) => event.free === 0 && event.bookings.some((booking) => guests.has(booking.person));
  return new Set(state.events.filter(mine).map((event) => event.code));
}

function make(parts) {
  const made = {
    name: el("span", { class: "s-name" }),
    when: el("span", { class: "when" }),
    mode: el("p", { class: "mode" }),
    bar: bar(),
    counts: counts(),
    why: el("p", { class: "why" }),
    people: people(),
    share: share(),
  };
  const lists = ["offers", "line", "bookings", "holds"].map((kind) => made.people[kind].node);
  const inside = el("div", { class: "s-inside" }, made.mode, made.why, made.share, ...lists);
  const opener = el(
    "button",
    { type: "button", class: "opener", onclick: () => unfold(inside.hidden) },
    made.name,
    made.when,
  );
  const head = el("div", { class: "s-head" }, el("h3", {}, opener), made.bar, made.counts);
  function unfold(wide) {
    inside.hidden = !wide;
    attribute(opener, "aria-expanded", String(wide));
  }
  unfold(false);
  const row = el("section", { class: "event", onreveal: () => unfold(true) }, head, inside);
  parts.set(row, made);
  return row;
}

function update(desk, row, part, event, old) {
  attribute(row, "data-code", event.code);
  attribute(row, "data-mode", event.mode);
  text(part.name, desk.name(event.names));
  text(
    part.when,
    `${desk.time(event.starts_at, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })} · ${event.location}`,
  );
  text(part.mode, desk.t(`mode.${event.mode}`));
  drawBar(part.bar, event, desk);
  drawCounts(part.counts, event, desk);
  text(part.why, why(desk, event));
  attribute(part.why, "hidden", !part.why.textContent);
  drawPeople(part.people, event, desk);
  drawShare(desk, part.share, event);
  const numbers = NUMBERS.map((name) => event[name]).join(" ");
  if (old && part.numbers !== numbers) flash(row);
  part.numbers = numbers;
}

// Why nothing happens by itself, or for whom the free seats are.
function why(desk, event) {
  if (event.frozen) return desk.t("halted.frozen");
  if (event.halted) return desk.t(`halted.${HALTED.includes(event.halted) ? event.halted : "other"}`);
  return event.free > 0 && !event.public ? desk.t("seats.kept") : "";
}
