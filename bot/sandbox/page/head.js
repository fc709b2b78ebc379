// The top of a chat: with whom, what they are doing, and the way to the person's other chats and to topics.

import { avatar, fullName } from "./avatar.js";
import { button, h } from "./dom.js";

const BUSY = 5500; // ms: Telegram's apps stop showing "typing" a little later than bots repeat it

export class Head {
  constructor(phone) {
    this.phone = phone;
    this.switch = h("nav", { class: "switch", data: { tLabel: "chats" } });
    this.face = h("span", { class: "face" });
    this.name = h("h3", { class: "name" });
    this.state = h("p", { class: "state" });
    this.topics = h("nav", { class: "topics", data: { tLabel: "topics" } });
    const line = h("div", { class: "head" }, this.face, h("div", { class: "about" }, this.name, this.state));
    this.element = h("div", { class: "top" }, this.switch, line, this.topics);
  }

  // Everything as it is now.
  draw() {
    const { phone } = this;
    const chat = phone.world.chats.get(phone.chatId);
    const card = chat?.type === "private" ? phone.world.bot : chat;
    if (!card) return;
    this.face.replaceChildren(avatar(card));
    this.name.textContent = fullName(card);
    this.drawChats();
    this.drawTopics(chat);
    this.drawState();
  }

  drawChats() {
    const { phone } = this;
    const chats = phone.world.chatsOf(phone.person.id);
    this.switch.hidden = chats.length < 2;
    if (this.switch.hidden) return;
    redraw(this.switch, chats.map((chat) => this.chatButton(chat)));
  }

  chatButton(chat) {
    const { phone } = this;
    const card = chat.type === "private" ? phone.world.bot : chat;
    const here = chat.id === phone.chatId;
    const unread = !phone.offline && phone.unread.get(chat.id);
    const badge = unread ? h("span", { class: "badge", text: String(unread) }) : null;
    const props = { "aria-current": here ? "true" : null, data: { chat: chat.id } };
    return button("chat", () => phone.turn(chat.id), props, avatar(card, "tiny"), h("span", { text: fullName(card) }), badge);
  }

  drawTopics(chat) {
    const { phone } = this;
    this.topics.hidden = !chat?.is_forum;
    if (this.topics.hidden) return redraw(this.topics, []);
    const named = (chat.topics ?? []).map((topic) => [topic.message_thread_id, topic.name]);
    const all = [[null, phone.t("topic.all")], [0, phone.t("topic.general")], ...named];
    redraw(this.topics, all.map(([thread, name]) => this.topicButton(thread, name)));
  }

  topicButton(thread, name) {
    const here = this.phone.thread === thread;
    const props = { text: name, "aria-current": here ? "true" : null, data: { thread: String(thread ?? "all") } };
    return button("topic-chip", () => this.phone.turnThread(thread), props);
  }

  drawState() {
    const { phone } = this;
    const chat = phone.world.chats.get(phone.chatId);
    const busy = this.busy && !phone.offline;
    this.state.classList.toggle("busy", Boolean(busy || phone.offline));
    this.state.textContent = phone.offline ? phone.t("offline") : busy ? this.busy : this.quiet(chat);
    if (busy || phone.offline) this.state.append(h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")));
  }

  quiet(chat) {
    if (!chat || chat.type === "private") return this.phone.t("bot");
    const there = (chat.members ?? []).filter((m) => !["left", "kicked"].includes(m.status));
    return this.phone.t("members", { n: there.length });
  }

  // The bot is doing something; `null` when it is done.
  act(action) {
    clearTimeout(this.ending);
    this.busy = action && this.phone.t(action.startsWith("upload") ? "sending.file" : "typing");
    if (this.busy) this.ending = setTimeout(() => this.act(null), BUSY);
    this.drawState();
  }
}

// New children, with the focus on the one that has the same place.
function redraw(parent, nodes) {
  const at = [...parent.children].indexOf(document.activeElement);
  parent.replaceChildren(...nodes);
  if (at >= 0) parent.children[Math.min(at, nodes.length - 1)]?.focus({ preventScroll: true });
}
