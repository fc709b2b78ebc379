// Buttons under a message.

import { copy } from "./clipboard.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";

const STYLES = ["danger", "success", "primary"];

export function inlineRows(message, screen) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const buttons = (row) => row.map((one) => inlineButton(one, message, screen));
  return h("div", { class: "rows" }, ...rows.map((row) => h("div", { class: "row" }, ...buttons(row))));
}

function inlineButton(one, message, screen) {
  const look = STYLES.includes(one.style) ? `inline ${one.style}` : "inline";
  const label = h("span", { text: one.text });
  if (one.url) return link(one, look, label);
  const corner = one.copy_text ? icon("copy", 12) : null;
  const data = "callback_data" in one ? { data: one.callback_data } : {};
  const node = button(look, () => act(one, message, screen, node), { data }, label, corner);
  return node;
}

function link(one, look, label) {
  if (!/^(https?|tg):/i.test(one.url)) return button(look, () => {}, {}, label);
  return h("a", { class: look, href: one.url, target: "_blank", rel: "noopener noreferrer" }, label, icon("link", 12));
}

function act(one, message, screen, node) {
  if ("callback_data" in one) screen.tap(message, one.callback_data, node);
  else if (one.copy_text) copy(one.copy_text.text).then(() => screen.says(screen.t("copied")));
  else screen.says(screen.t("not.here"));
}
