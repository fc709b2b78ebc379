// Moments in a text, shown in everybody's zone: Telegram's format is `r` alone, or any of w, d or D, t or T.

import { tappable } from "./marks.js";
import { region, words } from "./words.js";

const STEPS = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
const FULL = { weekday: "long", year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" };
const EVERY = 10_000; // ms between looks at how long ago it was
const relatives = new Map();

export function moment(entity, screen) {
  const date = new Date(entity.unix_time * 1000);
  const full = words.time(date, FULL, screen.language);
  const node = tappable("moment", null, () => screen.says(full), "time");
  node.setAttribute("datetime", date.toISOString());
  node.title = full;
  const format = entity.date_time_format ?? "";
  if (!format) return { node, inside: node };
  if (format === "r") follow(node, () => relative(date, screen.now(), screen.language));
  else node.textContent = absolute(date, format, screen);
  return { node, inside: null };
}

function absolute(date, format, screen) {
  const options = {};
  if (format.includes("w")) options.weekday = "long";
  if (format.includes("d")) Object.assign(options, { day: "numeric", month: "short" });
  if (format.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (format.includes("d") && year(date) !== year(screen.now())) options.year = "numeric";
  if (/[tT]/.test(format)) Object.assign(options, { hour: "2-digit", minute: "2-digit" });
  if (format.includes("T")) options.second = "2-digit";
  return words.time(date, options, screen.language);
}

export function relative(date, now, language) {
  const seconds = Math.round((date - now) / 1000);
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? STEPS.at(-1);
  const writer = new Intl.RelativeTimeFormat(region(language), { numeric: "auto" });
  return writer.format(Math.round(seconds / size), unit);
}

function year(date) {
  return words.day(date).slice(0, 4);
}

// The node says what `tell` gives, also later, when that is something else.
export function follow(node, tell) {
  const write = () => {
    const told = tell();
    if (node.textContent !== told) node.textContent = told;
  };
  write();
  relatives.set(node, write);
}

// All that depends on what time it is: again from time to time, and when the clock was pushed.
export function refreshMoments() {
  for (const [node, write] of relatives) {
    if (node.isConnected) write();
    else relatives.delete(node);
  }
}

setInterval(refreshMoments, EVERY);
