"""Versions of a month's allocation."""

from collections.abc import Collection, Sequence

from engine.planning import Document
from engine.views import (
    AdjustmentCard,
    ExportChoices,
    Page,
    PinOffCard,
    PlacedCard,
    RunCard,
    RunEventCard,
    RunHead,
    RunNumbers,
    RunPersonCard,
    ShortCard,
    TellingCard,
    VersionsCounted,
)
from storage.views import exports, metrics, placed, runs
from storage.views.sql.looking import Looking


class RunViews(Looking):
    async def runs(self, period_id: int) -> Sequence[RunHead]:
        """See `engine.views.Views.runs`."""
        return await self._look(lambda reading: runs.heads_of(reading.connection, period_id))

    async def run_cards(self, run_ids: Collection[int]) -> Sequence[RunCard]:
        """See `engine.views.Views.run_cards`."""
        return await self._look(lambda reading: runs.cards(reading.connection, run_ids))

    async def run_events(self, run_id: int) -> Sequence[RunEventCard]:
        """See `engine.views.Views.run_events`."""
        return await self._look(lambda reading: placed.events_in(reading.connection, run_id))

    async def run_people(
        self, run_id: int, event_id: int | None, offset: int, limit: int
    ) -> Page[PlacedCard]:
        """Whom a version places."""
        return await self._look(
            lambda reading: placed.people_in(reading.connection, run_id, event_id, offset, limit)
        )

    async def run_pins_off(self, run_id: int) -> Sequence[PinOffCard]:
        """See `engine.views.Views.run_pins_off`."""
        return await self._look(lambda reading: placed.pins_off_of(reading.connection, run_id))

    async def run_short(self, run_id: int, offset: int, limit: int) -> Page[ShortCard]:
        """Who gets fewer than they want."""
        return await self._look(lambda reading: placed.short_in(reading.connection, run_id, offset, limit))

    async def run_person(self, run_id: int, person_id: int) -> RunPersonCard | None:
        return await self._look(lambda reading: placed.person_in(reading.connection, run_id, person_id))

    async def telling(self, period_id: int) -> TellingCard:
        """Letters with results."""
        return await self._look(lambda reading: placed.telling(reading.connection, period_id))

    async def run_numbers(self, period_id: int) -> Sequence[RunNumbers]:
        """See `engine.views.Views.run_numbers`."""
        return await self._look(lambda reading: metrics.of_period(reading.connection, period_id))

    async def month_numbers(self, limit: int) -> Sequence[RunNumbers]:
        """See `engine.views.Views.month_numbers`."""
        return await self._look(lambda reading: metrics.of_months(reading.connection, limit))

    async def versions(self, period_id: int) -> VersionsCounted:
        """See `engine.views.Views.versions`."""
        return await self._look(
            lambda reading: metrics.versions(reading.connection, period_id), snapshot=False
        )

    async def adjustments(self, period_id: int) -> Sequence[AdjustmentCard]:
        """See `engine.views.Views.adjustments`."""
        return await self._look(lambda reading: runs.adjustments_of(reading.connection, period_id))

    async def taken_back(self, period_id: int) -> bool:
        """See `engine.views.Views.taken_back`."""
        return await self._look(lambda reading: runs.taken_back(reading.connection, period_id))

    async def export_choices(self, period_id: int) -> ExportChoices | None:
        """See `engine.views.Views.export_choices`."""
        return await self._look(lambda reading: exports.choices(reading.connection, period_id))

    async def export(self, period_id: int, number: int) -> Document | None:
        """See `engine.views.Views.export`."""
        return await self._look(
            lambda reading: exports.export(reading.connection, period_id, number, reading.now)
        )
