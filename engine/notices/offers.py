"""Who hears of what has become of an offer."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from engine import facts as f
from engine.hours import quiet_until
from engine.notices.notice import OFFERS, REMINDERS, RESULTS, Notice
from engine.ports import Act
from engine.state import State

OfferTold = (
    f.OfferMade
    | f.OfferExtended
    | f.OfferReminded
    | f.OfferAccepted
    | f.OfferRejected
    | f.OfferExpired
    | f.OfferWithdrawn
)


def about(
    fact: OfferTold,
    state: State,
    act: Act,
) -> list[Notice]:
    """Whatever ends an offer takes its buttons away; what else is said depends on how it ended."""
    offer = state.offers[fact.id]
    about = f"offer:{fact.id}"
    data = {"offer": fact.id, "event": offer.event_id, "entry": offer.entry_id}
    over = Notice("offer-over", offer.person_id, about, OFFERS, data=data)
    match fact:
        case f.OfferMade():
            wait = _until_morning(state, act, fact.closes_at - state.settings.offer.last_call)
            if fact.instead_of is not None:
                data["instead"] = fact.instead_of
            return [Notice("offer-made", offer.person_id, about, OFFERS, data=data, not_before=wait)]
        case f.OfferExtended():
            return [Notice("offer-extended", offer.person_id, about, OFFERS, data=data)]
        case f.OfferReminded():
            wait = _until_morning(state, act, offer.expires_at)
            return [Notice("offer-reminder", offer.person_id, about, REMINDERS, data=data, not_before=wait)]
        case f.OfferAccepted():
            return [replace(over, data={**data, "accepted": True})]
        case f.OfferRejected():
            return [over]
        case f.OfferExpired():
            return [over, Notice("offer-missed", offer.person_id, about, RESULTS, data=data)]
        case f.OfferWithdrawn():
            if fact.told:
                return [over]
            if fact.cause in ("rules", "split") and _served_anew(state, offer.person_id):
                return [over]  # what the person has instead says it
            said = _withdrawn(fact, offer.person_id, about, data)
            if any(notice.to is not None for notice in said):
                over = replace(over, data={**data, "letter": True})
            return [over, *said]
        case _:
            assert_never(fact)


def _served_anew(state: State, person_id: int) -> bool:
    """Whether the same decision has booked or asked the person again."""
    asked = any(offer.person_id == person_id for offer in state.pending())
    return asked or state.booking_of(person_id) is not None


def _withdrawn(fact: f.OfferWithdrawn, person_id: int, about: str, data: dict[str, int]) -> list[Notice]:
    match fact.cause:
        case "unreachable":
            return [Notice("person-unreachable", None, about, RESULTS, data=data)]
        case "admin" | "shifted" | "cancelled" | "rules" | "split":
            return [Notice("offer-withdrawn", person_id, about, RESULTS, data=data)]
        case "left" | "taken" | "closed" | "repair":
            return []
        case _:
            assert_never(fact.cause)


def _until_morning(state: State, act: Act, too_late: datetime) -> datetime | None:
    """Quiet hours hold an offer's letters back, unless morning would be too late to answer."""
    morning = quiet_until(act.now, state.settings.offer.quiet, state.settings.timezone)
    return morning if morning is not None and morning < too_late else None
