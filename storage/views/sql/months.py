"""Months that are wished for, and what they have come to."""

from collections.abc import Sequence

from engine.repairs import RepairMove
from engine.views import (
    ChoiceCard,
    EventCard,
    InterestCard,
    Invitation,
    LockingCard,
    Page,
    PeriodCard,
    PlaceChange,
    RepairCard,
    RepairLine,
    ResultCard,
    ScheduleCard,
    UnlockCard,
    WishCard,
)
from storage.views import locks, month, repairs, results
from storage.views.sql.looking import Looking


class MonthViews(Looking):
    async def months(self) -> Sequence[PeriodCard]:
        """See `engine.views.Views.months`."""
        return await self._look(lambda reading: month.opened(reading.connection))

    async def periods(self) -> Sequence[PeriodCard]:
        """Every month that was opened and is not over."""
        return await self._look(lambda reading: month.coming(reading.connection, reading.now))

    async def period(self, period_id: int) -> PeriodCard | None:
        return await self._look(lambda reading: month.period(reading.connection, period_id))

    async def wish(self, period_id: int, person_id: int) -> WishCard | None:
        """What somebody wants of a period."""
        return await self._look(lambda reading: month.wish(reading.connection, period_id, person_id))

    async def choices(self, period_id: int, person_id: int) -> Sequence[ChoiceCard]:
        """Every event of the month that the person can wish for."""
        return await self._look(
            lambda reading: month.choices(reading.connection, period_id, person_id, reading.now)
        )

    async def dates_in(self, wanted: str) -> int:
        """See `engine.views.Views.dates_in`."""
        return await self._look(lambda reading: month.dates_in(reading.connection, wanted, reading.now))

    async def interest(self, period_id: int) -> Sequence[InterestCard]:
        """Who wants what."""
        return await self._look(lambda reading: month.interest(reading, period_id))

    async def invitation(self, link: int) -> Invitation | None:
        return await self._look(lambda reading: month.invitation(reading.connection, link))

    async def result(self, result_id: int) -> ResultCard | None:
        return await self._look(lambda reading: results.result(reading, result_id))

    async def results_of(self, person_id: int) -> Sequence[ResultCard]:
        """See `engine.views.Views.results_of`."""
        return await self._look(lambda reading: results.results_of(reading, person_id))

    async def free_dates(self, period_id: int) -> Sequence[EventCard]:
        """The coming dates of a month with seats that nobody waits for."""
        return await self._look(lambda reading: month.free_dates(reading, period_id))

    async def locking(self, period_id: int) -> LockingCard | None:
        return await self._look(lambda reading: locks.locking(reading.connection, period_id))

    async def unlock(self, unlock_id: int) -> UnlockCard | None:
        return await self._look(lambda reading: locks.unlock(reading.connection, unlock_id))

    async def place_changes(self, unlock_id: int) -> Sequence[PlaceChange]:
        """See `engine.views.Views.place_changes`."""
        return await self._look(lambda reading: locks.changes_of(reading.connection, unlock_id, reading.now))

    async def wishes_for(self, event_id: int, person_id: int) -> Sequence[WishCard]:
        """See `engine.views.Views.wishes_for`."""
        return await self._look(lambda reading: month.wishes_for(reading.connection, event_id, person_id))

    async def lost_places(self, period_id: int) -> int:
        """See `engine.views.Views.lost_places`."""
        return await self._look(lambda reading: repairs.lost_places(reading.connection, period_id))

    async def dates(self, period_id: int, offset: int, limit: int) -> Page[EventCard]:
        """See `engine.views.Views.dates`."""
        return await self._look(lambda reading: month.dates(reading, period_id, offset, limit))

    async def month_with_losses(self, event_id: int) -> int | None:
        """See `engine.views.Views.month_with_losses`."""
        return await self._look(lambda reading: repairs.month_with_losses(reading.connection, event_id))

    async def repair(self, repair_id: int) -> RepairCard | None:
        return await self._look(lambda reading: repairs.repair(reading.connection, repair_id))

    async def repairs(self, period_id: int) -> Sequence[RepairCard]:
        """See `engine.views.Views.repairs`."""
        return await self._look(lambda reading: repairs.open_of(reading.connection, period_id))

    async def repair_lines(self, moves: Sequence[RepairMove]) -> Sequence[RepairLine]:
        """See `engine.views.Views.repair_lines`."""
        return await self._look(lambda reading: repairs.lines_of(reading.connection, moves))

    async def schedule(self) -> ScheduleCard | None:
        """See `engine.views.Views.schedule`."""
        return await self._look(lambda reading: repairs.schedule(reading.connection))
