// The page's dialogs: a new phone, and on which phone to follow a link that is shared.

import { avatar, fullName } from "./avatar.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { deepLink } from "./links.js";
import { LANGUAGES, paint, words } from "./words.js";

const NAMES = ["Emma", "Bence", "Lukas", "Lilla", "Oliver", "Hanna", "Máté", "Jonas", "Zsófi", "Sophie"];

function dialog(id, title, ...children) {
  const heading = h("h2", { id: `${id}-title`, data: { t: title } });
  const close = button("round close", () => node.close(), { data: { tLabel: "close" } }, icon("close"));
  const node = h("dialog", { id, class: "page-dialog", "aria-labelledby": `${id}-title` }, h("header", {}, heading, close), ...children);
  node.addEventListener("click", (event) => event.target === node && node.close());
  document.body.append(node);
  return node;
}

// Asks for a name and a language, or for somebody who is already here. `made` gets the person's id.
export class NewPhone {
  constructor(world, phones, net) {
    Object.assign(this, { world, phones, net });
    this.name = h("input", { name: "name", maxlength: "64", autocomplete: "off", autofocus: true });
    this.language = h("select", { name: "language" }, ...Object.entries(LANGUAGES).map(([value, text]) => h("option", { value, text })));
    this.known = h("select", { name: "known" });
    this.wrong = h("p", { class: "wrong", role: "alert" });
    const submit = h("button", { class: "main", type: "submit", data: { t: "new.button" } });
    this.older = h("div", { class: "older" }, field("new.known", this.known));
    const form = h("form", { method: "dialog" }, field("new.name", this.name), field("new.language", this.language), submit, this.wrong, this.older);
    form.addEventListener("submit", (event) => (event.preventDefault(), this.make()));
    this.known.addEventListener("change", () => this.known.value && this.done(Number(this.known.value)));
    this.node = dialog("new-phone", "new.title", form);
  }

  open(made = () => {}) {
    this.made = made;
    this.wrong.textContent = "";
    this.name.value = "";
    this.name.placeholder = words.t("new.example", { name: this.example() });
    this.language.value = words.language;
    const free = [...this.world.people.values()].filter((p) => !p.is_bot && !this.phones.get(p.id));
    const option = (person) => h("option", { value: person.id, text: fullName(person) });
    this.known.replaceChildren(h("option", { value: "", text: words.t("new.choose") }), ...free.map(option));
    this.older.hidden = !free.length;
    paint(this.node);
    this.node.showModal();
  }

  // A name that nobody has here.
  example() {
    const known = new Set([...this.world.people.values()].map((person) => person.first_name));
    return NAMES.find((name) => !known.has(name)) ?? NAMES[0];
  }

  async make() {
    const first_name = this.name.value.trim();
    if (!first_name) {
      this.wrong.textContent = words.t("new.ask");
      return this.name.focus();
    }
    try {
      const person = await this.net.order("person", { first_name, language_code: this.language.value });
      this.world.people.set(person.id, person);
      if (!this.world.chats.has(person.id)) this.world.chats.set(person.id, { ...person, type: "private", started: false, blocked: false });
      this.done(person.id);
    } catch (error) {
      this.wrong.textContent = error.message;
    }
  }

  done(personId) {
    this.node.close();
    this.phones.open(personId);
    this.phones.show(personId);
    this.made(personId);
  }
}

function field(key, control) {
  return h("label", { class: "field" }, h("span", { data: { t: key } }), control);
}

// "Send to which phone?": the one that is chosen follows the link.
export class Share {
  constructor(world, phones, newPhone) {
    Object.assign(this, { world, phones, newPhone });
    this.what = h("p", { class: "shared" });
    this.note = h("p", { class: "hint" });
    this.list = h("div", { class: "choices" });
    this.node = dialog("share", "share.title", this.what, this.note, this.list);
  }

  open(what, from) {
    const link = deepLink(what, this.world.bot);
    this.what.textContent = [what.text, what.share].filter(Boolean).join("\n");
    const others = this.phones.all().filter((phone) => phone !== from);
    this.note.textContent = words.t(!link ? "share.outside" : others.length ? "share.note" : "share.none");
    const go = (personId) => {
      this.node.close();
      this.phones.start(personId, link.start || null);
    };
    const choice = ({ person }) => button("choice", () => go(person.id), { data: { person: person.id } }, avatar(person, "small"), h("span", { text: fullName(person) }));
    const another = button("choice", () => (this.node.close(), this.newPhone.open(go)), {}, icon("add"), h("span", { data: { t: "add.phone" } }));
    this.list.replaceChildren(...(link ? [...others.map(choice), another] : []));
    paint(this.node);
    this.node.showModal();
  }
}
