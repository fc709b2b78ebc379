"""A tap that the same person repeats: what it asks for is done already, so a quiet word is enough."""

from collections.abc import Mapping, Sequence

from engine.refusals import (
    AlreadyAsked,
    AlreadyBooked,
    AlreadyDone,
    AlreadyWaiting,
    BookingOver,
    NothingToConfirm,
    NotPaused,
    NotWaiting,
    OfferAnswered,
    Refusal,
    RequestOver,
)
from engine.views import Deed
from handlers.door import Visitor

# By verb: the refusal that says by itself that things are as the reader wants them.
AS_WANTED: Mapping[str, type[Refusal]] = {
    "book": AlreadyBooked,
    "slot-book": AlreadyBooked,
    "join-confirm": AlreadyWaiting,
    "anywhere-confirm": AlreadyWaiting,
    "resume": NotPaused,
    "ask": AlreadyAsked,
}

# By verb: the refusal, and the fact about the row of the button's second number that the first tap has made.
MADE: Mapping[str, tuple[type[Refusal], str]] = {
    "accept": (OfferAnswered, "OfferAccepted"),
    "cancel": (BookingOver, "BookingCancelled"),
    "cancel-confirm": (BookingOver, "BookingCancelled"),
    "coming": (NothingToConfirm, "BookingReconfirmed"),
    "reschedule-confirm": (BookingOver, "BookingCancelled"),
    "leave": (NotWaiting, "EntryLeft"),
    "leave-confirm": (NotWaiting, "EntryLeft"),
    "take-back": (RequestOver, "RequestTakenBack"),
}
DECLINES = ("decline-leave", "decline-keep", "decline-pause")


async def done_before(visitor: Visitor, verb: str, args: Sequence[int], refusal: Refusal) -> Refusal | None:
    """The refusal to tell without an alarm; None when the reader has to look at what was refused."""
    if isinstance(refusal, AlreadyDone) or AS_WANTED.get(verb) is type(refusal):
        return refusal
    if verb in MADE and isinstance(refusal, MADE[verb][0]):
        deed = await _by_reader(visitor, args, MADE[verb][1])
        moved = deed is not None and deed.how == "move"  # then it is given up here, and stands elsewhere
        return AlreadyDone() if deed and moved == (verb == "reschedule-confirm") else None
    if (
        verb in DECLINES
        and isinstance(refusal, OfferAnswered)
        and await _by_reader(visitor, args, "OfferRejected")
    ):
        offer = await visitor.rooms.views.offer(args[1])
        return AlreadyDone() if offer and offer.ended == verb.removeprefix("decline-") else None
    return None


async def _by_reader(visitor: Visitor, args: Sequence[int], kind: str) -> Deed | None:
    """This fact, if it is the reader's own doing; an id in a button is a hint only."""
    deed = await visitor.rooms.views.last_deed((kind,), args[1], args[0])
    return deed if deed and (deed.by, deed.by_id) == ("person", visitor.person.id) else None
