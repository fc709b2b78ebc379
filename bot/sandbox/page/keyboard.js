// The keyboard that a bot may put below the input field. A key sends what is on it, or the contact it asks for.

import { button, h } from "./dom.js";

export class Keyboard {
  constructor(phone) {
    this.phone = phone;
    this.shut = false;
    this.element = h("div", { class: "keyboard", role: "group", hidden: true, data: { tLabel: "keyboard" } });
  }

  get rows() {
    const shown = this.phone.keyboard;
    return shown && !shown.hidden ? shown.keyboard ?? [] : [];
  }

  // Is there one, shown or folded away?
  get exists() {
    return this.rows.length > 0;
  }

  draw() {
    this.element.hidden = !this.exists || this.shut;
    this.element.classList.toggle("low", Boolean(this.phone.keyboard?.resize_keyboard));
    this.element.replaceChildren(...this.rows.map((row) => h("div", { class: "keys" }, ...row.map((key) => this.key(key)))));
  }

  key(raw) {
    const key = typeof raw === "string" ? { text: raw } : raw;
    const look = ["danger", "success", "primary"].includes(key.style) ? `key ${key.style}` : "key";
    return button(look, () => this.pressed(key), { text: key.text, data: { key: key.text } });
  }

  pressed(key) {
    if (key.request_contact) this.phone.outbox.contact();
    else if (key.request_location || key.request_poll || key.web_app) this.phone.says(this.phone.t("not.here"));
    else this.phone.send(key.text);
  }

  fold() {
    this.shut = !this.shut;
    this.draw();
  }
}
