// The story played by the server on the very phones of the page, for who would rather watch first: each step is said,
// and its phone comes into view.

import { button } from "./desk.js";
import { text } from "./dom.js";

const OVER = "over";
const GUESTS = { waits: 1, "waits-too": 2, cancels: 0, offered: 1, accepts: 2, "by-hand": 0 };

// `said(step)` hears the step that begins, null at the end, also where it broke off.
export function story(desk, said) {
  const play = button({ "data-order": "play" }, () => desk.order("play"));
  desk.label(() => text(play, desk.t("tour.play")));
  desk.app.world.on("story", ({ data }) => {
    said(data.step === OVER ? null : data.step);
    look(desk, data.step);
  });
  desk.app.world.on("failed", ({ data }) => data.what === "play" && said(null));
  return play;
}

function look(desk, step) {
  const phones = desk.state.now?.phones ?? [];
  const guests = phones.filter((phone) => !phone.chat);
  const phone = step === "promotes" ? phones.find((each) => each.chat) : guests[GUESTS[step]];
  if (!phone) return;
  desk.app.phones.open(phone.person, phone.chat ? { chat: phone.chat } : {});
  desk.app.phones.show(phone.person);
}
