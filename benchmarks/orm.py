"""The usual way: SQLAlchemy's ORM, a session and a transaction for each booking."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm import DeclarativeBase, Mapped, relationship

from benchmarks.plain import NothingFree
from benchmarks.rounds import IDS
from storage import tables
from storage.database import Database


class Base(DeclarativeBase):
    metadata = tables.metadata


class Event(Base):
    __table__ = tables.events
    id: Mapped[int]


class Participant(Base):
    __table__ = tables.participants
    id: Mapped[int]
    telegram_id: Mapped[int | None]


class Booking(Base):
    __table__ = tables.bookings
    id: Mapped[int]
    event_id: Mapped[int]
    person_id: Mapped[int]
    active: Mapped[int]
    event: Mapped[Event] = relationship(foreign_keys=[tables.bookings.c.event_id])


class Seat(Base):
    __table__ = tables.seats
    event_id: Mapped[int]
    number: Mapped[int]
    booking_id: Mapped[int | None]
    offer_id: Mapped[int | None]
    hold_id: Mapped[int | None]


class Fact(Base):
    __table__ = tables.facts
    id: Mapped[int]


class Letter(Base):
    __table__ = tables.letters
    id: Mapped[int]
    fact: Mapped[Fact] = relationship(foreign_keys=[tables.letters.c.fact_id])


Sessions = async_sessionmaker[AsyncSession]


def sessions(database: Database) -> Sessions:
    """On the bot's own engine, so that durability and locks are the same."""
    return async_sessionmaker(database.write, expire_on_commit=False)


async def book(make: Sessions, person_id: int, event_id: int) -> None:
    """One booking, one transaction, the event locked. Raises NothingFree."""
    async with make() as session, session.begin():
        await place(session, person_id, event_id)


async def person(session: AsyncSession, telegram_id: int) -> int:
    """Who this is."""
    found = await session.scalar(sa.select(Participant.id).where(Participant.telegram_id == telegram_id))
    assert found is not None
    return found


async def place(session: AsyncSession, person_id: int, event_id: int) -> None:
    """The booking itself."""
    event = await session.get_one(Event, event_id, with_for_update=True)
    seat: Seat | None = await session.scalar(_first_free(event_id))
    known = sa.select(Booking).where(
        Booking.event_id == event_id, Booking.person_id == person_id, Booking.active == 1
    )
    if seat is None or await session.scalar(known) is not None:
        raise NothingFree
    booking_id, at = next(IDS), datetime.now(UTC)
    seat.booking_id = booking_id
    session.add(
        Booking(
            id=booking_id, event=event, person_id=person_id, status="confirmed", active=1, seats=1,
            first_seat=seat.number, names=[], source="self", created_at=at, version=1,
        )
    )  # fmt: skip
    said: dict[str, Any] = {"id": booking_id, "event_id": event_id, "person_id": person_id, "names": []}
    fact = Fact(
        id=next(IDS), event_id=event_id, subject="booking", subject_id=booking_id, version=1,
        kind="BookingMade", actor_kind="person", actor_id=person_id, at=at,
        data=said | {"seats": [seat.number], "status": "confirmed", "source": "self"},
    )  # fmt: skip
    session.add(
        Letter(
            id=next(IDS), fact=fact, kind="booking-made", person_id=person_id, priority=1, version=1,
            subject=f"booking:{booking_id}", created_at=at,
            data={"booking": booking_id, "event": event_id, "source": "self"},
        )
    )  # fmt: skip


def _first_free(event_id: int) -> sa.Select[Seat]:
    free = (Seat.booking_id.is_(None), Seat.offer_id.is_(None), Seat.hold_id.is_(None))
    return sa.select(Seat).where(Seat.event_id == event_id, *free).order_by(Seat.number).limit(1)
