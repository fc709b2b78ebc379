"""Every fact has words, in every language, whatever it holds; and a file that no spreadsheet computes."""

import csv
import dataclasses
import io
from datetime import UTC, datetime
from typing import Any, Literal, get_args

import pytest

from engine import facts as f
from engine.refusals import ButtonStale
from engine.views import Change, EventNamed
from handlers.admin.audit_asked import Asked, from_button
from handlers.admin.audit_facts import KINDS, VARIANTS, what
from handlers.admin.audit_file import COLUMNS, as_csv
from handlers.admin.audit_who import who
from handlers.admin.audit_why import why
from handlers.callbacks import MOST, pack
from handlers.door import Texts
from handlers.sheets import harmless

AT = datetime(2026, 11, 20, 17, tzinfo=UTC)
EVENT = EventNamed(7, "=yoga", {"en": "Yoga <i>"}, AT, "Europe/Budapest")
IMPORTED = {"AccountImported", "ServiceImported", "SeriesImported", "EventImported"}
OTHERS = {
    "PresetSaved",
    "PresetDeleted",
    "RoleGiven",
    "GroupLanguageChosen",
    "QuestionsChanged",
    "HoursChanged",
    "SlotOpened",
    "ScheduleChosen",
}  # of rows that no decision is about


def change(kind: str = "EventFrozen", **values: Any) -> Change:
    given: dict[str, Any] = {
        "id": 5, "at": AT, "kind": kind, "data": {}, "by": "job", "by_id": 0, "by_name": "", "reason": "",
        "person_id": None, "person_name": "", "event": EVENT, "seal_id": None,
    }  # fmt: skip
    return Change(**given | values)


def test_every_kind_of_fact_has_its_sentence() -> None:
    unions = (f.Fact, f.MonthFact, f.RunFact, f.LockFact, f.RepairFact)
    kinds = {fact.__name__ for union in unions for fact in get_args(union)}
    assert kinds | IMPORTED | OTHERS == KINDS.keys()
    for kind, field, _ in VARIANTS:
        assert field in {one.name for one in dataclasses.fields(getattr(f, kind))}, (kind, field)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_fact_without_its_fields_still_reads(texts: Texts, kind: str) -> None:
    for data in ({}, {"seats": [1, 2], "position": 3, "until": AT.isoformat(), "code": "<x>", "free": 2}):
        said = what(texts.say, texts, change(kind, data=data), "UTC")
        assert said and "<x>" not in said and kind not in said


def test_variants_are_other_words(texts: Texts) -> None:
    for (kind, field, value), key in VARIANTS.items():
        said = what(texts.plain, texts, change(kind, data={field: value}), "UTC")
        others = dict.fromkeys(("seats", "position", "capacity"), 1) | {
            "count": 0,
            "until": "–",
            "when": "–",
            "month": "",
            "dates": 0,
            **dict.fromkeys(("number", "people", "short", "got", "wanted"), 0),
        }
        assert said == texts.plain(key, **others, code="", name="", cron="")


def test_moments_are_told_in_the_zone(texts: Texts) -> None:
    moved = change("EventMoved", data={"starts_at": AT.isoformat(), "ends_at": AT.isoformat()})
    assert "18:00" in what(texts.plain, texts, moved, "Europe/Budapest")


def test_unknown_kinds_are_named(texts: Texts) -> None:
    assert what(texts.plain, texts, change("RoofPainted"), "UTC") == "RoofPainted"
    made = what(texts.plain, texts, change("RoofImported", data={"code": "roof"}), "UTC")
    assert made == texts.plain("fact-imported", code="roof")


def test_who_did_it(texts: Texts) -> None:
    By = Literal["person", "admin", "job", "import"]  # noqa: N806 - a type

    def said(by: By, name: str = "", about: int | None = None) -> str:
        return who(texts, change(by=by, by_id=3, by_name=name, person_id=about))

    assert said("person", "Anna", 3) == "Anna"
    assert said("person", "Anna", 4) == said("person", "Anna") == texts.plain("who-after", name="Anna")
    assert said("admin", "Dora") == texts.plain("who-admin", name="Dora")
    assert said("job", "expire") == texts.plain("who-job")
    assert said("import") == texts.plain("who-import")
    assert said("import", "Dora") == texts.plain("who-import-by", name="Dora")


@pytest.mark.parametrize("words", ["Decided by hand", "Kézi döntés", "Von Hand entschieden"])
def test_nobody_is_told_a_reason_that_nobody_gave(texts: Texts, words: str) -> None:
    """A tap that asks for none leaves its own words, in the language of whoever tapped."""
    for kind in ("RunFinalized", "ResultGiven", "UnlockGranted", "UnlockEnded", "EventFrozen"):
        assert why(texts, change(kind, by="admin", reason=words)) == "", kind
    made = change("BookingMade", by="admin", reason=words, data={"source": "month"})
    assert why(texts, made) == ""
    assert why(texts, change("RunFinalized", by="admin", reason="By lot")) == "By lot"


def test_what_was_asked_for_with_a_reason_is_opened_for_it(texts: Texts) -> None:
    chosen = texts.plain("admin-reason-mistake")
    opened = change("UnlockGranted", by="admin", reason="Decided by hand", asked_why="Mistake corrected")
    assert why(texts, opened) == texts.reason("Mistake corrected")
    assert why(texts, change("UnlockGranted", reason="Decided by hand", asked_why=chosen)) == chosen
    assert why(texts, change("UnlockEnded", reason="Decided by hand", asked_why=chosen)) == ""


def test_how_wishes_end_otherwise_than_was_told(texts: Texts) -> None:
    """Facts that do not say it are told as they are."""
    told = {
        how: what(texts.plain, texts, change("WishesShifted", data=data), "UTC")
        for how, data in {"then": {}, "early": {"closed": True}, "later": {"closed": False}}.items()
    }
    assert told["early"] == texts.plain("fact-wishes-shifted-closed")
    assert told["later"] == texts.plain("fact-wishes-shifted-later")
    assert len(set(told.values())) == 3


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(texts: Texts, cell: str) -> None:
    assert harmless(cell) == f"'{cell}" and harmless(f" {cell}") == f" {cell}"
    bad = change(by="admin", by_name=cell, reason=cell, person_name=cell)
    content = as_csv(texts, [bad], "Europe/Budapest")
    assert content.startswith(b"\xef\xbb\xbf")
    header, line = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert header == [texts.plain(key) for key in COLUMNS]
    assert not any(part.startswith(("=", "+", "-", "@", "\t", "\r")) for part in line)
    assert line[3] == line[7] == f"'{cell}" and line[4] == "'=yoga"
    assert (line[0], line[6]) == ("2026-11-20T18:00:00+01:00", "2026-11-20T18:00+01:00")


def test_a_change_of_no_event(texts: Texts) -> None:
    content = as_csv(texts, [change(event=None, seal_id=4, data={"b": "ő", "a": 1})], "UTC").decode(
        "utf-8-sig"
    )
    *_, line = csv.reader(io.StringIO(content, newline=""))
    assert line[4:7] == ["", "", ""] and line[-3:] == ["5", "4", '{"a": 1, "b": "ő"}']


def test_the_numbers_of_a_button() -> None:
    asked = Asked(MOST, MOST, by_admin=True, only_admins=True, day=30_000)
    assert from_button(*asked.numbers) == asked
    assert pack("a-audit", *asked.numbers, 99_999) and pack("a-audit-file", *asked.numbers)
    assert f"{asked.date:%Y}" == "2102"
    for month in ("2020-01", "2026-12", "2102-12"):
        asked = Asked(0, MOST, by_admin=True, month=month)
        assert from_button(*asked.numbers) == asked and pack("a-audit", *asked.numbers, 99_999)
    for event_id, span in ((0, 30_001), (0, 40_000), (0, 40_997), (1, 40_001)):
        with pytest.raises(ButtonStale):
            from_button(event_id, 0, span * 4)
