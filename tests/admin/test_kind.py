"""The database is the second referee of a service's kind, for whoever writes without the check of the file."""

from __future__ import annotations

import pytest

from engine.catalogue import Catalogue, ServicePlan
from engine.settings import Mode
from engine.state import TimeWindow
from storage.catalogue import ImportRefused, import_catalogue
from storage.tables import facts, services
from tests.admin.test_late import NOW, Calendar
from tests.bot.studio import opened

CHANGED = ServicePlan(
    "yoga", "individual", {"en": "Yoga"}, mode=Mode.MANUAL, minutes=50, hours=(TimeWindow(0, 540, 720),)
)


async def test_another_kind_is_refused_whole(database_url: str) -> None:
    async with opened(database_url, Calendar()) as studio:
        before = (await studio.rows(services), await studio.rows(facts))
        with pytest.raises(ImportRefused) as refused:
            await import_catalogue(studio.database, Catalogue(services=(CHANGED,)), NOW)
        assert list(map(str, refused.value.problems)) == ["yoga: the kind of a service cannot change."]
        assert (await studio.rows(services), await studio.rows(facts)) == before
