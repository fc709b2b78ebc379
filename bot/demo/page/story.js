// A chapter played by the server on the very phones of the page, for who would rather watch first: each scene is said,
// and its phone comes into view.

import { button } from "./desk.js";
import { text } from "./dom.js";
import { actors } from "./month_witness.js";

export const OVER = "over";
const STOPPED = "stopped";
const DESK = "desk";
const SECOND = "second";

// Every scene: on whose phone, of the guests' or an admin's, and which steps of the tour have happened when it is over.
const SCENES = {
  seats: {
    waits: { on: 1, steps: [1, 2] },
    "waits-too": { on: 2, steps: [3] },
    cancels: { on: 0, steps: [4] },
    offered: { on: 1, steps: [5] },
    expires: { on: 1, steps: [6] },
    accepts: { on: 2, steps: [7] },
    "by-hand": { on: 0, steps: [] },
    promotes: { on: DESK, steps: [8] },
  },
  month: {
    wishes: { on: 0, steps: [1] },
    closes: { on: DESK, steps: [2] },
    executes: { on: DESK, steps: [3] },
    lacks: { on: DESK, steps: [] },
    decides: { on: DESK, steps: [4] },
    again: { on: DESK, steps: [5] },
    finalizes: { on: DESK, steps: [6] },
    reads: { on: 0, steps: [7] },
    asks: { on: DESK, steps: [] },
    approves: { on: SECOND, steps: [8] },
    changes: { on: 0, steps: [] },
    relocks: { on: SECOND, steps: [9] },
    exports: { on: DESK, steps: [] },
    verifies: { on: DESK, steps: [10] },
  },
};

const EDGE = 8; // pixels between what is read and the edge

// The buttons that begin and end it; `chapter()` is the one that would be played. `said(chapter, scene, steps)` hears the
// scene that begins, or OVER, and the steps that the scenes before it have done; null where the story broke off, or was
// stopped.
export function story(desk, chapter, said) {
  const play = button({ "data-order": "play" }, () => desk.order("play", { chapter: chapter() }));
  const stop = button({ "data-order": "stop" }, () => desk.order("stop"));
  let watched = null; // the phone of the scene
  desk.label(() => {
    text(play, desk.t("tour.play"));
    text(stop, desk.t("tour.stop"));
  });
  desk.app.world.on("story", ({ data }) => {
    const before = watched?.person;
    watched = look(desk, SCENES[data.chapter][data.step]);
    if (watched && watched.person !== before) desk.app.phones.get(watched.person)?.log.toEnd();
    if (data.step === STOPPED) said(data.chapter, null, []);
    else said(data.chapter, data.step, past(data));
  });
  desk.app.world.on("failed", ({ data }) => data.what === "play" && said(null, null, []));
  for (const kind of ["message", "edit"])
    desk.app.world.on(kind, ({ data, chat_id: chat }) => watched && chat === (watched.chat ?? watched.person) && read(watched, data));
  return { play, stop };
}

function past({ chapter, step }) {
  const names = Object.keys(SCENES[chapter]);
  const scenes = step === OVER ? names : names.slice(0, names.indexOf(step));
  return scenes.flatMap((name) => SCENES[chapter][name].steps);
}

// Brings the scene's phone to view, and says which it is; null where there is none.
function look(desk, scene) {
  const { phones = [], second } = desk.state.now ?? {};
  if (!scene || !phones.length) return null;
  const cast = actors(phones, second);
  const phone = { [DESK]: cast.desk, [SECOND]: cast.second }[scene.on] ?? { person: cast.guests[scene.on] };
  if (!phone.person) return null;
  desk.app.phones.open(phone.person, phone.chat ? { chat: phone.chat } : {});
  desk.app.phones.show(phone.person);
  return phone;
}

// What the bot has written or changed there is brought to view: a card may stand above letters that came since. What is
// longer than the phone is read from its beginning. The log itself settles in the frame before.
function read({ person }, { from, message_id: id }) {
  if (!from?.is_bot) return;
  const scroll = () => {
    const node = document.querySelector(`section.phone[data-person="${person}"] article.message[data-id="${id}"]`);
    const log = node?.closest(".log");
    if (!log?.clientHeight) return;
    const [box, frame] = [node.getBoundingClientRect(), log.getBoundingClientRect()];
    const [above, below] = [frame.top + EDGE - box.top, box.bottom + EDGE - frame.bottom];
    if (above > 0 || box.height > frame.height) log.scrollTop -= above;
    else if (below > 0) log.scrollTop += below;
  };
  requestAnimationFrame(() => requestAnimationFrame(scroll));
}
