"""Recurrence rules give the same days as dateutil, an independent reading of the same document."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.catalogue.nodes import Scalar
from engine.catalogue.occurrences import occurrences
from engine.catalogue.problems import Spot, Wrong
from engine.catalogue.recurrence import WEEKDAYS, recurrence
from tests.catalogue.test_planted import problems

UTC = ZoneInfo("UTC")
FIRSTS = st.dates(date(2024, 1, 1), date(2029, 12, 31))


def several(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=3, unique=True).map(",".join)


weekdays = several(st.sampled_from(WEEKDAYS))
numbered = several(
    st.builds("{}{}".format, st.sampled_from(["1", "2", "5", "-1", "-2"]), st.sampled_from(WEEKDAYS))
)
month_days = several(st.sampled_from(["1", "15", "29", "31", "-1", "-30"]))
months = several(st.integers(1, 12).map(str))
places = several(st.sampled_from(["1", "2", "-1", "9"]))


@st.composite
def rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    long = frequency in ("MONTHLY", "YEARLY")
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 5))}"]
    named = draw(st.sampled_from(["", "BYDAY", "BYMONTHDAY", "BYDAY;BYMONTHDAY"]))
    if "BYDAY" in named:
        parts.append(f"BYDAY={draw(numbered if long and draw(st.booleans()) else weekdays)}")
    if "BYMONTHDAY" in named:
        parts.append(f"BYMONTHDAY={draw(month_days)}")
    if draw(st.booleans()):
        parts.append(f"BYMONTH={draw(months)}")
    if named and long and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(places)}")
    return ";".join([*parts, f"WKST={draw(st.sampled_from(WEEKDAYS))}"])


@settings(max_examples=3 * settings().max_examples)
@given(rules(), FIRSTS)
def test_the_same_days_as_dateutil(rule: str, first: date) -> None:
    last = first + timedelta(days=1500)
    found = recurrence(UTC)(Spot(Scalar(None, f"{rule};UNTIL={last:%Y%m%d}"), "rrule"))
    start = datetime.combine(first, time())
    end = datetime.combine(last, time())
    theirs = rrulestr(rule, dtstart=start).between(start, end, inc=True)
    assert list(occurrences(found.rule, first, last)) == [moment.date() for moment in theirs]


@given(st.text(alphabet="FREQ=WEKLYDAI;BUNTCOUNTMOSETP0123456789-+,ZT", max_size=60))
def test_any_text(rule: str) -> None:
    try:
        found = recurrence(UTC)(Spot(Scalar(rule, rule), "rrule"))
    except Wrong:
        return
    assert found.count or found.until


def test_rules_that_never_come_true_or_never_end() -> None:
    head = "account: {name: N, timezone: UTC}\nservices: [{code: y, name: Y, minutes: 1, "
    head += "events: [{series: s, at: '1:00', "
    for rule, key in {
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20351231": "empty_series",
        "FREQ=DAILY;UNTIL=20351231": "short_series",
        "FREQ=DAILY;UNTIL=21001231": "short_series",
        "FREQ=YEARLY;COUNT=30": "short_series",
        "FREQ=DAILY": "rrule_end",
        "FREQ=WEEKLY;BYDAY=2MO;COUNT=3": "rrule",
    }.items():
        text = head + f"capacity: 1, from: 2026-01-01, rrule: {rule}}}]}}]"
        assert [problem.key for problem in problems(text)] == [key], rule
