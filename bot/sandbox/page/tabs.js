// Where only one phone fits: tabs for the phones and for the stage.

import { avatar, fullName } from "./avatar.js";
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { words } from "./words.js";

export class Tabs {
  constructor(phones, stage) {
    Object.assign(this, { phones, stage });
    this.node = document.getElementById("tabs");
    this.news = new Map();
    phones.onchange(() => this.draw());
    words.onchange(() => this.draw());
    this.node.addEventListener("keydown", (event) => this.key(event));
    this.node.addEventListener("scroll", () => this.fade(), { passive: true });
    new ResizeObserver(() => this.show()).observe(this.node);
  }

  // Something came on a phone that may be out of view.
  tell(phone) {
    const id = phone.person.id;
    if (this.phones.shown === id) return;
    this.news.set(id, (this.news.get(id) ?? 0) + 1);
    this.draw();
  }

  get stands() {
    return !this.stage.hidden;
  }

  choose(tab) {
    this.phones.shown = tab;
    this.news.delete(tab);
    this.draw();
    this.phones.get(tab)?.log.settle();
  }

  draw() {
    const all = this.phones.all();
    if (!this.stands && this.phones.shown === "stage") this.phones.shown = null;
    this.phones.shown ??= all[0]?.person.id ?? (this.stands ? "stage" : null);
    const { shown } = this.phones;
    this.news.delete(shown);
    for (const phone of all) phone.element.toggleAttribute("data-shown", phone.person.id === shown);
    this.stage.toggleAttribute("data-shown", shown === "stage");
    const focused = this.node.contains(document.activeElement);
    const tabs = [...all.map((phone) => this.tab(phone)), this.stands && this.stageTab()].filter(Boolean);
    this.node.hidden = tabs.length < 2;
    const { scrollLeft } = this.node;
    this.node.replaceChildren(...tabs);
    this.node.scrollLeft = scrollLeft;
    if (focused) this.node.querySelector("[aria-current]")?.focus();
    const now = `${shown} of ${tabs.length}`;
    if (now === this.last) this.fade(); // whoever looks along the bar is not taken back by news
    else this.show();
    this.last = now;
  }

  // The tab of what is in view is in view too.
  show() {
    this.node.querySelector("[aria-current]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
    this.fade();
  }

  // Where there are more tabs than the bar shows, its edge says so.
  fade() {
    const { scrollLeft, clientWidth, scrollWidth } = this.node;
    this.node.toggleAttribute("data-before", scrollLeft > 1);
    this.node.toggleAttribute("data-more", scrollLeft + clientWidth < scrollWidth - 1);
  }

  tab({ person }) {
    const news = this.news.get(person.id);
    const badge = news ? h("span", { class: "badge", text: String(news) }) : null;
    return this.made(person.id, h("span", { class: "with-badge" }, avatar(person, "small"), badge), person.first_name);
  }

  stageTab() {
    return this.made("stage", icon("bolt", 24), words.t("page.stage"));
  }

  made(tab, picture, text) {
    const props = { data: { tab }, "aria-current": this.phones.shown === tab ? "true" : null };
    return button("", () => this.choose(tab), props, picture, h("span", { text }), null);
  }

  key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const nodes = [...this.node.children];
    if (!step) return;
    nodes[(nodes.indexOf(document.activeElement) + step + nodes.length) % nodes.length]?.focus();
  }
}
