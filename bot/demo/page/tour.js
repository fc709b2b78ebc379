// A tour of ten steps in each of two chapters, that may be followed or ignored: each step says what to do and why, shows
// where, and ticks itself off.

import { month, seats } from "./chapters.js";
import { attribute, el, text } from "./dom.js";
import { button } from "./desk.js";
import { show } from "./spot.js";
import { STEPS } from "./steps.js";
import { OVER, story } from "./story.js";

const FOLDED = "stage.tour.folded";
const LINGERS = 1800; // a step that has just happened stays to be read
const READS = 6000;
const CLOSING = 15_000; // and so does the end of the story

export function tour(desk, opener) {
  const steps = Array.from({ length: STEPS }, (_, i) => step(i + 1, () => choose(i + 1)));
  const list = el("ol", { class: "steps" }, ...steps);
  const title = el("h2");
  const what = el("p", { class: "do" });
  const why = el("p", { class: "why" });
  const late = el("p", { class: "late" });
  const where = button({ class: "s-primary", "data-tour": "show" }, () => point());
  const again = button({ class: "s-primary", "data-tour": "again" }, async () => opener.click());
  const other = button({ class: "s-quiet", "data-tour": "chapter" }, async () => turnTo(beside()));
  const { play, stop } = story(desk, () => chapter.name, plays);
  const hint = el("p", { class: "hint" });
  const card = el("div", { class: "step", "aria-live": "polite" }, title, what, why, hint, late);
  const inside = el(
    "div",
    { class: "tour-inside" },
    list,
    el("div", { class: "tour-text" }, card, el("div", { class: "s-acts" }, where, again, play, stop, other)),
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
    desk.icon("flag"),
    el("span"),
  );
  const chapters = {};
  for (const make of [seats, month]) {
    const made = make(desk, (n) => made === chapter && ticked(n));
    chapters[made.name] = made;
  }
  let chapter = chapters.seats;
  let chosen = null;
  let following = null;
  let lastShown = 0;
  let lingering = null;
  let playing = null;
  let known = null;
  let hinted = null; // one more sentence, until another step comes
  let offered = false; // whether the story could be played a moment ago

  const isDone = (n) => chapter.witness.done(n);
  const beside = () => (chapter === chapters.seats ? chapters.month : chapters.seats);
  const first = () => steps.findIndex((_, i) => !isDone(i + 1)) + 1; // 0 when all are done
  const current = () => chosen ?? first();

  function choose(n) {
    chosen = n;
    following = null;
    if (n) hinted = null;
    if (playing === OVER) playing = null;
    clearTimeout(lingering);
    paint();
  }

  // Another world begins with the first chapter.
  function anew(world) {
    [known, chapter, chosen, playing, offered, hinted] = [world, chapters.seats, null, null, false, null];
  }

  function turnTo(next) {
    chapter = next;
    offered = chapter.playable(desk.state.now);
    playing = null;
    choose(null);
    hinted = null;
    paint();
  }

  // A chapter plays by itself: this scene begins, and those before it have happened. Null where it broke off.
  function plays(name, scene, played) {
    chapter = chapters[name] ?? chapter;
    playing = scene;
    hinted = null;
    for (const n of played) chapter.witness.tick(n);
    clearTimeout(lingering);
    chosen = null;
    if (scene === OVER) lingering = setTimeout(() => choose(null), CLOSING);
    paint();
  }

  // The step that has just been done is shown as done for a moment, then the next one comes, which may be done as well.
  function ticked(n) {
    const lingers = chosen !== null && chosen === lastShown && isDone(chosen);
    if (!playing && (n === lastShown || (lingers && n === chosen + 1 && chosen === chapter.arrives))) linger(n);
    else if (!playing && lingers && n === chosen + 1) following = n;
    paint();
  }

  function linger(n) {
    chosen = n;
    clearTimeout(lingering);
    lingering = setTimeout(() => passes(), n === chapter.arrives || turned(n)?.say === "taken" ? READS : LINGERS);
  }

  function passes() {
    const next = following;
    if (!next) return choose(null);
    following = null;
    linger(next);
    paint();
  }

  // What to do at this step from here; null where it cannot be played any more.
  function turned(n) {
    return chapter.turned(n);
  }

  // Which words tell of a step: its own, unless the story has left its path.
  function wording(n, next) {
    if (next?.say === "taken") return first() ? ["tour.taken.do", "tour.taken.why"] : ["tour.taken.do", "tour.strayed.why"];
    if (isDone(n) || next?.say === null) return [chapter.words(`${n}.do`), chapter.words(`${n}.why`)];
    if (next === null) return ["tour.strayed.do", "tour.strayed.why"];
    const own = ["start", "wait"].includes(next.say) ? `tour.turn.${next.say}` : chapter.words(`turn.${next.say}`);
    return [own, "tour.turn.why"];
  }

  function values(n, next) {
    return {
      ...chapter.names(n),
      who: next?.who ? desk.person(next.who) : "…",
      event: next?.event ? desk.name(next.event.names) : "…",
      n: first(),
    };
  }

  // Nothing is pointed at that the words do not name.
  function pointed(n, next) {
    return Boolean(next?.places.length) && (!isDone(n) || next.say === null);
  }

  function paint() {
    const n = current();
    lastShown = n;
    const next = n && !playing ? turned(n) : { say: null, places: [] };
    const astray = next === null ? !isDone(n) : next.say === "taken";
    for (const [i, item] of steps.entries()) {
      const done = isDone(i + 1);
      attribute(item, "data-done", done);
      attribute(item.firstElementChild, "aria-current", i + 1 === n ? "step" : null);
      attribute(
        item.firstElementChild,
        "aria-label",
        desk.t(done ? "tour.chip.done" : "tour.chip", { n: i + 1, title: desk.t(chapter.words(`${i + 1}.title`)) }),
      );
    }
    const key = chapter.words(playing ? `play.${playing}` : n ? `${n}` : "all");
    const [does, because] = n && !playing ? wording(n, next) : [`${key}.do`, `${key}.why`];
    const told = values(n, next);
    text(title, playing ? desk.t(playing === OVER ? "tour.played" : "tour.playing") : (n ? `${n}. ` : "") + desk.t(`${key}.title`));
    text(what, desk.t(does, told));
    text(why, desk.t(because, told));
    text(hint, hinted && desk.t(...hinted));
    attribute(hint, "hidden", hinted === null);
    text(late, desk.t("tour.late"));
    attribute(late, "hidden", playing !== null || n === 0 || n > chapter.told || !chapter.witness.late || astray);
    attribute(card, "data-done", n > 0 && !playing && isDone(n));
    attribute(where, "hidden", n === 0 || playing !== null || !pointed(n, next));
    attribute(again, "hidden", n === 0 || playing !== null || !astray);
    attribute(play, "hidden", playing !== null || !offered);
    attribute(stop, "hidden", !desk.state.now?.playing);
    attribute(node, "data-chapter", chapter.name);
    attribute(other, "hidden", (playing !== null && playing !== OVER) || !desk.state.now?.month);
    text(other, desk.t(`tour.to.${beside().name}`));
  }

  // Who goes on by hand hears why the story no longer plays by itself.
  function offers(state) {
    const before = offered;
    offered = state.ready && chapter.playable(state);
    if (before && !offered && !state.played.includes(chapter.name) && state.bot.state === "running") hinted = ["tour.play.gone"];
  }

  // The event whose link is the last of the places to point at.
  function shared(next) {
    const code = next.places.at(-1).code;
    const event = next.event ?? desk.state.now?.events.find((each) => each.code === code);
    return event ? desk.name(event.names) : code;
  }

  async function point() {
    const n = current();
    const next = turned(n);
    if (!n || !next) return;
    const found = await show(desk, next.places);
    const unopened = found?.share && next.places.length > 1; // its card comes first
    if (unopened) hinted = ["tour.open-first", { who: desk.person(next.who), event: shared(next) }];
    else hinted = found ? null : ["tour.nowhere"];
    paint();
  }

  function fold(away) {
    node.hidden = away;
    attribute(toggle, "aria-expanded", String(!away));
    remember(away);
  }

  desk.label(() => {
    attribute(node, "aria-label", desk.t("tour.label"));
    text(where, desk.t("tour.show"));
    text(again, desk.t("reset.button"));
    text(toggle.lastElementChild, desk.t("tour.label"));
    attribute(toggle, "aria-label", desk.t("tour.label"));
    attribute(toggle, "title", desk.t("tour.label"));
    paint();
  });
  // Whoever has followed a link needs no more to be told to.
  desk.app.world.on("message", ({ data }) => {
    if (!hinted || !data.text?.startsWith("/start e-")) return;
    hinted = null;
    paint();
  });
  desk.state.on(({ world }) => {
    if (world !== known) anew(world);
    offers(desk.state.now);
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
