// All phones on the page: who has one, which is in view, and what is remembered of them.

import { recallPhones, rememberPhones } from "./memory.js";
import { Phone } from "./phone.js";

export class Phones {
  // `app` gives `share(what, phone)`, `theme()`; `changed()` is called when phones come, go or change.
  constructor(world, room, app) {
    Object.assign(this, { world, room, app });
    this.byPerson = new Map();
    this.listeners = new Set();
    this.shown = null;
  }

  onchange(fn) {
    this.listeners.add(fn);
  }

  changed() {
    const kept = [...this.byPerson.values()].map((phone) => ({ person: phone.person.id, chat: phone.chatId, theme: phone.theme }));
    if (this.world.id !== null) rememberPhones(this.world.id, kept);
    this.listeners.forEach((fn) => fn());
  }

  // The phones that were open when this page was last left.
  restore() {
    for (const { person, chat, theme } of recallPhones(this.world.id) ?? []) {
      if (this.world.people.has(person)) this.open(person, { chat, theme });
    }
  }

  // The world is another one, or was loaded anew: phones of people who are gone go too.
  again() {
    for (const [id, phone] of this.byPerson) {
      if (!this.world.people.has(id) || this.world.id !== phone.worldId) this.close(id);
      else phone.look();
    }
    if (!this.byPerson.size) this.restore();
  }

  all() {
    return [...this.byPerson.values()];
  }

  get(personId) {
    return this.byPerson.get(personId);
  }

  // A person's phone, opened if it is not; with `chat`, on that chat.
  open(personId, { chat, theme } = {}) {
    const there = this.byPerson.get(personId);
    if (there) {
      if (chat) there.turn(chat);
      return there;
    }
    const person = this.world.people.get(personId);
    if (!person) throw new Error(`no person ${personId}`);
    const known = chat && this.world.chats.has(chat) ? chat : undefined;
    const wiring = { changed: () => this.changed(), close: () => this.close(personId), app: this.app };
    const phone = new Phone(this.world, person, { chat: known, theme, ...wiring });
    phone.worldId = this.world.id;
    this.byPerson.set(personId, phone);
    this.room.append(phone.element);
    this.shown ??= personId;
    this.changed();
    return phone;
  }

  close(personId) {
    const phone = this.byPerson.get(personId);
    if (!phone) return;
    phone.end();
    this.byPerson.delete(personId);
    if (this.shown === personId) this.shown = this.byPerson.keys().next().value ?? null;
    this.changed();
  }

  // Follow a deep link on a person's phone, in view.
  async start(personId, payload) {
    const phone = this.open(personId);
    this.show(personId);
    return phone.start(payload);
  }

  // Bring a phone to view.
  show(personId) {
    const phone = this.byPerson.get(personId);
    if (!phone) return;
    this.shown = personId;
    this.listeners.forEach((fn) => fn());
    phone.element.scrollIntoView({ block: "nearest", inline: "center" });
    phone.element.classList.remove("called");
    requestAnimationFrame(() => phone.element.classList.add("called"));
  }
}
