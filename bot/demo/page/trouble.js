// What can go wrong, to be switched on: Telegram says no, Telegram is away, the bot is killed and comes back.

import { attribute, el, flash, keyed, text } from "./dom.js";
import { button, card } from "./desk.js";
import { left } from "./moments.js";

const ORDERS = [
  ["crash", {}],
  ["start", {}],
  ["too_many", { times: 5, retry_after: 3 }],
  ["away", { seconds: 10 }],
  ["lift", {}],
];

export function trouble(desk) {
  const lede = el("p", { class: "lede" });
  const bot = el("output", { id: "bot" });
  const since = el("span", { class: "since" });
  const buttons = Object.fromEntries(
    ORDERS.map(([name, body]) => [name, button({ "data-order": name }, () => desk.order(name, body))]),
  );
  const forced = el("ul", { class: "faults" });
  const calm = el("p", { class: "calm" });
  const { node, heading } = card(
    "trouble",
    lede,
    el("div", { class: "bot" }, bot, since, el("span", { class: "s-acts" }, buttons.crash, buttons.start)),
    el("div", { class: "s-acts" }, buttons.too_many, buttons.away),
    el("div", { class: "force" }, forced, calm, buttons.lift),
  );

  let began = Date.now();
  let pid = null;

  // The bot's process lives in real time, however the sandbox's clock is pushed.
  function tick() {
    text(since, desk.t(pid ? "bot.up" : "bot.down", { time: left(Date.now() - began), pid }));
  }

  desk.onbeat(tick);
  desk.state.on((state, before) => {
    text(heading, desk.t("trouble.heading"));
    text(lede, desk.t("trouble.lede"));
    for (const [name, each] of Object.entries(buttons)) text(each, desk.t(`order.${name}`));
    attribute(bot, "data-state", state.bot.state);
    text(bot, desk.t(`bot.${state.bot.state}`));
    began = Date.parse(state.bot.since);
    pid = state.bot.pid;
    tick();
    attribute(since, "data-pid", state.bot.pid);
    if (before.bot.state !== state.bot.state) flash(bot.parentElement);
    buttons.crash.disabled = state.bot.state !== "running";
    buttons.start.disabled = state.bot.state !== "stopped";
    draw(desk, state.faults, forced, buttons.lift);
    text(calm, desk.t("trouble.none"));
    attribute(calm, "hidden", state.faults.length > 0 || state.bot.state !== "running");
  });
  return node;
}

function draw(desk, faults, forced, lift) {
  attribute(forced, "hidden", faults.length === 0);
  keyed(
    forced,
    faults,
    (fault) => fault.id,
    () => el("li", {}, el("span"), el("small")),
    (node, fault) => {
      attribute(node, "data-fault", fault.kind);
      text(node.children[0], named(desk, fault));
      text(node.children[1], fault.struck ? desk.count("fault.struck", fault.struck) : "");
    },
  );
  lift.disabled = faults.length === 0;
}

function named(desk, fault) {
  if (fault.kind === "too_many_requests")
    return desk.count("fault.too_many_requests", fault.times ?? 0, { seconds: fault.retry_after ?? 0 });
  return desk.known("fault", fault.kind);
}
