// The chat that is open on a phone: which of its messages are shown, and what happenings change there.

import { aboutBot } from "./about.js";
import { button } from "./dom.js";
import { serviceText } from "./service.js";

export class View {
  constructor(phone) {
    Object.assign(this, { phone, off: () => {}, conversation: null, frozen: null });
  }

  // Watch the chat that the phone is turned to.
  watch() {
    const { phone, off: before } = this;
    const { chat, off } = phone.world.watch(phone.chatId, (happening) => this.take(happening));
    before(); // only now: the chat may be the same, and would have to be loaded again
    Object.assign(this, { conversation: chat, off });
    phone.draw();
    if (chat.ready) this.fill();
    else phone.log.fill([]);
  }

  // Offline, the phone shows what it has got so far.
  freeze(offline) {
    const { messages, id } = this.conversation;
    this.frozen = offline && { id, messages: new Map(messages), at: this.phone.now() / 1000 };
    if (!offline) this.fill();
  }

  get messages() {
    const { frozen, conversation } = this;
    if (!frozen) return [...conversation.messages.values()];
    if (frozen.id === conversation.id) return [...frozen.messages.values()];
    return [...conversation.messages.values()].filter((message) => message.date <= frozen.at);
  }

  get shown() {
    return this.messages.filter((message) => this.shows(message));
  }

  // Those that can be answered.
  get answerable() {
    return this.shown.filter((message) => !serviceText(message, this.phone));
  }

  shows(message) {
    const { thread } = this.phone;
    return thread === null || (message.message_thread_id ?? 0) === thread;
  }

  fill() {
    const { phone, shown, conversation } = this;
    const earlier = conversation.more && button("earlier", () => conversation.older(), { text: phone.t("earlier") });
    phone.log.fill(shown, earlier || (shown.length || !conversation.ready ? null : aboutBot(phone)));
  }

  // Something happened in this chat.
  take(happening) {
    const { phone } = this;
    const { kind, data } = happening;
    if (phone.offline && kind !== "loaded") return; // all of it is shown when the phone is online again
    if (kind === "loaded" || kind === "delete") this.fill();
    else if (kind === "message") this.add(data);
    else if (kind === "edit" || kind === "reaction") this.change(this.conversation.messages.get(data.message_id));
    else if (kind === "action") phone.head.act(data.action);
    else if (kind === "call" && data.params.reply_markup?.force_reply) this.force(data);
    if (kind === "loaded") phone.draw();
    else if (kind === "message" || kind === "call") phone.composer.draw();
  }

  add(message) {
    const { phone } = this;
    if (message.from.is_bot) phone.head.act(null);
    if (message.forum_topic_created) phone.draw();
    if (!this.shows(message)) return;
    if (phone.log.full) this.conversation.forget();
    if (phone.log.full || !phone.log.last) this.fill();
    else phone.log.add(message);
    phone.app.news(phone, message);
  }

  change(message) {
    if (message && this.shows(message)) this.phone.log.replace(message);
  }

  // The bot asks for an answer to its message; a selective question is for those whom it mentions or answers.
  force({ message_id: id, params: { reply_markup: markup } }) {
    const message = this.conversation.messages.get(id);
    if (message && (!markup.selective || concerns(message, this.phone.person.id))) {
      this.phone.composer.answer(message, markup.input_field_placeholder);
    }
  }
}

function concerns(message, person) {
  const mentioned = (message.entities ?? []).map((entity) => entity.user?.id);
  return message.chat.type === "private" || [...mentioned, message.reply_to_message?.from?.id].includes(person);
}
