"""What is said about a booking: that it stands, and before it is given up."""

from datetime import datetime

from engine.views import BookingCard, RequestCard
from handlers.door import Card, Html, Texts
from handlers.event_lines import event_lines
from handlers.keyboards import Rows, back, button, joined, lines, paragraphs, titled


def booking_line(texts: Texts, booking: BookingCard) -> Html:
    """That the reader is booked, with whom, and whether the organiser still has to confirm."""
    key = "booking-stands-pending" if booking.status == "pending" else "booking-stands"
    return lines(texts.say(key), party_line(texts, booking))


def party_line(texts: Texts, booking: BookingCard | RequestCard) -> Html | None:
    """How many seats, and for whom besides the reader; nothing for one seat."""
    if booking.seats < 2:
        return None
    if not booking.names:
        return texts.say("party-seats", seats=booking.seats)
    return texts.say("party-with", seats=booking.seats, names=joined(booking.names))


def booking_card(
    texts: Texts, booking: BookingCard, key: str, now: datetime, before: Html | None = None
) -> Card:
    """The confirmation: `key` says how the booking came about, `before` what it was for until now."""
    text = paragraphs(
        lines(texts.say(key), before),
        lines(event_lines(texts, booking.event), party_line(texts, booking)),
        reconfirm_line(texts, booking, now),
        texts.say("booking-pending-note") if booking.status == "pending" else None,
        cancel_rule(texts, booking, now),
    )
    return Card(
        text,
        [
            *coming(texts, booking, now),
            *give_up_rows(texts, booking, now),
            [button(texts, "button-my", "my")],
        ],
    )


def give_up_rows(texts: Texts, booking: BookingCard, now: datetime) -> Rows:
    """The ways out; to another date only where people take places themselves, and not out of a final month."""
    ids = (booking.event.id, booking.id)
    other = [[button(texts, "button-reschedule", "reschedule", *ids, 1)]]
    cancel = [button(texts, "button-cancel", "cancel", *ids)]
    moves = booking.event.settings.self_service and booking.movable(now)
    return [*(other if moves else []), cancel]


def reconfirm_line(texts: Texts, booking: BookingCard, now: datetime) -> Html | None:
    """Until when a word is asked for; None when none is."""
    if booking.reconfirm_by is None or booking.reconfirm_by <= now:
        return None
    return texts.say(
        "booking-reconfirm", until=texts.until(booking.reconfirm_by, booking.event.timezone, now)
    )


def coming(texts: Texts, booking: BookingCard, now: datetime) -> Rows:
    """The answer that the new date suits, where it is asked for."""
    if booking.reconfirm_by is None or booking.reconfirm_by <= now:
        return []
    return [[button(texts, "button-coming", "coming", booking.event.id, booking.id, style="success")]]


def cancel_rule(texts: Texts, booking: BookingCard, now: datetime) -> Html:
    """Until when the reader may cancel in time, or that this is over."""
    event = booking.event
    late_from = min(booking.late_from, event.starts_at)
    until = texts.until(late_from, event.timezone, now)
    return texts.say("booking-rule-late" if late_from <= now else "booking-rule", until=until)


def cancel_question(texts: Texts, booking: BookingCard, now: datetime) -> Card:
    """The rule first, then the question. Back comes first: a second tap of a hasty finger lands on it."""
    event = booking.event
    text = paragraphs(
        texts.say("booking-cancel-ask", **titled(texts, event), seats=booking.seats),
        cancel_rule(texts, booking, now),
    )
    confirm = button(texts, "button-confirm", "cancel-confirm", event.id, booking.id, style="danger")
    return Card(text, [back(texts, "event", event.id), [confirm]])
