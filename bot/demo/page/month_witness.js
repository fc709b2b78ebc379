// Sees which steps of the month have happened. The database knows nearly all; that somebody looked at a plan, at a file or
// at what was verified is seen in the group, as it leaves no trace but the answer.

import { Remembered } from "./remembered.js";

const VERB = /^\d+:([a-z-]+)/;
const VERIFIED = "a-export-file a-period"; // the buttons under what was verified
const PLANNED = "a-batch-execute";

const blank = () => ({ exported: false, verified: false });

export class MonthWitness extends Remembered {
  constructor(desk, changed) {
    super(desk, "stage.tour.month", blank, changed);
    for (const kind of ["message", "edit"]) desk.app.world.on(kind, ({ data, chat_id: chat }) => this.read(data, chat));
  }

  // Of a state that could be read; one that could not is empty for a moment.
  sees({ month, phones, second }) {
    if (!month) return;
    const { guests, desk } = (this.cast = actors(phones, second));
    this.cast.month = month;
    this.memory.late ??= month.status !== "collecting" || month.wished.some((person) => guests.includes(person));
    if (month.wished.some((person) => guests.includes(person))) this.tick(1);
    const made = month.runs.filter((run) => run.status === "done").length;
    if (made > 0) [2, 3].forEach((step) => this.tick(step));
    if (month.decided > 0) this.tick(4);
    if (made > 1) this.tick(5);
    if (month.status === "final") this.tick(6);
    if (month.told.length && desk) this.tick(7);
    if (["open", "over"].includes(month.unlock?.status)) this.tick(8);
    if (month.unlock?.status === "over") this.tick(9);
  }

  read(message, chat) {
    if (!this.cast || chat !== this.cast.desk?.chat) return;
    const verbs = (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => VERB.exec(button.callback_data)?.[1]);
    if (verbs.includes(PLANNED)) this.tick(2);
    this.memory.exported ||= Boolean(message.document);
    this.memory.verified ||= verbs.join(" ") === VERIFIED;
    if (this.memory.exported && this.memory.verified) this.tick(10);
    this.keep();
  }
}

// The guests' phones, the admin at the desk, and the second admin in the same group.
export function actors(phones, second) {
  const guests = phones.filter((phone) => !phone.chat).map((phone) => phone.person);
  const desk = phones.find((phone) => phone.chat) ?? null;
  return { guests, desk, second: desk && { person: second, chat: desk.chat } };
}
