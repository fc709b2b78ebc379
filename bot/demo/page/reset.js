// Begin again with a fresh studio; what is lost by it is said before.

import { attribute, el, text } from "./dom.js";
import { button } from "./desk.js";

export function reset(desk) {
  const words = { title: el("h2"), ask: el("p"), no: el("button", { type: "submit", value: "no", autofocus: true }) };
  const yes = button({ class: "s-danger", "data-confirm": "reset" }, async () => {
    dialog.close();
    await desk.order("reset");
  });
  const form = el("form", { method: "dialog" }, words.title, words.ask, el("div", { class: "s-acts" }, words.no, yes));
  const dialog = el("dialog", { id: "reset-ask", class: "stage-dialog" }, form);
  const opener = button({ "data-order": "reset", class: "bar-button" }, async () => dialog.showModal());
  opener.append(desk.icon("reset"), el("span"));
  document.body.append(dialog);

  desk.label(() => {
    text(opener.lastElementChild, desk.t("reset.button"));
    attribute(opener, "aria-label", desk.t("reset.button"));
    attribute(opener, "title", desk.t("reset.button"));
    text(words.title, desk.t("reset.title"));
    text(words.ask, desk.t("reset.ask"));
    text(words.no, desk.t("reset.no"));
    text(yes, desk.t("reset.yes"));
  });
  return opener;
}
