"""A known service stays what it is: another kind is refused with the line it stands in."""

import pytest

from engine.catalogue import CatalogueErrors, Known, ServicePlan
from tests.catalogue.test_contract import parse

KNOWN = Known(
    timezone="UTC",
    services={
        "yoga": ServicePlan("yoga", "group", {"en": "Yoga"}),
        "massage": ServicePlan("massage", "individual", {"en": "Massage"}, minutes=50),
    },
)
YOGA = """\
services:
  - code: yoga
    name: Yoga
    {kind}
    minutes: 50
    hours: [{{weekday: mon, from: "09:00", to: "12:00"}}]
"""


def test_another_kind_is_a_problem_with_its_line() -> None:
    with pytest.raises(CatalogueErrors) as caught:
        parse(YOGA.format(kind="kind: individual"), known=KNOWN)
    (problem,) = caught.value.problems
    assert (problem.line, problem.path, problem.key) == (4, "services[0].kind", "other_kind")
    assert str(problem) == (
        "line 4: services[0].kind: found “individual”, wanted group: the service yoga is that already, "
        "and the kind of a service cannot change"
    )


def test_left_out_it_would_be_a_group_and_the_service_s_line_is_named() -> None:
    text = "services:\n  - name: Massage\n    code: massage\n    minutes: 50\n"
    with pytest.raises(CatalogueErrors) as caught:
        parse(text, known=KNOWN)
    (problem,) = caught.value.problems
    assert (problem.line, problem.path, problem.found) == (2, "services[0].kind", "nothing")
    assert problem.wanted.startswith("individual: the service massage")


def test_the_same_kind_is_fine_and_so_is_a_new_service() -> None:
    (plan,) = parse("services:\n  - {code: yoga, name: Yoga}\n", known=KNOWN).services
    assert plan.kind == "group"
    assert parse(YOGA.replace("yoga", "reiki").format(kind="kind: individual"), known=KNOWN).services


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        (
            '{"services": [\n  {"code": "yoga", "name": "Y", "minutes": 5, "hours":\n  [], "kind": "individual"}]}',
            "c.json",
            3,
        ),
        (YOGA.format(kind="kind: individual").replace("\n", "\r\n"), "c.yaml", 4),
    ],
)
def test_the_line_is_exact_in_other_files_too(text: str, name: str, line: int) -> None:
    with pytest.raises(CatalogueErrors) as caught:
        parse(text, name, known=KNOWN)
    assert [problem.line for problem in caught.value.problems if problem.key == "other_kind"] == [line]
