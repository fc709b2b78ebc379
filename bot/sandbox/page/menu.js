// What may be done to a phone and its person: the menu in its corner.

import { fullName } from "./avatar.js";
import { arrows, button, dismissable, h } from "./dom.js";
import { icon } from "./icons.js";
import { LANGUAGES, known, words } from "./words.js";

export class Menu {
  constructor(phone, act) {
    Object.assign(this, { phone, act });
    this.opener = button("phone-menu round", () => this.toggle(), { "aria-haspopup": "menu", "aria-expanded": "false" }, icon("more"));
    this.list = h("div", { class: "menu", role: "menu", hidden: true });
    this.element = h("div", { class: "menu-place" }, this.opener, this.list);
    arrows(this.list, "[role=menuitem]");
    this.list.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.element.contains(event.relatedTarget)) this.close();
    });
  }

  name() {
    const label = words.t("menu", { name: fullName(this.phone.person) });
    this.opener.setAttribute("aria-label", label);
    this.opener.title = label;
    this.list.setAttribute("aria-label", label);
  }

  toggle() {
    if (!this.list.hidden) return this.close();
    this.list.replaceChildren(...this.items());
    this.list.hidden = false;
    this.opener.setAttribute("aria-expanded", "true");
    this.list.querySelector("button").focus();
    this.off = dismissable(this.element, (event) => this.close(event.type === "keydown"));
  }

  close(back = false) {
    this.list.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    this.off?.();
    if (back) this.opener.focus();
  }

  items() {
    const { phone } = this;
    const blocked = phone.world.chats.get(phone.person.id)?.blocked;
    const spoken = known(phone.person.language_code);
    const languages = Object.keys(LANGUAGES).map((code) => {
      const text = words.t("menu.language", { language: words.t(`language.${code}`) });
      return this.item(`language-${code}`, code === spoken ? "check" : "globe", text, code === spoken);
    });
    return [
      blocked ? this.item("unblock", "unblock") : this.item("block", "block"),
      phone.offline ? this.item("online", "online") : this.item("offline", "away"),
      h("hr"),
      ...languages,
      h("hr"),
      this.item("theme", "moon"),
      this.item("close", "close"),
    ];
  }

  item(name, picture, text = words.t(`menu.${name}`), current = false) {
    const props = { role: "menuitem", data: { act: name }, "aria-current": current ? "true" : null };
    const chosen = () => {
      this.close(true);
      this.act(name);
    };
    return button("", chosen, props, icon(picture, 18), h("span", { text }));
  }
}
