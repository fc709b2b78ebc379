"""Booking the next person without asking: mode legacy, and automatic confirmation in mode offer."""

from engine.facts import BookingMade, EntryBooked, EntryLeft, EntrySkipped, Fact
from engine.ports import Act
from engine.rules.candidates import Choice
from engine.rules.settling import settled
from engine.state import Entry, State


def promote(
    state: State, act: Act, entry: Entry, seats: tuple[int, ...], *, automatic: bool = True
) -> list[Fact]:
    """`entry` gets `seats` at once; cancelling is free for the account's grace time. Not `automatic`: an admin's
    choice."""
    booking_id = act.new_id()
    return [
        BookingMade(
            id=booking_id,
            event_id=state.event.id,
            person_id=entry.person_id,
            status=state.settings.booking_status,
            seats=seats,
            names=entry.names,
            source="promotion",
            free_cancel_until=act.now + state.settings.grace,
            answers=entry.answers,
            automatic=automatic,
        ),
        *served(state, entry, booking_id),
        *settled(state, entry.person_id),
    ]


def served(state: State, entry: Entry, booking_id: int) -> list[Fact]:
    """The place that led to the booking ends; so does a place in the event's line when the seat came by the reserve
    list, as nobody is booked and waiting for the same event."""
    facts: list[Fact] = [EntryBooked(id=entry.id, booking_id=booking_id)]
    other = state.line.of(entry.person_id)
    if other is not None and other.id != entry.id:
        facts.append(EntryLeft(id=other.id, cause="self"))
    return facts


def skipped(choice: Choice) -> list[Fact]:
    """Everybody passed over is counted, so that nobody is passed over more often than the rule allows."""
    return [EntrySkipped(id=entry.id, skips=entry.skips + 1) for entry in choice.skipped]
