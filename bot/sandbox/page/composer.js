// The bottom of a chat: the draft and what goes with it, or the one button that is possible instead.

import { fullName } from "./avatar.js";
import { CommandList, commandsFor } from "./commands.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { Keyboard } from "./keyboard.js";
import { summary } from "./media.js";
import { paint } from "./words.js";

const TALLEST = 140;

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.keyboard = new Keyboard(phone);
    this.list = new CommandList((name) => this.command(name), () => this.draft.focus());
    this.draft = h("textarea", { class: "draft", rows: "1", data: { tLabel: "message" }, maxlength: "4096" });
    this.commands = button("commands round", () => this.menu(), { data: { tLabel: "commands" }, "aria-expanded": "false" }, icon("menu"));
    this.fold = button("fold round", () => this.folded(), { hidden: true }, icon("keyboard"));
    this.sends = button("send round", () => this.send(), { data: { tLabel: "send" } }, icon("send"));
    this.answered = h("div", { class: "answering", hidden: true });
    this.row = h("div", { class: "row-of-draft" }, this.commands, this.draft, this.fold, this.sends);
    this.only = h("div", { class: "only", hidden: true });
    this.element = h("div", { class: "composer" }, this.list.element, this.answered, this.row, this.only, this.keyboard.element);
    this.listen();
  }

  listen() {
    this.draft.addEventListener("keydown", (event) => this.key(event));
    this.draft.addEventListener("input", () => (this.grow(), this.suggest()));
    this.element.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.element.contains(event.relatedTarget)) this.hideList();
    });
  }

  key(event) {
    if (event.isComposing) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.step(step);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && (this.list.open || this.reply)) {
      event.stopPropagation();
      if (this.list.open) this.hideList();
      else this.answer(null);
    } else if (event.key === "ArrowUp" && this.list.open) {
      event.preventDefault();
      [...this.list.element.querySelectorAll("button")].at(-1)?.focus();
    } else if (event.key === "Tab" && !event.shiftKey && this.list.open && this.draft.value.length > 1) {
      event.preventDefault();
      this.write(`/${this.list.element.querySelector("button").dataset.command}`);
    }
  }

  // Which of start button, restart button, note or draft is possible now.
  draw() {
    const { phone } = this;
    const chat = phone.world.chats.get(phone.chatId);
    const only = this.instead(chat);
    this.row.hidden = only !== null;
    this.only.hidden = only === null;
    const focused = this.only.contains(document.activeElement);
    this.only.replaceChildren(...[only].filter(Boolean));
    if (focused) (only?.tagName === "BUTTON" ? only : this.draft).focus({ preventScroll: true });
    this.commands.hidden = !this.known().length;
    this.keyboard.draw();
    if (only) this.keyboard.element.hidden = true;
    this.fold.hidden = !this.keyboard.exists;
    this.fold.setAttribute("aria-label", phone.t(this.keyboard.shut ? "keyboard.show" : "keyboard.hide"));
    this.invite();
  }

  // What the empty field says: what is asked for, as long as that is being answered.
  invite() {
    const { phone } = this;
    this.draft.placeholder = this.hint || phone.keyboard?.input_field_placeholder || phone.t("message");
  }

  instead(chat) {
    const { phone } = this;
    if (!chat) return null;
    if (chat.type !== "private") return phone.isIn(chat) ? null : h("p", { class: "note", text: phone.t("left.group") });
    if (chat.blocked) return button("restart wide", () => phone.start(), { text: phone.t("restart") });
    return chat.started ? null : button("start wide", () => phone.start(), { text: phone.t("start") });
  }

  known() {
    const { world, person, chatId } = this.phone;
    const chat = world.chats.get(chatId);
    return chat ? commandsFor(world.commands, chat, person) : [];
  }

  menu() {
    if (this.list.open) return this.hideList();
    this.list.show(this.known());
    this.commands.setAttribute("aria-expanded", "true");
    this.list.focus();
  }

  hideList() {
    this.list.hide();
    this.commands.setAttribute("aria-expanded", "false");
  }

  // While a command is typed: those that begin like it.
  suggest() {
    const begun = /^\/(\w*)$/.exec(this.draft.value)?.[1];
    if (begun === undefined) return this.hideList();
    this.list.show(this.known().filter((one) => one.command.startsWith(begun)));
  }

  command(name) {
    this.hideList();
    if (this.draft.value.startsWith("/")) this.write("");
    this.phone.command(`/${name}`);
    this.draft.focus({ preventScroll: true });
  }

  async send() {
    const text = this.draft.value.trim();
    if (!text) return;
    this.hideList();
    this.write("");
    const reply = this.reply;
    this.answer(null);
    if (await this.phone.send(text, reply?.message_id)) return;
    if (!this.draft.value) this.write(text); // what could not be sent is not lost
  }

  write(text) {
    this.draft.value = text;
    this.grow();
  }

  grow() {
    this.draft.style.height = "auto";
    this.draft.style.height = `${Math.min(this.draft.scrollHeight, TALLEST)}px`;
  }

  folded() {
    this.keyboard.fold();
    this.draw();
  }

  // Answer the message before or after the one that is answered now, as on a desk: Ctrl and the arrows.
  step(by) {
    const shown = this.phone.view.answerable;
    const at = this.reply ? shown.findIndex((message) => message.message_id === this.reply.message_id) : shown.length;
    const next = shown[Math.max(0, at + by)] ?? null;
    this.answer(next);
    if (next) this.phone.goTo(next.message_id);
  }

  // The next message answers this one; null: none. The hint is what the bot wants to read.
  answer(message, hint = "") {
    this.reply = message;
    this.hint = hint;
    this.invite();
    this.answered.hidden = !message;
    if (!message) return this.answered.replaceChildren();
    const { phone } = this;
    const name = h("strong", { text: phone.t("reply.to", { name: fullName(message.sender_chat ?? message.from) }) });
    const about = h("div", { class: "about" }, name, h("span", { text: summary(message, phone) }));
    const away = button("round", () => (this.answer(null), this.draft.focus()), { data: { tLabel: "cancel" } }, icon("close", 18));
    this.answered.replaceChildren(icon("reply"), about, away);
    paint(this.answered);
    this.draft.focus({ preventScroll: true });
  }
}
