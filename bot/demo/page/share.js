// An event's link for each phone that lies on the page; the story's three can always be picked up.

import { attribute, el, keyed, text } from "./dom.js";
import { button } from "./desk.js";

export function share() {
  return el("div", { class: "share", role: "group" }, el("span"), el("span", { class: "chips" }));
}

export function drawShare(desk, node, event) {
  text(node.children[0], desk.t("share.on"));
  attribute(node, "aria-label", desk.t("share.label", { event: desk.name(event.names) }));
  keyed(
    node.children[1],
    persons(desk),
    (person) => person,
    (person) => chip(desk, event, person),
    (chip, person) => text(chip, desk.person(person)),
  );
}

function persons(desk) {
  const guests = (desk.state.now?.phones ?? []).filter((phone) => !phone.chat).map((phone) => phone.person);
  return new Set([...guests, ...desk.app.phones.all().map((phone) => phone.person.id)]);
}

function chip(desk, event, person) {
  return button({ class: "s-chip", "data-share": person }, () =>
    desk.carefully(() => desk.app.phones.start(person, `e-${event.code}`)),
  );
}
