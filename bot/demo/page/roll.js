// The same as the picture, in words: a table for those who do not see it, or want to read it.

import { el, text } from "./dom.js";
import { ordered } from "./picture.js";
import { Table } from "./table.js";

const COLUMNS = ["name", "outcome", "ms"];

export function roll(desk) {
  const summary = el("summary");
  const table = new Table("roll", COLUMNS);
  const node = el(
    "details",
    { class: "roll" },
    summary,
    el("div", { class: "sheet", tabindex: 0, role: "region" }, table.node),
  );
  let last = null;
  node.addEventListener("toggle", fill);

  // Rows are written when somebody looks, or when it is over: not two hundred times while the answers come.
  function paint(rush, answers) {
    text(summary, desk.t("crowd.table"));
    node.lastElementChild.setAttribute("aria-label", desk.t("crowd.table"));
    last = { rush, answers };
    if (node.open || rush.state === "done") fill();
  }

  function fill() {
    if (!last) return;
    table.label(
      desk.t("crowd.table"),
      COLUMNS.map((name) => desk.t(`crowd.column.${name}`)),
    );
    table.filled = false;
    table.fill(
      ordered(last.answers).map((answer) => ({ id: answer.person, ...answer })),
      (answer) => cells(desk, answer),
      () => ({}),
    );
  }

  return { node, paint };
}

function cells(desk, answer) {
  const outcome =
    answer.outcome === "waiting" && answer.position
      ? desk.t("crowd.place", { place: answer.position })
      : desk.t(`crowd.is.${answer.outcome}`);
  return [answer.name, outcome, answer.ms ? desk.t("crowd.ms", { ms: Math.round(answer.ms) }) : "–"];
}
