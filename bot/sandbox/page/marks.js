// Parts of a text that do something: spoilers, commands, code to copy, quotes that unfold.

import { copy } from "./clipboard.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";

const LONG = 180; // letters beyond which an expandable quote starts folded
const LINES = 3;

// A <span> as a button: what is hidden may itself hold links and bold text, which no <button> may.
export function tappable(name, label, tapped, tag = "span") {
  const node = h(tag, { class: name, role: "button", tabindex: "0", "aria-label": label });
  node.addEventListener("click", () => tapped(node));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    tapped(node);
  });
  return node;
}

export function spoiler(screen) {
  return tappable("spoiler", screen.t("spoiler"), (node) => {
    node.classList.add("seen");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  });
}

export function command(text, screen) {
  return button("command", () => screen.command(text));
}

export function codeBlock(language, text, screen) {
  const inside = h("code");
  const copies = button("copy", () => copy(text).then(() => screen.says(screen.t("copied"))), {
    "aria-label": screen.t("copy"),
    title: screen.t("copy"),
  });
  copies.append(icon("copy", 15));
  const head = h("div", { class: "code-head" }, h("span", { text: language ?? "" }), copies);
  return { node: h("div", { class: "code" }, head, h("pre", {}, inside)), inside };
}

export function quote(text, screen) {
  const inside = h("div", { class: "quoted" });
  const node = h("blockquote", { class: "expandable" }, inside);
  if (text.length <= LONG && text.split("\n").length <= LINES) return { node, inside };
  const unfold = button("unfold", () => {
    const open = node.classList.toggle("open");
    unfold.setAttribute("aria-expanded", String(open));
    unfold.setAttribute("aria-label", screen.t(open ? "collapse" : "expand"));
  });
  unfold.setAttribute("aria-expanded", "false");
  unfold.setAttribute("aria-label", screen.t("expand"));
  unfold.append(icon("down", 14));
  node.classList.add("long");
  node.append(unfold);
  return { node, inside };
}
