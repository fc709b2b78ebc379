// Who sits, who was asked, who waits: the people of one event.

import { attribute, el, flash, keyed, text } from "./dom.js";
import { pushPast } from "./clock.js";
import { button } from "./desk.js";
import { left } from "./moments.js";

const WARM = 5 * 60_000; // less than this, and the countdown draws the eye

const who = (item) => `${item.person ?? item.name}`;

function list(kind, title) {
  const heading = el("h4");
  const items = el(kind === "line" ? "ol" : "ul", { class: kind });
  return { node: el("div", { class: `people ${kind}-people` }, heading, items), heading, items, title };
}

export function people() {
  const lists = ["offers", "line", "bookings", "holds"].map((kind) => [kind, list(kind)]);
  return Object.fromEntries(lists);
}

export function drawPeople(parts, event, desk) {
  for (const [kind, part] of Object.entries(parts)) {
    const items =
      kind === "bookings" ? event.bookings.filter((b) => ["pending", "confirmed"].includes(b.status)) : event[kind];
    text(part.heading, desk.t(`people.${kind}`));
    attribute(part.node, "hidden", items.length === 0);
    keyed(
      part.items,
      items,
      kind === "holds" ? (_, i) => i : who,
      () => row(kind, desk),
      (node, item, old) => {
        if (!old && node.isConnected && part.drawn) flash(node);
        ROWS[kind](node, item, desk);
      },
    );
    part.drawn = true;
  }
}

function row(kind, desk) {
  const node = el(
    "li",
    {},
    el("span", { class: "place" }),
    el("span", { class: "who" }),
    el("span", { class: "s-note" }),
  );
  if (kind === "offers")
    node.append(button({ class: "s-chip", "data-push": "offer" }, () => pushPast(desk, node.dataset.until)));
  return node;
}

function fill(node, person, place, name, note) {
  attribute(node, "data-person", person ?? "");
  text(node.children[0], place);
  text(node.children[1], name);
  text(node.children[2], note);
}

const ROWS = {
  bookings(node, booking, desk) {
    fill(node, booking.person, "", named(booking), booking.status === "pending" ? desk.t("people.pending") : "");
  },
  holds(node, hold, desk) {
    fill(node, null, "", desk.count("people.seats", hold.seats), hold.reason);
  },
  line(node, entry, desk) {
    const note = entry.status === "waiting" ? "" : desk.t(`people.${entry.status}`);
    attribute(node, "data-status", entry.status);
    fill(node, entry.person, entry.position ? `${entry.position}.` : "–", named(entry), note);
  },
  offers(node, offer, desk) {
    attribute(node, "data-until", offer.delivered ? offer.expires_at : null);
    attribute(node, "data-call", offer.last_call);
    fill(node, offer.person, "", named(offer), desk.t("people.coming"));
    text(node.children[3], desk.t("people.expire"));
    node.children[3].disabled = !offer.delivered;
    count(node, desk, desk.now());
  },
};

// A party's seats stand behind the name.
function named(item) {
  return item.seats > 1 ? `${item.name} ×${item.seats}` : item.name;
}

function count(node, desk, now) {
  const until = node.dataset.until;
  if (!until) return;
  const wait = Date.parse(until) - now.getTime();
  text(
    node.children[2],
    wait > 0
      ? desk.t(node.hasAttribute("data-call") ? "people.call" : "people.left", { left: left(wait) })
      : desk.t("people.over"),
  );
  attribute(node, "data-warm", wait < WARM);
}

export function tickPeople(parts, desk, now) {
  for (const node of parts.offers.items.children) count(node, desk, now);
}
