// A round picture made of initials, on one of Telegram's seven colours.

import { h } from "./dom.js";

export function fullName(card) {
  return card.title ?? [card.first_name, card.last_name].filter(Boolean).join(" ");
}

export function colour(id) {
  return Math.abs(id) % 7;
}

export function avatar(card, size = "") {
  return h("span", { class: `avatar c${colour(card.id)} ${size}`, "aria-hidden": "true", text: initials(card) });
}

function initials(card) {
  const parts = card.title ? card.title.split(/\s+/) : [card.first_name, card.last_name];
  const letters = parts.filter(Boolean).map((part) => [...part].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? "");
  return (letters[0] + (letters.length > 1 ? letters.at(-1) : "")).toUpperCase() || "?";
}
