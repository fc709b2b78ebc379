"""What a crowd knows of its own rows: from the facts that were committed, as people know it from their messages."""

from dataclasses import dataclass, field

from engine import facts as f
from engine.facts import Fact


@dataclass
class Ledger:
    """Open rows, as far as anybody has heard: ids of bookings and offers with (event, person), of places in line with
    (event or None, service, person), of holds with their event."""

    bookings: dict[int, tuple[int, int]] = field(default_factory=dict)
    offers: dict[int, tuple[int, int]] = field(default_factory=dict)
    entries: dict[int, tuple[int | None, int, int]] = field(default_factory=dict)
    holds: dict[int, int] = field(default_factory=dict)

    def heard(self, facts: list[Fact]) -> None:
        """A commit."""
        for fact in facts:
            self._one(fact)

    def _one(self, fact: Fact) -> None:
        match fact:
            case f.BookingMade():
                self.bookings[fact.id] = (fact.event_id, fact.person_id)
            case f.BookingCancelled():
                self.bookings.pop(fact.id, None)
            case f.EntryJoined():
                self.entries[fact.id] = (fact.event_id, fact.service_id, fact.person_id)
            case f.EntryBooked() | f.EntryLeft() | f.EntryClosed():
                self.entries.pop(fact.id, None)
            case f.OfferMade():
                self.offers[fact.id] = (fact.event_id, fact.person_id)
            case f.OfferAccepted() | f.OfferRejected() | f.OfferExpired() | f.OfferWithdrawn():
                self.offers.pop(fact.id, None)
            case f.SeatsHeld():
                self.holds[fact.id] = fact.event_id
            case f.HoldReleased():
                self.holds.pop(fact.id, None)
            case _:
                pass
