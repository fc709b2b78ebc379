// The outbox and the clock's jobs: what was said to whom, and what ran by itself.

import { attribute, el, text } from "./dom.js";
import { card } from "./desk.js";
import { Table } from "./table.js";

const STATES = ["queued", "sending", "sent", "uncertain", "failed", "dropped"];
const ALERT = "alert-";
const SECONDS = { hour: "2-digit", minute: "2-digit", second: "2-digit" };

export function post(desk) {
  const counts = el(
    "ul",
    { class: "tiles" },
    ...STATES.map((state) => el("li", { "data-state": state }, el("b", { "data-letters": state }), el("span"))),
  );
  const lede = el("p", { class: "lede" });
  const letters = new Table("letters", ["at", "what", "whom", "state"]);
  const { node, heading } = card("post", lede, counts, el("div", { class: "sheet", tabindex: 0, role: "region", "aria-labelledby": "post-heading" }, letters.node));

  desk.state.on((state) => {
    text(heading, desk.t("post.heading"));
    text(lede, desk.t("post.lede"));
    for (const item of counts.children) {
      const n = state.letters.counts[item.dataset.state] ?? 0;
      text(item.children[0], n);
      text(item.children[1], desk.t(`letter.is.${item.dataset.state}`));
      attribute(item, "data-none", n === 0);
    }
    letters.label(
      desk.t("post.heading"),
      ["post.at", "post.what", "post.whom", "post.state"].map((key) => desk.t(key)),
    );
    letters.fill(
      newest(state.letters.last, told),
      (letter) => row(desk, state, letter),
      (letter) => ({
        "data-letter": letter.id,
        "data-state": letter.status,
        title: letter.error,
      }),
    );
  });
  return node;
}

const told = (letter) => letter.sent_at ?? letter.created_at;
const ended = (run) => run.finished_at ?? run.started_at;

// In the order of the times that are shown: a letter may go out after one that was written later.
function newest(rows, time) {
  return [...rows].sort((one, other) => Date.parse(time(other)) - Date.parse(time(one)) || other.id - one.id);
}

function row(desk, state, letter) {
  const group = letter.person === null || letter.person < 0;
  return [
    desk.time(told(letter), SECONDS),
    kind(desk, letter.kind),
    group ? desk.t("post.admins") : letter.name,
    desk.t(`letter.is.${letter.status}`),
  ];
}

function kind(desk, name) {
  return desk.known("letter", name.startsWith(ALERT) ? "alert" : name);
}

export function jobs(desk) {
  const lede = el("p", { class: "lede" });
  const runs = new Table("jobs", ["at", "what", "done"]);
  const { node, heading } = card("jobs", lede, el("div", { class: "sheet", tabindex: 0, role: "region", "aria-labelledby": "jobs-heading" }, runs.node));

  desk.state.on((state) => {
    text(heading, desk.t("jobs.heading"));
    text(lede, desk.t("jobs.lede"));
    runs.label(
      desk.t("jobs.heading"),
      ["post.at", "post.what", "jobs.done"].map((key) => desk.t(key)),
    );
    runs.fill(
      newest(state.jobs, ended),
      (run) => ran(desk, run),
      (run) => ({
        "data-run": run.id,
        "data-error": Boolean(run.error),
        "data-idle": run.count === 0 && !run.error,
        title: run.error,
      }),
    );
  });
  return node;
}

function ran(desk, run) {
  const times = run.runs > 1 ? ` ×${run.runs}` : "";
  const result = run.error
    ? desk.t("jobs.failed")
    : run.count
      ? desk.count("jobs.count", run.count)
      : desk.t("jobs.nothing");
  return [
    desk.time(ended(run), SECONDS),
    desk.known("job", run.job) + times,
    run.finished_at ? result : desk.t("jobs.now"),
  ];
}
