// A person's phone: what they see of their chats, and what they do there.

import { aboutBot } from "./about.js";
import { fullName } from "./avatar.js";
import { Composer } from "./composer.js";
import { button, h } from "./dom.js";
import { Head } from "./head.js";
import { isIn } from "./learning.js";
import { follow } from "./links.js";
import { Log } from "./log.js";
import { OrderFailed } from "./net.js";
import { Notices } from "./notices.js";
import { Outbox } from "./outbox.js";
import { Owner } from "./owner.js";
import { serviceText } from "./service.js";
import { tap } from "./tapping.js";
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

  build() {
    this.head = new Head(this);
    this.log = new Log(this);
    this.composer = new Composer(this);
    this.notices = new Notices(this);
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

  isMember() {
    const chat = this.world.chats.get(this.chatId);
    return chat?.type === "private" || chat?.members?.some((m) => m.user.id === this.person.id && isIn(m.status));
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
    this.composer.draw();
  }

  // Watch the chat that is open.
  look() {
    this.off?.();
    const { chat, off } = this.world.watch(this.chatId, (happening) => this.take(happening));
    this.off = off;
    this.conversation = chat;
    this.unread.delete(this.chatId);
    this.draw();
    if (chat.ready) this.fill();
    else this.log.fill([]);
  }

  get keyboard() {
    return this.conversation?.keyboard;
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

  shows(message) {
    return this.thread === null || (message.message_thread_id ?? 0) === this.thread;
  }

  get shown() {
    return [...this.conversation.messages.values()].filter((message) => this.shows(message));
  }

  answerable() {
    return this.shown.filter((message) => !serviceText(message, this));
  }

  fill() {
    const { shown } = this;
    const { more } = this.conversation;
    const earlier = more && button("earlier", () => this.conversation.older(), { text: this.t("earlier") });
    this.log.fill(shown, earlier || (shown.length || !this.conversation.ready ? null : aboutBot(this)));
  }

  // Something happened in the open chat.
  take(happening) {
    if (this.offline) return; // all of it is shown when the phone is online again
    const { kind, data } = happening;
    if (kind === "loaded" || kind === "delete") this.fill();
    else if (kind === "message") this.add(data);
    else if (kind === "edit" || kind === "reaction") this.change(this.conversation.messages.get(data.message_id));
    else if (kind === "action") this.head.act(data.action);
    else if (kind === "call" && data.params.reply_markup?.force_reply) this.forced(data.message_id);
    if (["loaded", "message", "member", "call"].includes(kind)) this.draw();
  }

  add(message) {
    if (message.from.is_bot) this.head.act(null);
    if (!this.shows(message)) return;
    if (this.log.full || !this.log.last) this.fill();
    else this.log.add(message);
    this.app.news(this, message);
  }

  change(message) {
    if (message && this.shows(message)) this.log.replace(message);
  }

  forced(messageId) {
    const message = this.conversation.messages.get(messageId);
    if (message) this.composer.answer(message);
  }

  // A message in another chat of this person counts as unread there.
  elsewhere({ chat_id: chatId, data }) {
    if (chatId === this.chatId || data.from.id === this.person.id) return;
    if (!this.world.chatsOf(this.person.id).some((chat) => chat.id === chatId)) return;
    this.unread.set(chatId, (this.unread.get(chatId) ?? 0) + 1);
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
    if (online) this.fill();
    this.draw();
    if (online) this.outbox.go();
  }

  end() {
    this.off();
    this.offs.forEach((off) => off());
    this.element.remove();
  }
}
