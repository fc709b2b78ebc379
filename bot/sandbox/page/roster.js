// Where the phones do not all fit side by side: who else has one, with a way to it and what is new there.

import { avatar } from "./avatar.js";
import { button, h } from "./dom.js";
import { words } from "./words.js";

const NEARLY = 0.9; // so much of a phone seen is all of it

export class Roster {
  constructor(phones) {
    Object.assign(this, { phones, news: new Map(), seen: new Set() });
    this.node = document.getElementById("roster");
    this.watch = new IntersectionObserver((entries) => this.look(entries), { root: phones.room, threshold: [0, NEARLY] });
    this.watched = new Map();
    phones.onchange(() => this.follow());
    words.onchange(() => this.draw());
  }

  // Something came on a phone that may be out of view.
  tell(phone) {
    const id = phone.person.id;
    if (this.seen.has(id)) return;
    this.news.set(id, (this.news.get(id) ?? 0) + 1);
    this.draw();
  }

  // Phones come and go.
  follow() {
    const now = new Map(this.phones.all().map((phone) => [phone.element, phone.person.id]));
    for (const [element, id] of this.watched) {
      if (now.has(element)) continue;
      this.watch.unobserve(element);
      this.seen.delete(id);
      this.news.delete(id);
    }
    for (const element of now.keys()) if (!this.watched.has(element)) this.watch.observe(element);
    this.watched = now;
    this.draw();
  }

  look(entries) {
    for (const { target, intersectionRatio } of entries) {
      const id = this.watched.get(target);
      if (id === undefined) continue;
      if (intersectionRatio < NEARLY) this.seen.delete(id);
      else {
        this.seen.add(id);
        this.news.delete(id);
      }
    }
    this.draw();
  }

  // Chips stay what they are while something changes on them: a click must not miss one that was just made anew.
  draw() {
    const all = this.phones.all();
    this.node.hidden = all.length < 2 || all.every((phone) => this.seen.has(phone.person.id));
    this.node.setAttribute("aria-label", words.t("page.roster"));
    const chips = new Map([...this.node.children].map((chip) => [Number(chip.dataset.person), chip]));
    const wanted = all.map(({ person }) => chips.get(person.id) ?? this.chip(person));
    if (wanted.some((chip, i) => chip !== this.node.children[i]) || wanted.length !== chips.size) {
      this.node.replaceChildren(...wanted);
    }
    all.forEach(({ person }, i) => this.mark(wanted[i], person.id));
  }

  chip(person) {
    const props = { data: { person: person.id } };
    const name = h("span", { text: person.first_name });
    return button("", () => this.phones.show(person.id), props, avatar(person, "tiny"), name);
  }

  mark(chip, id) {
    chip.toggleAttribute("data-seen", this.seen.has(id));
    const news = this.news.get(id);
    let badge = chip.querySelector(".badge");
    if (!news) badge?.remove();
    else if (badge) badge.textContent = String(news);
    else chip.append(h("span", { class: "badge", text: String(news) }));
  }
}
