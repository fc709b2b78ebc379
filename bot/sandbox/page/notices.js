// What the bot answers to a tap: a toast that passes, or an alert that wants to be closed.

import { button, h } from "./dom.js";

const SHORTEST = 3000; // ms that a toast stays, and more for each letter
const EACH = 45;

export class Notices {
  constructor(screen) {
    this.screen = screen;
    this.toast = h("div", { class: "toast", role: "status" });
    this.dialog = h("dialog", { class: "alert", "aria-modal": "true" });
    this.element = h("div", { class: "notices" }, this.dialog);
    this.dialog.addEventListener("keydown", (event) => event.key === "Escape" && this.close(event));
  }

  say(text) {
    clearTimeout(this.passing);
    this.toast.textContent = text;
    this.passing = setTimeout(() => (this.toast.textContent = ""), SHORTEST + text.length * EACH);
  }

  alert(text) {
    this.ask({ text, yes: "ok" });
  }

  // A question or an alert in the phone; `done` is called when the answer is yes.
  ask({ title, text, yes, no, done = () => {} }) {
    this.before ??= document.activeElement;
    const { screen } = this;
    const agree = button(no ? "yes" : "close", () => (this.close(), done()), { text: screen.t(yes) });
    const refuse = no && button("close quiet", () => this.close(), { text: screen.t(no) });
    const body = h("p", { text });
    this.dialog.replaceChildren(...[title && h("h2", { text: title }), body, h("div", { class: "acts" }, refuse, agree)].filter(Boolean));
    this.dialog.setAttribute("aria-label", title ?? text);
    this.element.classList.add("asking");
    screen.hold(true);
    if (!this.dialog.open) this.dialog.show();
    agree.focus({ preventScroll: true });
  }

  close(event) {
    event?.preventDefault();
    event?.stopPropagation();
    this.dialog.close();
    this.element.classList.remove("asking");
    this.screen.hold(false);
    this.before?.focus?.({ preventScroll: true });
    this.before = null;
  }
}
