// The story played by the server on the very phones of the page, for who would rather watch first: each scene is said,
// and its phone comes into view.

import { button } from "./desk.js";
import { text } from "./dom.js";

export const OVER = "over";
const STOPPED = "stopped";

// Every scene: whose phone it is, among the guests', and which steps of the tour have happened when it is over.
const SCENES = {
  waits: { guest: 1, steps: [1, 2] },
  "waits-too": { guest: 2, steps: [3] },
  cancels: { guest: 0, steps: [4] },
  offered: { guest: 1, steps: [5] },
  expires: { guest: 1, steps: [6] },
  accepts: { guest: 2, steps: [7] },
  "by-hand": { guest: 0, steps: [] },
  promotes: { guest: null, steps: [8] },
};

// The buttons that begin and end it. `said(scene, steps)` hears the scene that begins, or OVER, and the steps that the
// scenes before it have done; null where the story broke off, or was stopped.
export function story(desk, said) {
  const play = button({ "data-order": "play" }, () => desk.order("play"));
  const stop = button({ "data-order": "stop" }, () => desk.order("stop"));
  desk.label(() => {
    text(play, desk.t("tour.play"));
    text(stop, desk.t("tour.stop"));
  });
  desk.app.world.on("story", ({ data }) => {
    if (data.step === STOPPED) return said(null, []);
    said(data.step, before(data.step));
    look(desk, SCENES[data.step]);
  });
  desk.app.world.on("failed", ({ data }) => data.what === "play" && said(null, []));
  return { play, stop };
}

function before(scene) {
  const names = Object.keys(SCENES);
  const past = scene === OVER ? names : names.slice(0, names.indexOf(scene));
  return past.flatMap((name) => SCENES[name].steps);
}

function look(desk, scene) {
  const phones = desk.state.now?.phones ?? [];
  const guests = phones.filter((phone) => !phone.chat);
  const phone = scene?.guest === null ? phones.find((each) => each.chat) : guests[scene?.guest];
  if (!phone) return;
  desk.app.phones.open(phone.person, phone.chat ? { chat: phone.chat } : {});
  desk.app.phones.show(phone.person);
}
