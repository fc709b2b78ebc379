"""What services ask and who changed it, and what somebody has answered before."""

from itertools import chain

import sqlalchemy as sa

from engine.questions import Answers, answers_of, from_json
from engine.views import ServiceQuestions
from storage.tables import bookings, entries, events, facts, requests, services
from storage.views import cards

LAST = 5
"""Rows that are looked at for answers; who has answered none of these times is asked afresh."""


def service_questions(connection: sa.Connection, service_id: int) -> ServiceQuestions | None:
    """See `engine.views.Views.service_questions`."""
    chosen = sa.select(services.c.id, services.c.names, services.c.questions)
    row = connection.execute(chosen.where(services.c.id == service_id)).one_or_none()
    if row is None:
        return None
    changed = (
        facts.c.subject == "service",
        facts.c.subject_id == service_id,
        facts.c.kind == "QuestionsChanged",
    )
    last = connection.execute(cards.DEEDS.where(*changed).order_by(facts.c.id.desc()).limit(1)).one_or_none()
    return ServiceQuestions(
        id=row.id,
        names=row.names,
        questions=from_json(row.questions),
        last=None if last is None else cards.deed(last),
    )


def answered_before(connection: sa.Connection, person_id: int, service_id: int) -> Answers:
    """See `engine.views.Views.answered_before`."""
    booked = (
        sa.select(bookings.c.answers, bookings.c.created_at)
        .join(events, events.c.id == bookings.c.event_id)
        .where(bookings.c.person_id == person_id, events.c.service_id == service_id)
        .order_by(bookings.c.id.desc())
    )
    waited = (
        sa.select(entries.c.answers, entries.c.created_at)
        .where(entries.c.person_id == person_id, entries.c.service_id == service_id)
        .order_by(entries.c.id.desc())
    )
    asked = (
        sa.select(requests.c.answers, requests.c.created_at)
        .join(events, events.c.id == requests.c.event_id)
        .where(requests.c.person_id == person_id, events.c.service_id == service_id)
        .order_by(requests.c.id.desc())
    )
    looks = (chosen.limit(LAST) for chosen in (booked, waited, asked))
    found = chain.from_iterable(connection.execute(look).all() for look in looks)
    newest = max((row for row in found if row.answers), key=lambda row: row.created_at, default=None)
    return () if newest is None else answers_of(newest.answers)
