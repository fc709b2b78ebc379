// The top of the page: its name, language, light or dark, and more phones.

import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { recall, remember } from "./memory.js";
import { LANGUAGES, words } from "./words.js";

export function theme() {
  return document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

export function applyTheme() {
  const kept = recall("theme");
  if (kept) document.documentElement.dataset.theme = kept;
}

export function bar(world, addPhone) {
  const name = h("h1");
  const title = () => {
    name.textContent = world.bot?.first_name ?? "";
    document.title = `${name.textContent} · ${words.t("title")}`;
  };
  const options = Object.entries(LANGUAGES).map(([value, text]) => h("option", { value, text }));
  const language = h("select", { id: "page-language", data: { tLabel: "page.language" } }, ...options);
  language.value = words.language;
  language.addEventListener("change", () => words.speak(language.value));
  const slot = h("div", { id: "bar-slot" });
  const add = button("main", addPhone, { id: "add-phone", data: { tLabel: "add.phone" } }, icon("add", 18), h("span", { data: { t: "add.phone" } }));
  const brand = h("img", { src: "/page/icon.svg", alt: "", width: "28", height: "28" });
  document.getElementById("bar").append(brand, name, slot, language, themeButton(), add);
  words.onchange(title);
  title();
  return { slot, title };
}

function themeButton() {
  const node = button("round", () => turn(), { id: "theme", data: { tLabel: "page.theme" } });
  const draw = () => node.replaceChildren(icon(theme() === "dark" ? "sun" : "moon"));
  const turn = () => {
    document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
    remember("theme", theme());
    draw();
  };
  draw();
  return node;
}
