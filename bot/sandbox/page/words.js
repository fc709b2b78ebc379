// The page's texts, and times, in the reader's language. A phone speaks its person's language instead.

import de from "./words/de.js";
import en from "./words/en.js";
import hu from "./words/hu.js";
import { recall, remember } from "./memory.js";

const tables = { en: { ...en }, hu: { ...hu }, de: { ...de } };
const listeners = new Set();
const formats = new Map();

export const LANGUAGES = { en: "English", hu: "Magyar", de: "Deutsch" };

// The language we have that fits a Telegram language code.
export function known(code) {
  const short = (code ?? "").slice(0, 2).toLowerCase();
  return short in tables ? short : "en";
}

export const words = {
  language: known(recall("language") ?? navigator.language),

  // The text of a key; with `n`: 1 among the values, `key.one` where there is one.
  t(key, values = {}, language = this.language) {
    const table = tables[language] ?? tables.en;
    const text = (values.n === 1 && table[`${key}.one`]) || table[key] || tables.en[key] || key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  },

  // More texts: {en: {…}, hu: {…}, de: {…}}.
  add(more) {
    for (const [language, table] of Object.entries(more)) Object.assign((tables[language] ??= {}), table);
    paint(document.documentElement);
  },

  // Speak another language from now on.
  speak(language) {
    this.language = known(language);
    remember("language", this.language);
    document.documentElement.lang = this.language;
    paint(document.documentElement);
    for (const fn of [...listeners]) fn(this.language);
  },

  onchange(fn) {
    listeners.add(fn);
    return () => listeners.delete(fn);
  },

  // The zone that everybody here lives in; undefined: the browser's own.
  zone: undefined,

  // A moment as Intl writes it, in everybody's zone unless `options` name one.
  time(date, options = { hour: "2-digit", minute: "2-digit" }, language = this.language) {
    const zoned = { timeZone: this.zone, ...options };
    const name = language + JSON.stringify(zoned);
    if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat(region(language), zoned));
    return formats.get(name).format(date);
  },

  // The calendar's day, as 2026-03-29.
  day(date) {
    return this.time(date, { year: "numeric", month: "2-digit", day: "2-digit" }, "sv");
  },
};

// English as Europe writes it: 24 hours, the day before the month.
export function region(language) {
  return language === "en" ? "en-GB" : language;
}

// Fills in what carries a key: `data-t` for the text, `data-t-label` for the name and tooltip, `data-t-hint` for the
// placeholder. The language is that of the nearest `lang`.
export function paint(root) {
  for (const node of [root, ...root.querySelectorAll("[data-t], [data-t-label], [data-t-hint]")]) {
    const { t, tLabel, tHint } = node.dataset;
    const language = node.closest("[lang]")?.lang ?? words.language;
    if (t) node.textContent = words.t(t, {}, language);
    if (tHint) node.placeholder = words.t(tHint, {}, language);
    if (tLabel) name(node, words.t(tLabel, {}, language));
  }
}

function name(node, text) {
  node.setAttribute("aria-label", text);
  if (node.tagName === "BUTTON" || node.tagName === "A") node.title = text;
}
