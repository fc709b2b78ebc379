// Who and what the tour is about: the guests' phones, the admins' group, the full class, and the one handled by hand.

export function cast(state, memory) {
  const guests = state.phones.filter((phone) => !phone.chat).map((phone) => phone.person);
  const desk = state.phones.find((phone) => phone.chat) ?? null;
  memory.full ??= full(state.events, guests)?.code;
  memory.hand ??= byHand(state.events)?.code;
  const named = (code) => state.events.find((event) => event.code === code) ?? null;
  return { guests, desk, full: named(memory.full), hand: named(memory.hand) };
}

// No seat free, filled by offers, and the first guest sits in it.
function full(events, [first]) {
  const fits = events.filter((event) => event.mode === "offer");
  return fits.find((event) => event.free === 0 && seated(event, first)) ?? fits[0];
}

function byHand(events) {
  const fits = events.filter((event) => event.mode === "manual");
  return fits.find((event) => event.free === 0 && event.waiting > 0) ?? fits[0];
}

// Nothing of the story has happened yet.
export function fresh(state, { full, guests }) {
  return !state.played.includes("seats") && full !== null && seated(full, guests[0]) && !full.line.length && !full.offers.length;
}

// The story can still be played by itself: those who act in it have not acted yet.
export function playable(state, cast) {
  if (state.bot.state !== "running" || !fresh(state, cast) || !cast.hand) return false;
  const [anna, ...others] = cast.guests;
  return seated(cast.hand, anna) && !cast.hand.free && !others.some((guest) => seated(cast.full, guest));
}

// The open offer to somebody with a phone.
export function asked(event) {
  return event.offers.find((offer) => offer.person) ?? null;
}

export function seated(event, person) {
  return event.bookings.some(
    (booking) => booking.person === person && ["pending", "confirmed"].includes(booking.status),
  );
}

export function waits(event, person) {
  return event.line.some((entry) => entry.person === person);
}
