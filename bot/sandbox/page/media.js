// What a message carries besides text: files, pictures, contacts; other kinds by their name.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { fileUrl, picture } from "./picture.js";
import { words } from "./words.js";

const OTHERS = ["voice", "video", "sticker", "location", "poll", "audio", "animation", "video_note", "venue", "dice"];

export function media(message, screen) {
  if (message.photo) return picture(message.photo.at(-1), message.caption, screen);
  if (message.document) return file(message.document);
  if (message.contact) return contact(message.contact);
  const kind = OTHERS.find((name) => message[name]);
  return kind ? h("div", { class: "other" }, icon("file", 18), screen.t(kindName(kind))) : null;
}

// One line that says what a message is: for quotes and pins.
export function summary(message, screen, longest = 80) {
  const text = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").trim();
  const kind = message.photo ? "photo" : message.contact ? "contact" : kindName(OTHERS.find((name) => message[name]));
  const whole = text || message.document?.file_name || screen.t(kind);
  return whole.length > longest ? `${whole.slice(0, longest - 1).trimEnd()}…` : whole;
}

function kindName(kind) {
  return ["voice", "video", "sticker", "location", "poll"].includes(kind) ? kind : "other";
}

function file(document) {
  const name = document.file_name ?? "";
  const ending = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "";
  return h(
    "a",
    { class: "document", href: fileUrl(document.file_id), download: name },
    h("span", { class: "ending", "aria-hidden": "true" }, ending ? ending.toUpperCase() : icon("file", 22)),
    h("span", { class: "about" }, h("strong", { text: name }), h("span", { text: size(document.file_size) })),
  );
}

export function size(bytes = 0) {
  const [value, unit] = bytes < 1024 ? [bytes, "byte"] : bytes < 1 << 20 ? [bytes / 1024, "kilobyte"] : [bytes / (1 << 20), "megabyte"];
  const options = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat(words.language, options).format(value);
}

function contact(card) {
  const name = [card.first_name, card.last_name].filter(Boolean).join(" ");
  const about = h("span", { class: "about" }, h("strong", { text: name }), h("span", { text: card.phone_number }));
  return h("div", { class: "document contact" }, h("span", { class: "ending" }, icon("person", 22)), about);
}

