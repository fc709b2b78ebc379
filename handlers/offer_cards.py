"""What is said about an offer: the offer itself, the question behind Decline, and how it ended."""

from datetime import datetime

from engine.refusals import OfferAnswered, OfferExpired, OfferTaken, OfferUnknown, OfferWithdrawn
from engine.views import OfferCard
from handlers.door import Card, Html, Texts
from handlers.event_lines import event_lines
from handlers.keyboards import Rows, back, button, joined, lines, paragraphs, titled

FREE = "free"  # as no clock is running
COSTS = ("kept", "end", "off")  # what not answering costs, after none, one, two missed offers


def open_now(offer: OfferCard, now: datetime) -> bool:
    """Whether it can still be answered."""
    return offer.status == "pending" and now < offer.expires_at


def check_open(offer: OfferCard | None, event_id: int, person_id: int, now: datetime) -> OfferCard:
    """The offer, for showing its question. Raises the refusal that says how it ended."""
    if offer is None or offer.person_id != person_id or offer.event.id != event_id:
        raise OfferUnknown
    if offer.status == "withdrawn":
        raise OfferTaken if offer.last_call else OfferWithdrawn
    if offer.status in ("accepted", "rejected"):
        raise OfferAnswered
    if not open_now(offer, now):
        raise OfferExpired(at=offer.expires_at)
    return offer


def offer_text(texts: Texts, offer: OfferCard) -> Html:
    """For how many, until when, and what happens if nobody answers. The deadline is the one that counts."""
    until = texts.when(offer.expires_at, offer.event.timezone)
    if offer.last_call:
        return paragraphs(_seats(texts, offer, "offer-call"), texts.say("offer-call-rule", until=until))
    free = (
        offer.delivered_at is None or offer.entry.source == "split"
    )  # the place at home is none the worse for it
    cost = FREE if free else COSTS[min(offer.entry.misses, len(COSTS) - 1)]
    return paragraphs(_seats(texts, offer, "offer-held"), texts.say(f"offer-rule-{cost}", until=until))


def offer_card(texts: Texts, offer: OfferCard, again: str = "", instead: Html | None = None) -> Card:
    """The whole message of an offer; `again` is the first line of one that is said once more, `instead` says which date
    the reader waits for."""
    first = "offer-call-head" if offer.last_call else "offer-head"
    head = lines(texts.say(again or first), event_lines(texts, offer.event))
    return Card(paragraphs(head, instead, offer_text(texts, offer)), offer_rows(texts, offer, here=0))


def offer_rows(texts: Texts, offer: OfferCard, here: int) -> Rows:
    """Accept, Decline. `here` is 0 on the offer's own message, which a letter rewrites; 1 elsewhere."""
    ids = (offer.event.id, offer.id, here)
    accept = button(texts, "button-accept", "accept", *ids, style="success")
    return [[accept, button(texts, "button-decline", "decline", *ids)]]


def decline_question(texts: Texts, offer: OfferCard, here: int) -> Card:
    """No to this seat: and the place in line?"""
    ids = (offer.event.id, offer.id, here)
    rows = [
        [button(texts, "button-decline-keep", "decline-keep", *ids)],
        [button(texts, "button-decline-pause", "decline-pause", *ids)],
        [button(texts, "button-leave", "decline-leave", *ids)],
        back(texts, "event", offer.event.id) if here else back(texts, "offer", *ids[:2]),
    ]
    return Card(texts.say("decline-ask", **titled(texts, offer.event)), rows)


def _seats(texts: Texts, offer: OfferCard, key: str) -> Html:
    names = offer.entry.names
    return lines(
        texts.say(key, count=offer.count),
        texts.say("offer-names", names=joined(names)) if names else None,
    )
