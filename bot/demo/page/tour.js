// A tour of ten steps that may be followed or ignored: each says what to do and why, shows where, and ticks itself off.

import { attribute, el, text } from "./dom.js";
import { button } from "./desk.js";
import { places, STEPS } from "./steps.js";
import { show } from "./spot.js";
import { story } from "./story.js";
import { Witness } from "./witness.js";

const FOLDED = "stage.tour.folded";
const LINGERS = 1800; // a step that has just happened stays to be read

export function tour(desk) {
  const steps = Array.from({ length: STEPS }, (_, i) => step(i + 1, () => choose(i + 1)));
  const list = el("ol", { class: "steps" }, ...steps);
  const title = el("h2");
  const what = el("p", { class: "do" });
  const why = el("p", { class: "why" });
  const where = button({ class: "s-primary", "data-tour": "show" }, () => point());
  const play = story(desk, (scene) => {
    playing = scene;
    paint();
  });
  const card = el("div", { class: "step", "aria-live": "polite" }, title, what, why);
  const inside = el(
    "div",
    { class: "tour-inside" },
    list,
    el("div", { class: "tour-text" }, card, el("div", { class: "s-acts" }, where, play)),
  );
  const node = el("section", { id: "tour", class: "stage-part" }, inside);
  const toggle = el(
    "button",
    {
      type: "button",
      id: "tour-toggle",
      class: "bar-button",
      "aria-controls": "tour",
      onclick: () => fold(!node.hidden),
    },
    desk.icon("play"),
    el("span"),
  );
  const witness = new Witness(desk, ticked);
  let chosen = null;
  let lingering = null;
  let playing = null;
  let known = null;

  const first = () => steps.findIndex((_, i) => !witness.done(i + 1)) + 1; // 0 when all are done
  const current = () => chosen ?? first();

  function choose(n) {
    chosen = n;
    clearTimeout(lingering);
    paint();
  }

  // The step that has just been done is shown as done for a moment, then the next one comes.
  function ticked(n) {
    if (n === chosen || n === lastShown) {
      chosen = n;
      clearTimeout(lingering);
      lingering = setTimeout(() => choose(null), LINGERS);
    }
    paint();
  }

  let lastShown = 0;

  function paint() {
    const n = current();
    lastShown = n;
    for (const [i, item] of steps.entries()) {
      const done = witness.done(i + 1);
      attribute(item, "data-done", done);
      attribute(item.firstElementChild, "aria-current", i + 1 === n ? "step" : null);
      attribute(
        item.firstElementChild,
        "aria-label",
        desk.t(done ? "tour.chip.done" : "tour.chip", { n: i + 1, title: desk.t(`tour.${i + 1}.title`) }),
      );
    }
    const values = named(desk, witness.cast);
    const key = playing ? `tour.play.${playing}` : n ? `tour.${n}` : "tour.all";
    text(title, playing ? desk.t("tour.playing") : (n ? `${n}. ` : "") + desk.t(`${key}.title`));
    text(what, desk.t(`${key}.do`, values));
    text(why, desk.t(`${key}.why`, values));
    attribute(card, "data-done", n > 0 && !playing && witness.done(n));
    attribute(where, "hidden", n === 0 || playing !== null);
    attribute(play, "hidden", steps.some((_, i) => witness.done(i + 1)) || desk.state.now?.played !== false);
  }

  async function point() {
    const n = current();
    if (!n || !witness.cast) return;
    const found = await show(desk, places(n, witness.cast, desk.state.now));
    if (!found) desk.say(desk.t("tour.nowhere"));
    else if (n === 3 && placed(witness.cast)) witness.tick(3);
  }

  function fold(away) {
    node.hidden = away;
    attribute(toggle, "aria-expanded", String(!away));
    remember(away);
  }

  desk.label(() => {
    attribute(node, "aria-label", desk.t("tour.label"));
    text(where, desk.t("tour.show"));
    text(toggle.lastElementChild, desk.t("tour.label"));
    attribute(toggle, "aria-label", desk.t("tour.label"));
    attribute(toggle, "title", desk.t("tour.label"));
    paint();
  });
  desk.state.on(({ world }) => {
    if (world !== known) [known, chosen, playing] = [world, null, null]; // another world begins anew
    paint();
  });
  fold(folded());
  return { node, toggle };
}

function step(n, act) {
  return el(
    "li",
    { "data-step": n },
    el("button", { type: "button", onclick: act }, el("span", { "aria-hidden": "true" }, String(n))),
  );
}

// Step 3 is to look at the line, so showing it is doing it, once a guest is in it.
function placed({ full, guests }) {
  return guests.some((guest) => full.line.some((entry) => entry.person === guest));
}

function named(desk, cast) {
  const [anna, bence, clara] = (cast?.guests ?? []).map((id) => desk.person(id));
  const title = (event) => (event ? desk.name(event.names) : "…");
  return {
    anna: anna ?? "…",
    bence: bence ?? "…",
    clara: clara ?? "…",
    full: title(cast?.full),
    hand: title(cast?.hand),
  };
}

function folded() {
  try {
    return localStorage.getItem(FOLDED) === "true";
  } catch {
    return false;
  }
}

function remember(away) {
  try {
    localStorage.setItem(FOLDED, String(away));
  } catch {
    // It is shown again next time.
  }
}
