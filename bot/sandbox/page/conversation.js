// One chat that somebody looks at: its messages as they are shown now, kept up to date by happenings.

import { order } from "./net.js";

const AT_FIRST = 80;

export class Conversation {
  constructor(id) {
    this.id = id;
    this.messages = new Map();
    this.keyboard = null;
    this.more = false; // are there older messages that were not loaded?
    this.ready = false;
    this.serial = 0;
    this.late = []; // what happened while the messages were on their way
    this.watchers = new Set();
    this.most = AT_FIRST;
  }

  // Load anew; what happens meanwhile is applied afterwards.
  async load() {
    this.ready = false;
    const asked = this.most;
    const look = await order("looks", { chat: this.id, last: asked + 1 });
    if (asked !== this.most) return;
    this.more = look.messages.length > asked;
    this.messages = new Map(look.messages.slice(-asked).map((message) => [message.message_id, message]));
    this.keyboard = look.keyboard;
    this.serial = look.serial;
    this.ready = true;
    const late = this.late.splice(0);
    this.tell({ kind: "loaded" });
    late.forEach((happening) => this.take(happening));
  }

  // Load older messages as well.
  older() {
    this.most += AT_FIRST * 2;
    return this.load();
  }

  // Keep the newest only; the button brings older ones again.
  forget() {
    const all = [...this.messages];
    this.more ||= all.length > AT_FIRST;
    this.messages = new Map(all.slice(-AT_FIRST));
    this.most = AT_FIRST;
  }

  take(happening) {
    if (!this.ready) return void this.late.push(happening);
    if (happening.serial <= this.serial) return;
    const { kind, data } = happening;
    if (kind === "message") this.add(data);
    else if (kind === "edit") this.messages.has(data.message_id) && this.messages.set(data.message_id, data);
    else if (kind === "delete") this.messages.delete(data.message_id);
    else if (kind === "call") this.show(data.params.reply_markup);
    else if (kind === "reaction") this.react(data);
    this.tell(happening);
  }

  add(message) {
    this.messages.set(message.message_id, message);
    const keyboard = this.keyboard;
    if (keyboard?.one_time_keyboard && pressed(keyboard, message)) this.keyboard = { ...keyboard, hidden: true };
  }

  // Reply keyboards are no part of a message: Telegram keeps one per chat.
  show(markup) {
    if (!markup) return;
    if (markup.keyboard) this.keyboard = { ...markup };
    else if (markup.remove_keyboard || markup.force_reply) this.keyboard = null;
  }

  react({ message_id: id, reaction }) {
    const message = this.messages.get(id);
    if (message) this.messages.set(id, { ...message, reaction });
  }

  tell(happening) {
    for (const watcher of [...this.watchers]) watcher(happening);
  }
}

function pressed(keyboard, message) {
  return message.contact || keyboard.keyboard?.flat().some((key) => (key.text ?? key) === message.text);
}
