// The messages of a chat, newest at the bottom. It follows what comes, unless its reader has scrolled up.

import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { isOwn, messageNode, senderOf } from "./message.js";
import { follow } from "./moment.js";
import { words } from "./words.js";

const NEAR = 48; // px from the end that count as the end
const RUN = 5 * 60; // seconds within which messages of one sender stand together
const REST = 1200; // ms without scrolling after which the day no longer floats
const DAY = 86_400_000; // ms of a calendar's day
const MOST = 400; // messages in the page; older ones come again with the button

export class Log {
  constructor(screen) {
    this.screen = screen;
    this.stuck = true;
    this.place = 0;
    this.unread = 0;
    this.list = h("div", { class: "list" });
    this.scroller = h("div", { class: "log", role: "log", tabindex: "0", data: { tLabel: "log" } }, this.list);
    this.count = h("span", { class: "count" });
    this.jump = button("newest", () => this.toEnd(true), { hidden: true, data: { tLabel: "newest" } }, icon("down", 22), this.count);
    this.element = h("div", { class: "log-frame" }, this.scroller, this.jump);
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    const observer = new ResizeObserver(() => this.settle());
    observer.observe(this.list);
    observer.observe(this.scroller);
  }

  // Show these messages and nothing else; `top` goes above the first.
  fill(messages, top) {
    this.last = null;
    this.list.replaceChildren(...[top].filter(Boolean));
    for (const message of messages) this.append(message);
    this.settle();
  }

  // A new message came.
  add(message) {
    const node = this.append(message);
    node.classList.add("fresh");
    if (isOwn(message, this.screen)) this.stuck = true;
    if (this.stuck) this.toEnd();
    else this.missed(message);
  }

  append(message) {
    const node = messageNode(message, this.screen);
    const day = dayOf(message);
    const before = this.last;
    if (day !== before?.day) this.list.append(dayLine(message, this.screen));
    const joined = before && day === before.day && together(before.message, message);
    if (joined) before.node.classList.remove("last");
    else node.classList.add("first");
    node.classList.add("last");
    this.list.append(node);
    this.last = { node, day, message };
    return node;
  }

  // The message has changed in place.
  replace(message) {
    const old = this.find(message.message_id);
    if (!old) return;
    const node = messageNode(message, this.screen);
    for (const name of ["first", "last"]) node.classList.toggle(name, old.classList.contains(name));
    const at = [...old.querySelectorAll("button, a")].indexOf(document.activeElement);
    old.replaceWith(node);
    if (at >= 0) refocus(node, at, this.scroller);
    if (this.last?.message.message_id === message.message_id) this.last = { ...this.last, node, message };
  }

  find(messageId) {
    return this.list.querySelector(`.message[data-id="${Number(messageId)}"]`);
  }

  // Show where a message is.
  goTo(messageId) {
    const node = this.find(messageId);
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.classList.remove("marked");
    requestAnimationFrame(() => node.classList.add("marked"));
  }

  get full() {
    return this.list.childElementCount > MOST && this.stuck;
  }

  missed(message) {
    if (isOwn(message, this.screen)) return;
    this.unread += 1;
    this.count.textContent = String(this.unread);
    this.jump.hidden = false;
  }

  toEnd(smoothly = false) {
    this.stuck = true;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smoothly && !still ? "smooth" : "instant" });
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (!clientHeight) return; // out of view: what it says of its place is not true
    this.place = scrollTop;
    this.stuck = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.stuck) {
      this.unread = 0;
      this.count.textContent = "";
    }
    this.jump.hidden = this.stuck;
    this.scroller.classList.toggle("moving", !this.stuck);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.scroller.classList.remove("moving"), REST);
  }

  // Sizes changed: a picture has come, a keyboard opened, the phone is in view again.
  settle() {
    if (!this.scroller.clientHeight) return;
    if (this.stuck) this.toEnd();
    else if (this.scroller.scrollTop === 0) this.scroller.scrollTop = this.place;
  }
}

// Who worked with the keyboard stays where they were, also when the buttons are other ones now.
function refocus(node, at, scroller) {
  const nodes = [...node.querySelectorAll(".rows button, .rows a")];
  const all = [...node.querySelectorAll("button, a")];
  (all[at] ?? nodes.at(-1) ?? scroller).focus({ preventScroll: true });
}

function together(a, b) {
  const service = (message) => !message.text && !message.caption && !message.document && !message.photo && !message.contact;
  return !service(a) && !service(b) && senderOf(a).id === senderOf(b).id && b.date - a.date < RUN;
}

function dayOf(message) {
  return words.day(new Date(message.date * 1000));
}

function dayLine(message, screen) {
  const date = new Date(message.date * 1000);
  const line = h("time", { datetime: date.toISOString() });
  follow(line, () => dayName(date, screen)); // today is yesterday tomorrow
  return h("div", { class: "day" }, line);
}

function dayName(date, screen) {
  const [day, today] = [words.day(date), words.day(screen.now())];
  const yesterday = new Date(Date.parse(today) - DAY).toISOString().slice(0, 10);
  if (day === today) return screen.t("today");
  if (day === yesterday) return screen.t("yesterday");
  return words.time(date, { weekday: "long", day: "numeric", month: "long" }, screen.language);
}
