// The line above a phone: whose it is, how it fares, and the menu of what may be done to it.

import { avatar, fullName } from "./avatar.js";
import { h } from "./dom.js";
import { Menu } from "./menu.js";
import { order } from "./net.js";
import { words } from "./words.js";

export class Owner {
  constructor(phone) {
    this.phone = phone;
    this.menu = new Menu(phone, (act) => this.act(act));
    this.who = h("div", { class: "whose" });
    this.element = h("header", { class: "owner" }, this.who, this.menu.element);
  }

  draw() {
    const { person } = this.phone;
    this.who.replaceChildren(avatar(person, "small"), h("h2", { text: fullName(person) }), ...this.chips());
    this.menu.name();
  }

  chips() {
    const { phone } = this;
    const blocked = phone.world.chats.get(phone.person.id)?.blocked;
    const states = [phone.offline && "offline", blocked && "blocked", phone.person.deactivated && "gone"].filter(Boolean);
    const language = h("span", { class: "chip", text: (phone.person.language_code ?? "en").toUpperCase() });
    return [language, ...states.map((name) => h("span", { class: `chip ${name}`, text: words.t(`state.${name}`) }))];
  }

  // What was chosen in the menu.
  act(name) {
    const { phone } = this;
    if (name === "close") return phone.close();
    if (name === "theme") return phone.dress();
    if (name === "offline" || name === "online") return phone.connect(name === "online");
    if (name === "block" || name === "unblock") return this.order(`${name}s`);
    return this.speak(name.replace("language-", ""));
  }

  async order(name, body = {}) {
    const { phone } = this;
    try {
      return await order(name, { person: phone.person.id, ...body });
    } catch (error) {
      phone.failed(error);
      return null;
    }
  }

  // Telegram in another language; the bot learns of it with the next thing this person does.
  async speak(language) {
    const { phone } = this;
    if (!(await this.order("changes", { language_code: language }))) return;
    phone.world.people.set(phone.person.id, { ...phone.person, language_code: language });
    phone.draw();
    phone.fill();
  }
}
