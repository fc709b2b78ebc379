// The ten steps of the month: for each, the next thing to do wherever the month stands, as in steps.js. A place may also
// be a command of the chat (`person`, `command`), which is in the list behind the button beside the field.

// Null where the month has gone so far that this step cannot be played any more.
export function turn(step, { guests, desk, second, month }, state, memory) {
  if (state.bot.state !== "running") return { say: state.bot.state === "stopped" ? "start" : "wait", places: bot(state) };
  if (!month || !desk) return own([]);
  return NEXT[step]({ guests, desk, second, month, memory });
}

const own = (places) => ({ say: null, places });
const done = (month) => month.runs.filter((run) => run.status === "done").length;
const final = (month) => month.status === "final";

// Buttons of somebody, the one that leads furthest first; then the command with which it begins.
function way({ person, chat }, id, command, ...verbs) {
  const buttons = verbs.map((verb) => ({ person, chat, verb, event: id }));
  return [...buttons, ...(command ? [{ person, chat, command }] : [])];
}

const admin = ({ desk, month }, ...verbs) => way(desk, month.id, "batch", ...verbs, "a-period");

const CLOSING = ["a-period-close", "a-period-close-ask"];
const PLANNING = ["a-batch-execute", "a-batch-plan"];
// Where something has changed since the version, the question says so and leads to another one.
const FINALIZING = ["a-batch-final", "a-batch-final-ask", "a-batch-execute"];
const DECIDING = [
  "a-batch-pin", "a-batch-move", "a-batch-out", "a-batch-pin-ask", "a-batch-where", "a-batch-person", "a-batch-short",
  "a-batch-event", "a-batch-review",
];

const NEXT = {
  1: wish,
  2: (all) => closed(all) ?? own(admin(all, "a-batch-plan")),
  3: (all) => closed(all) ?? own(admin(all, ...PLANNING)),
  4: (all) => executed(all) ?? (final(all.month) ? null : own(admin(all, ...DECIDING))),
  5: (all) => executed(all) ?? (final(all.month) ? null : own(admin(all, "a-batch-execute"))),
  6: (all) => executed(all) ?? own(admin(all, ...FINALIZING)),
  7: (all) => booked(all) ?? own(result(all)),
  8: (all) => booked(all) ?? unlocking(all),
  9: (all) => booked(all) ?? relocking(all),
  10: (all) => booked(all) ?? own(proving(all)),
};

function wish({ guests, month }) {
  if (month.status !== "collecting") return null;
  const [who] = guests;
  const places = way({ person: who }, month.id, "month", "month-want", "month-dates");
  return { say: null, who, places };
}

// Null once wishes are closed.
function closed(all) {
  if (all.month.status !== "collecting") return null;
  return { say: null, places: admin(all, ...CLOSING) };
}

function executed(all) {
  const before = closed(all);
  if (before) return { ...before, say: "close" };
  return done(all.month) ? null : { say: "execute", places: admin(all, ...PLANNING) };
}

function booked(all) {
  const before = executed(all);
  if (before) return before;
  return final(all.month) ? null : { say: "finalize", places: admin(all, ...FINALIZING) };
}

// On a phone that lies here, if there is one.
function result({ guests, month }) {
  const who = guests.find((guest) => month.told.includes(guest)) ?? month.told[0];
  return who ? [{ person: who, verb: "month-ledger" }] : [];
}

// Somebody asks; it takes another admin to agree.
function unlocking({ desk, second, month }) {
  const { unlock } = month;
  if (unlock?.status !== "asked") return own(way(desk, month.id, "unlock", "a-unlock-do", "a-unlock-ask", "a-unlock"));
  const other = unlock.asked_by === desk.person ? second : desk;
  return { say: "approve", who: other.person, places: way(other, month.id, "unlock", "a-unlock-approve", "a-unlock") };
}

// A place is moved while the month is open, then it is locked again.
function relocking(all) {
  const { desk, guests, month } = all;
  if (month.unlock?.status !== "open") return { ...unlocking(all), say: month.unlock?.status === "asked" ? "approve" : "unlock" };
  if (month.unlock.changed) return { say: "relock", places: way(desk, month.id, "unlock", "a-unlock-again", "a-unlock") };
  const place = month.seated.find(({ person }) => guests.includes(person)) ?? month.seated[0];
  if (!place) return { say: "relock", places: way(desk, month.id, "unlock", "a-unlock-again", "a-unlock") };
  const { person, code, event } = place;
  const buttons = ["reschedule-confirm", "reschedule-to", "reschedule"].map((verb) => ({ person, verb, event }));
  return { say: null, who: person, places: [...buttons, { share: person, code }] };
}

function proving(all) {
  const { desk, month, memory } = all;
  if (memory.exported) return admin(all, "a-batch-verify");
  return way(desk, month.id, "export", "a-export-file", "a-export", "a-period");
}

function bot(state) {
  const next = { running: 'button[data-order="crash"]', stopped: 'button[data-order="start"]' };
  return [{ css: next[state.bot.state] ?? "#bot" }];
}

// The month can still be played by itself: nobody has led it on.
export function playable(state) {
  const { month } = state;
  if (!month || state.bot.state !== "running" || state.played.includes("month")) return false;
  return month.status === "collecting" && !month.runs.length;
}
