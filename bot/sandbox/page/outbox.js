// What a person sends: it goes out at once, or waits in sight until the phone is online.

import { fullName } from "./avatar.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { order } from "./net.js";

export class Outbox {
  constructor(phone) {
    this.phone = phone;
    this.waiting = [];
    this.element = h("div", { class: "unsent", hidden: true });
  }

  // Send a text; true when it is on its way, now or when the phone is online again.
  say(text, replyTo = null) {
    const { phone } = this;
    const body = { person: phone.person.id, chat: phone.chatId, text, thread: phone.thread || null, reply_to: replyTo };
    return this.put("types", body, text);
  }

  // A command was tapped: in groups it names the bot it is for.
  command(text) {
    const { world, chatId } = this.phone;
    const named = world.chats.get(chatId).type === "private" || text.includes("@");
    return this.say(named ? text : `${text}@${world.bot.username}`);
  }

  start(payload) {
    return this.put("start", { person: this.phone.person.id, payload }, "/start");
  }

  // Ask whether the bot may have the person's number, and send it.
  contact() {
    const { phone } = this;
    const number = `+36${String(phone.person.id).padStart(9, "0")}`;
    const body = { person: phone.person.id, chat: phone.chatId, phone_number: number };
    const text = phone.t("contact.why", { bot: fullName(phone.world.bot), number });
    const done = () => this.put("shares_contact", body, phone.t("contact"));
    phone.notices.ask({ title: phone.t("contact.share"), text, yes: "contact.yes", no: "cancel", done });
  }

  // Carry out an order that sends something; `text` stands for it while it waits. True unless it failed.
  async put(name, body, text) {
    if (this.phone.offline) {
      this.waiting.push({ name, body, text });
      this.draw();
      return true;
    }
    try {
      await order(name, body);
      return true;
    } catch (error) {
      this.phone.failed(error);
      return false;
    }
  }

  // The phone is online: everything in the order in which it was written. What cannot leave stays in sight.
  async go() {
    const all = this.waiting.splice(0);
    while (all.length && (await this.put(all[0].name, all[0].body, all[0].text))) all.shift();
    this.waiting.unshift(...all);
    this.draw();
  }

  draw() {
    const bubble = ({ text }) => {
      const meta = h("span", { class: "meta" }, icon("clock", 13));
      const inside = h("div", { class: "bubble" }, h("div", { class: "text" }, text, meta));
      return h("div", { class: "pending out", title: this.phone.t("unsent") }, inside);
    };
    this.element.replaceChildren(...this.waiting.map(bubble));
    this.element.hidden = !this.waiting.length;
  }
}
