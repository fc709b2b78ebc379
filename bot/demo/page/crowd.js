// Many people want few seats at the same moment: the button, how far it is, and what became of everybody.

import { attribute, el, text } from "./dom.js";
import { button, card } from "./desk.js";
import { Picture } from "./picture.js";
import { roll } from "./roll.js";

const PEOPLE = 200;
const SEATS = 10;
const UNDER_WAY = ["gathering", "going"];
const FIGURES = ["booked", "waiting", "p50", "p99"];

export function crowd(desk) {
  const lede = el("p", { class: "lede" });
  const go = button({ "data-order": "crowd", class: "s-primary" }, () =>
    desk.order("crowd", { people: PEOPLE, seats: SEATS }),
  );
  const figures = el(
    "dl",
    { class: "tiles" },
    ...FIGURES.map((name) => el("div", {}, el("dt"), el("dd", { "data-crowd": name }))),
  );
  const said = el("p", { class: "progress", role: "status" });
  const picture = new Picture(desk);
  const table = roll(desk);
  const figure = el(
    "figure",
    { id: "crowd", hidden: true, "data-state": "none" },
    said,
    picture.node,
    figures,
    table.node,
  );
  const { node, heading } = card("crowd", lede, go, figure);
  let rush = null;
  let planned = false;

  // All that came since the last frame is drawn at once: two hundred answers cost a handful of drawings.
  function plan() {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      paint();
    });
  }

  function paint() {
    text(heading, desk.t("crowd.heading"));
    text(lede, desk.t("crowd.lede"));
    text(go, desk.t("crowd.go", { people: PEOPLE, seats: SEATS }));
    const state = rush?.state ?? "none";
    attribute(figure, "data-state", state);
    attribute(figure, "hidden", rush === null);
    go.disabled = UNDER_WAY.includes(state) || desk.state.now?.bot.state !== "running";
    if (rush === null) return;
    const answers = [...rush.answers.values()];
    const answered = answers.filter((answer) => answer.ms > 0);
    text(said, progress(desk, rush, answered.length));
    const shown = {
      booked: tally(answered, "booked"),
      waiting: tally(answered, "waiting"),
      p50: ms(desk, rush.p50),
      p99: ms(desk, rush.p99),
    };
    for (const [i, name] of FIGURES.entries()) {
      text(figures.children[i].children[0], desk.t(`crowd.${name}`));
      text(figures.children[i].children[1], shown[name]);
    }
    picture.paint(rush, answered);
    table.paint(rush, answers);
  }

  // The concert's row has come above meanwhile: who waited for the picture shall see it. The focus stays where it is.
  function ends() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    requestAnimationFrame(() => figure.scrollIntoView({ block: "nearest", behavior: calm ? "instant" : "smooth" }));
  }

  function take(document) {
    const watched = rush?.id === document?.id && UNDER_WAY.includes(rush?.state);
    rush = document && { ...document, answers: new Map(document.answers.map((answer) => [answer.person, answer])) };
    plan();
    if (watched && rush?.state === "done") requestAnimationFrame(ends); // once it is drawn
  }

  async function load() {
    const document = await desk.app.net.get("/stage/crowd").catch(() => null);
    take(document?.id === undefined ? null : document);
  }

  desk.app.world.on("crowd", ({ data }) => {
    if (rush?.id !== data.id || data.answers.length === 0) return void load();
    for (const answer of data.answers) rush.answers.set(answer.person, answer);
    plan();
  });
  desk.state.on((state) => {
    if (state.crowd === null || state.crowd === undefined) take(null);
    else if (state.crowd.id !== rush?.id || state.crowd.state !== rush?.state) load();
    else plan();
  });
  desk.label(plan);
  return node;
}

function tally(answers, outcome) {
  return answers.filter((answer) => answer.outcome === outcome).length;
}

function ms(desk, value) {
  return value === null || value === undefined ? "–" : desk.t("crowd.ms", { ms: Math.round(value) });
}

function progress(desk, rush, answered) {
  if (rush.state === "gathering") return desk.t("crowd.gathering", { people: rush.people });
  if (rush.state === "going" || answered < rush.people) return desk.t("crowd.going", { answered, people: rush.people });
  return desk.t("crowd.done", { seats: rush.seats, people: rush.people });
}
