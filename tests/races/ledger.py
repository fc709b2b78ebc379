"""What a crowd knows of its own rows: from the facts that were committed, as people know it from their messages."""

from dataclasses import dataclass, field

from engine import facts as f
from engine.facts import Fact


@dataclass
class Ledger:
    """Open rows, as far as anybody has heard: ids of bookings and offers with (event, person), of places in line with
    (event or None, service, person), of holds with their event; balancings with their
    events and offers."""

    bookings: dict[int, tuple[int, int]] = field(default_factory=dict)
    offers: dict[int, tuple[int, int]] = field(default_factory=dict)
    entries: dict[int, tuple[int | None, int, int]] = field(default_factory=dict)
    holds: dict[int, int] = field(default_factory=dict)
    splits: dict[int, tuple[set[int], set[int]]] = field(default_factory=dict)

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
                if fact.split_id is not None:
                    self.splits[fact.split_id][1].add(fact.id)
            case f.EventSplit():
                self._split(fact)
            case f.OfferAccepted() | f.OfferRejected() | f.OfferExpired() | f.OfferWithdrawn():
                self.offers.pop(fact.id, None)
            case f.SeatsHeld():
                self.holds[fact.id] = fact.event_id
            case f.HoldReleased():
                self.holds.pop(fact.id, None)
            case _:
                pass

    def _split(self, fact: f.EventSplit) -> None:
        if fact.split_id is not None:
            self.splits.setdefault(fact.split_id, (set(), set()))[0].add(fact.id)
            return
        for split_id in [i for i, (part, _) in self.splits.items() if fact.id in part]:
            del self.splits[split_id]
