// A person's phone: what they see of their chats, and what they do there.

import { fullName } from "./avatar.js";
import { Composer } from "./composer.js";
import { h } from "./dom.js";
import { Head } from "./head.js";
import { isIn } from "./learning.js";
import { follow } from "./links.js";
import { Log } from "./log.js";
import { OrderFailed } from "./net.js";
import { Notices } from "./notices.js";
import { Outbox } from "./outbox.js";
import { Owner } from "./owner.js";
import { tap } from "./tapping.js";
import { View } from "./view.js";
import { known, paint, words } from "./words.js";

export class Phone {
  constructor(world, person, { chat, theme, changed, close, app }) {
    Object.assign(this, { world, person, app, theme: theme ?? null, changed, close });
    this.chatId = chat ?? person.id;
    this.thread = null;
    this.offline = false;
    this.unread = new Map();
    this.drafts = new Map();
    this.taps = new Map(); // query id → what to do with its answer
    this.build();
    this.offs = [
      world.on("message", (happening) => this.elsewhere(happening)),
      world.on("answer", ({ data }) => this.taps.get(data.query_id)?.(data)),
      ...["member", "person", "commands", "people", "chat"].map((kind) => world.on(kind, (one) => this.concerns(one) && this.draw())),
      words.onchange(() => this.draw()),
    ];
    this.look();
  }

  // Watch the chat that is open.
  look() {
    this.unread.delete(this.chatId);
    this.view.watch();
  }

  build() {
    this.head = new Head(this);
    this.log = new Log(this);
    this.composer = new Composer(this);
    this.notices = new Notices(this);
    this.view = new View(this);
    this.owner = new Owner(this);
    this.outbox = new Outbox(this);
    this.log.scroller.append(this.outbox.element);
    this.log.element.append(this.notices.toast);
    this.inside = h("div", { class: "inside" }, this.head.element, this.log.element, this.composer.element);
    this.screen = h("div", { class: "screen" }, this.inside, this.notices.element);
    this.element = h("section", { class: "phone", data: { person: this.person.id } }, this.owner.element, this.screen);
    this.element.addEventListener("click", (event) => follow(event, this));
  }

  // The screen that texts are read on.
  get language() {
    return known(this.person.language_code);
  }

  t(key, values) {
    return words.t(key, values, this.language);
  }

  now() {
    return this.world.now();
  }

  says(text) {
    this.notices.say(text);
  }

  // An order failed: the sandbox's own reason, or that it cannot be reached.
  failed(error) {
    this.says(error instanceof OrderFailed ? error.message : this.t("line.down"));
  }

  // While a pop-up is open, nothing behind it can be reached.
  hold(held) {
    this.inside.inert = held;
  }

  topicName(thread) {
    const topics = this.world.chats.get(this.chatId)?.topics ?? [];
    return topics.find((topic) => topic.message_thread_id === thread)?.name ?? this.t("topic.general");
  }

  isIn(chat) {
    if (chat?.type === "private") return chat.id === this.person.id;
    return Boolean(chat?.members?.some((member) => member.user.id === this.person.id && isIn(member.status)));
  }

  concerns(happening) {
    return !happening || [this.chatId, this.person.id, null].includes(happening.chat_id) || happening.kind === "member";
  }

  // Everything around the messages, as it is now.
  draw() {
    this.person = this.world.people.get(this.person.id) ?? this.person;
    this.element.dataset.chat = this.chatId;
    this.element.classList.toggle("offline", this.offline);
    this.element.setAttribute("aria-label", fullName(this.person));
    if (this.theme) this.screen.dataset.theme = this.theme;
    this.owner.draw();
    this.screen.lang = this.language;
    this.head.draw();
    this.composer.draw();
    paint(this.screen);
  }

  get keyboard() {
    return this.view.conversation?.keyboard;
  }

  // Another chat of this person comes to view.
  turn(chatId) {
    if (chatId === this.chatId) return;
    this.drafts.set(this.chatId, this.composer.draft.value);
    Object.assign(this, { chatId, thread: null });
    this.composer.answer(null);
    this.log.stuck = true;
    this.head.act(null);
    this.look();
    this.composer.write(this.drafts.get(chatId) ?? "");
    this.changed();
  }

  turnThread(thread) {
    this.thread = thread;
    this.log.stuck = true;
    this.draw();
    this.fill();
  }

  fill() {
    this.view.fill();
  }

  // A message in another chat of this person counts as unread there.
  elsewhere({ chat_id: chatId, data }) {
    if (chatId === this.chatId || data.from.id === this.person.id) return;
    if (!this.isIn(this.world.chats.get(chatId))) return;
    this.unread.set(chatId, (this.unread.get(chatId) ?? 0) + 1);
    if (this.offline) return;
    this.head.drawChats();
    this.app.news(this, data);
  }

  goTo(messageId) {
    this.log.goTo(messageId);
  }

  answer(message) {
    this.composer.answer(message);
  }

  tap(message, data, node) {
    return tap(this, message, data, node);
  }

  send(text, replyTo) {
    return this.outbox.say(text, replyTo);
  }

  command(text) {
    return this.outbox.command(text);
  }

  // Press Start, or follow a deep link.
  start(payload = null) {
    this.turn(this.person.id);
    return this.outbox.start(payload);
  }

  // Light or dark, for this phone alone.
  dress() {
    this.theme = (this.theme ?? this.app.theme()) === "dark" ? "light" : "dark";
    this.draw();
    this.changed();
  }

  connect(online) {
    this.offline = !online;
    this.view.freeze(this.offline);
    this.draw();
    if (online) this.outbox.go();
  }

  end() {
    this.view.off();
    this.offs.forEach((off) => off());
    this.element.remove();
  }
}
