// The stage beside the phones: what the studio's database knows, the clock, the post, trouble, a crowd, and a tour.

import { Desk } from "./desk.js";
import { el, text } from "./dom.js";
import { State } from "./state.js";
import { clock } from "./clock.js";
import { crowd } from "./crowd.js";
import { events } from "./events.js";
import { jobs, post } from "./post.js";
import { reset } from "./reset.js";
import { tour } from "./tour.js";
import { trouble } from "./trouble.js";
import de from "./words/de.js";
import en from "./words/en.js";
import hu from "./words/hu.js";

export default async function stage(app) {
  document.head.append(el("link", { rel: "stylesheet", href: "/stage/stage.css" }));
  app.words.add({ en, hu, de });
  const desk = new Desk(app, new State(app));
  const parts = [clock(desk), events(desk), trouble(desk), crowd(desk), post(desk), jobs(desk)];
  const room = el("div", { class: "stage-part stage-room" }, desk.said, ...parts);
  document.body.append(setting(desk));
  app.slot("stage").append(room);
  const again = reset(desk);
  const guide = tour(desk, again);
  app.slot("tour").append(guide.node);
  app.slot("bar").append(guide.toggle, again);
  desk.words.onchange(() => desk.state.again());
  desk.state.on((state) => settle(desk, state));
  desk.state.on((state) => open(desk, state));
}

// Everybody lives where the studio is: what is written on a phone and on the stage at one moment bears one time.
function settle({ words, app }, state) {
  const zone = state.events[0]?.timezone;
  if (!zone || zone === words.zone) return;
  words.zone = zone;
  for (const phone of app.phones.all()) phone.fill();
}

// Covers the page while the studio is being set up.
function setting(desk) {
  const said = el("p");
  const node = el(
    "div",
    { class: "stage-setting", role: "status" },
    el("div", {}, el("i", { "aria-hidden": "true" }), said),
  );
  let leaving = null;
  const draw = (state) => {
    node.hidden = Boolean(state?.ready) && state.world !== leaving;
    for (const id of ["room", "tour-slot"]) document.getElementById(id).inert = !node.hidden;
    text(said, desk.t(`setting.${state?.ready ? "setting-up" : state?.said || "setting-up"}`));
  };
  draw(null);
  desk.state.on(draw);
  desk.app.world.on("reset", () => {
    leaving = desk.state.now?.world ?? null;
    draw(desk.state.now);
  });
  return node;
}

// The phones of the demo lie on the table when a world begins; afterwards the reader decides.
const opened = new Set();

function open(desk, state) {
  if (!state.ready || state.world !== desk.app.world.id || opened.has(state.world)) return;
  opened.add(state.world);
  document.getElementById("stage").scrollTop = 0;
  if ([...desk.app.phones.all()].length) return;
  for (const { person, chat } of state.phones) desk.app.phones.open(person, chat ? { chat } : {});
  desk.app.phones.show(state.phones[0].person);
}
