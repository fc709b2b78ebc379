// One message as a bubble with what hangs on it, or as a line in the middle when it only tells what happened.

import { avatar, colour, fullName } from "./avatar.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { inlineRows } from "./inline.js";
import { media, summary } from "./media.js";
import { rich } from "./rich.js";
import { serviceText } from "./service.js";
import { words } from "./words.js";

// `screen` is the phone it is read on.
export function messageNode(message, screen) {
  const service = serviceText(message, screen);
  const data = { id: message.message_id, chat: message.chat.id };
  if (service) return h("article", { class: "message service", data }, h("p", { text: service }));
  const out = isOwn(message, screen);
  const node = h("article", { class: `message ${out ? "out" : "in"}`, data });
  if (message.chat.type !== "private" && !out) node.append(avatar(senderOf(message), "small"));
  node.append(h("div", { class: "stack" }, bubble(message, screen, out), inlineRows(message, screen)));
  return node;
}

export function isOwn(message, screen) {
  return message.from.id === screen.person.id && !message.sender_chat;
}

export function senderOf(message) {
  return message.sender_chat ?? message.from;
}

function bubble(message, screen, out) {
  const node = h("div", { class: "bubble" });
  if (message.chat.type !== "private" && !out) node.append(nameOf(message));
  if (screen.thread === null && message.is_topic_message) node.append(topicOf(message, screen));
  if (message.reply_to_message) node.append(quoteOf(message.reply_to_message, screen));
  const shown = media(message, screen);
  if (shown) node.append(shown);
  node.append(textOf(message, screen, out));
  const reacted = (message.reaction ?? []).map((r) => r.emoji).filter(Boolean);
  if (reacted.length) node.append(h("span", { class: "reaction", text: reacted.join(" ") }));
  node.append(replyButton(message, screen));
  return node;
}

function nameOf(message) {
  const sender = senderOf(message);
  return h("div", { class: `sender n${colour(sender.id)}`, text: fullName(sender) });
}

function topicOf(message, screen) {
  const name = screen.topicName(message.message_thread_id);
  return h("div", { class: "topic" }, icon("hash", 12), name);
}

function quoteOf(quoted, screen) {
  const sender = senderOf(quoted);
  const tapped = () => screen.goTo(quoted.message_id);
  const name = h("span", { class: "sender", text: fullName(sender) });
  return button(`answered n${colour(sender.id)}`, tapped, {}, name, h("span", { class: "gist", text: summary(quoted, screen) }));
}

function textOf(message, screen, out) {
  const node = h("div", { class: "text" });
  const entities = message.entities ?? message.caption_entities;
  const text = seen(message.text ?? message.caption ?? "");
  node.append(rich(text, entities, screen), meta(message, screen, out));
  if (/^(\p{Extended_Pictographic}\uFE0F?\s*){1,3}$/u.test(text) && !entities) node.classList.add("jumbo");
  return node;
}

// Who follows a deep link sees only that they started: the apps hide what the link carries.
function seen(text) {
  return /^\/start \S+$/.test(text) ? "/start" : text;
}

function meta(message, screen, out) {
  const date = new Date(message.date * 1000);
  const time = h("time", { datetime: date.toISOString(), text: words.time(date, undefined, screen.language) });
  const edited = message.edit_date && h("span", { class: "edited", text: screen.t("edited") });
  return h("span", { class: "meta" }, edited, time, out && icon("checks", 15));
}

function replyButton(message, screen) {
  const label = screen.t("reply.to", { name: fullName(senderOf(message)) });
  // Not among the stops of Tab, which would double them: from the draft, Ctrl and the arrows do the same.
  const props = { "aria-label": label, title: `${screen.t("reply")} (Ctrl ↑)`, tabindex: "-1" };
  return button("reply", () => screen.answer(message), props, icon("reply", 16));
}
