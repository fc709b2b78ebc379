"""What was done, and by whom."""

from collections.abc import Sequence

import sqlalchemy as sa

from engine.views import Change, Deed, Known, Sought
from storage.tables import facts
from storage.views import cards, history, placed
from storage.views.sql.looking import Looking

PLACELESS = ("account", "service", "period", "lock", "unlock", "repair")
"""What facts are about that belong to no event."""


class PastViews(Looking):
    async def last_deed(self, kinds: Sequence[str], row_id: int | None, event_id: int) -> Deed | None:
        """The last of the event's facts of one of these kinds, about this row or (None) about any; what is set for the
        whole account, or for a service, is set for the event."""
        here = sa.or_(facts.c.event_id == event_id, facts.c.subject.in_(PLACELESS))
        where = [here, facts.c.kind.in_(kinds)]
        if row_id is not None:
            where.append(facts.c.subject_id == row_id)
        chosen = cards.DEEDS.where(*where).order_by(facts.c.id.desc()).limit(1)
        return await self._look(lambda reading: reading.one(chosen, cards.deed))

    async def month_deed(self, kinds: Sequence[str], period_id: int) -> Deed | None:
        """See `engine.views.Views.month_deed`."""
        chosen = placed.deeds(kinds, period_id)
        return await self._look(lambda reading: reading.one(chosen, cards.deed))

    async def changes(self, sought: Sought, offset: int, limit: int) -> Sequence[Change]:
        """Newest first."""
        return await self._look(lambda reading: history.changes(reading.connection, sought, offset, limit))

    async def known_as(self, name: str, limit: int) -> Sequence[Known]:
        """Whose names have these words in them, whatever their case and accents."""
        return await self._look(lambda reading: history.known_as(reading.connection, name, limit))

    async def known(self, row_id: int, *, is_admin: bool) -> Known | None:
        return await self._look(lambda reading: history.known(reading.connection, row_id, is_admin=is_admin))
