"""How things stand before a tap, brought about by taps alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from engine.views import EventCard
from handlers.callbacks import parse
from storage.tables import bookings, entries, events, facts, holds, offers, requests, services
from tests.taps.hall import Hall, Human


@dataclass
class Stage:
    """Somebody whose taps are looked at, all others, and the ids of what they have."""

    hall: Hall
    language: str = "en"

    async def somebody(self, name: str = "Zoe", **card: Any) -> Human:
        return await self.hall.person(name, self.language, **card)

    async def looking(self, code: str = "yoga-2") -> Human:
        """In front of an event's card."""
        anna = await self.somebody("Anna")
        await anna.opens(code)
        return anna

    async def booked(self, code: str = "yoga-2", name: str = "Anna") -> Human:
        anna = await self.somebody(name)
        await anna.opens(code)
        await anna.presses("book")
        return anna

    async def full(self, code: str = "yoga-1") -> tuple[Human, Human]:
        """Anna in front of a full event, and who has the last seat."""
        ben = await self.booked(code, "Ben")
        return await self.looking(code), ben

    async def joined(self, code: str, name: str, *more: str) -> Human:
        """In the line of a full event."""
        anna = await self.somebody(name)
        await anna.opens(code)
        await anna.presses("join", *more, "join-confirm")
        return anna

    async def waiting(self, code: str = "yoga-1") -> tuple[Human, Human]:
        """Anna in line, and who has the seat."""
        ben = await self.booked(code, "Ben")
        return await self.joined(code, "Anna"), ben

    async def offered(self, code: str = "yoga-1") -> tuple[Human, Human, Human]:
        """Anna with an offer, Ben who gave his seat up, Cleo who is next."""
        anna, ben = await self.waiting(code)
        cleo = await self.joined(code, "Cleo")
        await ben.presses("cancel", "cancel-confirm")
        await anna.finds("accept")
        return anna, ben, cleo

    async def reserved(self, code: str = "yoga-1", choice: int = 0) -> Human:
        """Anna on the service's list, and in front of her place there."""
        anna, _ = await self.full(code)
        for other in ("yoga-2",) if code == "yoga-1" else ():
            await self.fill(other)
        await anna.presses("join", "anywhere")
        await anna.taps("anywhere-confirm", self.hall.event(code), choice)
        await anna.types("/my")
        await anna.presses("entry")
        return anna

    async def self_service(self, code: str, on: bool = False) -> None:
        """People ask for places of the event's service, or take them themselves again."""
        service = code.partition("-")[0]
        await self.hall.studio.change(services, services.c.code == service, self_service=on)

    async def asking(self, code: str = "yoga-2", name: str = "Anna") -> Human:
        """In front of the card of an event that nobody books themselves."""
        await self.self_service(code)
        anna = await self.somebody(name)
        await anna.opens(code)
        return anna

    async def asked(self, code: str = "yoga-2", name: str = "Anna") -> Human:
        """With an open request for a seat."""
        anna = await self.asking(code, name)
        await anna.presses("ask")
        return anna

    async def deciding(self, code: str = "yoga-2") -> tuple[Human, Human]:
        """An admin in front of Anna's request, and Anna."""
        dora = await self.admin()
        anna = await self.asked(code)
        await dora.finds("a-request-why", chat=self.hall.group)
        return dora, anna

    # ------------------------------------------------------------------------------------------ slots

    async def practice(self, minutes: int = 50) -> int:
        """An individual service: every day from 9 to 12, 50 minutes each; its id."""
        week = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        hours = [{"weekday": day, "from": "09:00", "to": "12:00"} for day in week]
        massage = {"code": "massage", "kind": "individual", "name": {"en": "Massage"}, "mode": "offer"}
        await self.hall.studio.open({"services": [{**massage, "minutes": minutes, "hours": hours}]})
        found = await self.hall.studio.views.service_by_code("massage")
        assert found is not None
        return found.id

    async def slots(self, service_id: int) -> list[EventCard]:
        """Those to come, by start."""
        return list((await self.hall.studio.views.events(service_id, 0, 500)).items)

    async def appointments(self, name: str = "Anna") -> Human:
        """In front of the services, an individual one among them."""
        await self.practice()
        return await self.at_services(name)

    async def at_services(self, name: str = "Anna") -> Human:
        anna = await self.somebody(name)
        await anna.types("/events")
        return anna

    async def appointed(self, name: str = "Anna") -> Human:
        """With an appointment, the first that there is."""
        anna = await self.appointments(name)
        await anna.presses("days", "slots", "slot", "slot-book")
        return anna

    async def practising(self) -> Human:
        """An admin in front of the card of the individual service, where Anna has the first slot."""
        await self.appointed()
        dora = await self.admin()
        await dora.types("/events", chat=self.hall.group)
        await dora.presses("a-individual", chat=self.hall.group)
        return dora

    async def reopening(self, answer: str = "14-16") -> Human:
        """In front of what other hours on all days would come to."""
        dora = await self.practising()
        service = await self.hall.studio.views.service_by_code("massage")
        assert service is not None
        await dora.presses("a-hours", chat=self.hall.group)
        await dora.taps("a-hours-day", service.id, 8, chat=self.hall.group)
        await dora.presses("a-hours-ask", chat=self.hall.group)
        await dora.replies(answer, self.hall.group)
        return dora

    async def fill(self, code: str) -> None:
        """Take every free seat."""
        event = await self.hall.studio.views.event(self.hall.event(code))
        assert event is not None
        for number in range(event.free):
            await self.booked(code, f"Guest {number}")

    async def shut(self, code: str, status: str) -> None:
        """No button closes or cancels an event yet."""
        event_id, studio = self.hall.event(code), self.hall.studio
        (event,) = await studio.rows(events, events.c.id == event_id)
        version = event.version + 1
        await studio.outbox._ids.reserve()
        fact = {
            "id": studio.outbox._ids.new(),
            "event_id": event_id,
            "subject": "event",
            "subject_id": event_id,
        }
        fact |= {"version": version, "kind": "EventClosed", "actor_kind": "job", "actor_id": 0, "data": {}}
        changed = sa.update(events).where(events.c.id == event_id).values(status=status, version=version)

        def shut(connection: sa.Connection) -> None:
            connection.execute(changed)
            connection.execute(facts.insert().values(**fact, at=self.hall.calendar()))

        await studio.database.transact(shut)

    # ------------------------------------------------------------------------------------------ admins

    async def admin(self, name: str = "Dora") -> Human:
        """One of the group's administrators."""
        dora = await self.hall.stranger(name, self.language)
        await self.hall.group.gives("administrator", dora.phone)
        await self.hall.settle()
        return dora

    async def owner(self, name: str = "Olga") -> Human:
        """Whose group it is in Telegram."""
        olga = await self.hall.stranger(name, self.language)
        await self.hall.group.gives("creator", olga.phone)
        await self.hall.settle()
        return olga

    async def managing(self, code: str) -> Human:
        """An admin in front of an event's card in the group."""
        dora = await self.admin()
        await self.manages(dora, code)
        return dora

    async def manages(self, dora: Human, code: str) -> None:
        await dora.types("/events", chat=self.hall.group)
        await dora.taps("a-event", self.hall.event(code), chat=self.hall.group)

    async def more(self, dora: Human, code: str, *verbs: str) -> None:
        """In front of what is done seldom to an event, or further on from there."""
        await self.manages(dora, code)
        await dora.presses("a-more", *verbs, chat=self.hall.group)

    async def resizing(self, dora: Human, code: str, wanted: int) -> None:
        """In front of what another number of seats would do."""
        await self.more(dora, code, "a-capacity")
        event = await self.hall.studio.views.event(self.hall.event(code))
        assert event is not None
        step = 1 if wanted > event.capacity else -1
        for seats in range(event.capacity + step, wanted + step, step):
            await dora.taps("a-capacity", event.id, seats, chat=self.hall.group)

    async def moved(self, dora: Human, code: str = "yoga-1", reason: int = 7) -> None:
        """An event begins a day later."""
        await self.more(dora, code, "a-date")
        event_id = self.hall.event(code)
        message = await dora.newest(self.hall.group)
        label = dora.texts.plain("admin-step-day")
        later = next(button.data for button in message.buttons if button.label == label)
        await dora.taps_on(message.id, later, self.hall.group)
        await dora.presses("a-date-ask", chat=self.hall.group)
        call = parse((await dora.finds("a-date-set", event_id, chat=self.hall.group))[1])
        assert call is not None
        await dora.taps("a-date-set", event_id, call.args[1], reason, chat=self.hall.group)

    async def called_off(self, dora: Human, code: str = "yoga-1", reason: int = 7) -> None:
        """An event does not take place."""
        await self.more(dora, code, "a-off-ask")
        await dora.taps("a-off", self.hall.event(code), reason, chat=self.hall.group)

    async def begun(self, dora: Human, code: str, days: int = 6) -> None:
        """In front of the list of who came to an event that has begun."""
        await self.hall.forward(days=days, hours=12)
        await dora.types("/events", chat=self.hall.group)
        await dora.presses("a-past", chat=self.hall.group)
        await dora.taps("a-event", self.hall.event(code), chat=self.hall.group)
        await dora.presses("a-more", "a-attendance", chat=self.hall.group)

    async def freed(self, code: str = "clay-1") -> tuple[Human, Human, Human]:
        """An admin in front of the card of a freed seat, Anna and Cleo in line."""
        dora = await self.admin()
        anna, ben = await self.waiting(code)
        cleo = await self.joined(code, "Cleo")
        await ben.presses("cancel", "cancel-confirm")
        await dora.finds("a-freed-promote", chat=self.hall.group)
        return dora, anna, cleo

    # ------------------------------------------------------------------------------------------ ids

    async def person_id(self, human: Human) -> int:
        person = await self.hall.studio.views.person(human.id)
        assert person is not None
        return person.id

    async def offer_id(self, human: Human) -> int:
        return int((await self._last(offers, offers.c.person_id == await self.person_id(human))).id)

    async def entry_id(self, human: Human) -> int:
        return int((await self._last(entries, entries.c.person_id == await self.person_id(human))).id)

    async def booking_id(self, human: Human) -> int:
        return int((await self._last(bookings, bookings.c.person_id == await self.person_id(human))).id)

    async def request_id(self, human: Human) -> int:
        return int((await self._last(requests, requests.c.person_id == await self.person_id(human))).id)

    async def hold_id(self) -> int:
        return int((await self._last(holds)).id)

    async def _last(self, table: Any, *where: Any) -> Any:
        return (await self.hall.studio.rows(table, *where))[-1]
