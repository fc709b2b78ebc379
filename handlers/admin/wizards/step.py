"""What a wizard is made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from engine.catalogue import Known, ServicePlan
from engine.views import EventCard
from handlers.door import Admin, Html, Texts

Document = dict[str, list[dict[str, object]]]
"""A part of a catalogue, as JSON has it."""


@dataclass(frozen=True, slots=True)
class Asking:
    """All that words, choices and judgements are made from. `before` are events of the chosen service, the newest
    last."""

    admin: Admin
    known: Known
    answers: Mapping[str, str]
    before: Sequence[EventCard] = ()

    @property
    def texts(self) -> Texts:
        return self.admin.texts

    @property
    def now(self) -> datetime:
        """In the account's zone."""
        return self.admin.rooms.now().astimezone(ZoneInfo(self.known.timezone or "UTC"))

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def service(self) -> ServicePlan | None:
        """The one that was chosen."""
        return self.known.services.get(self.said("service"))

    def said(self, step: str) -> str:
        """The answer; "" for one that is not given, or left out."""
        return self.answers.get(step, "")

    def answered(self, step: str, value: str) -> "Asking":
        """With one answer more."""
        return replace(self, answers={**self.answers, step: value})


@dataclass(frozen=True, slots=True)
class Option:
    """A button: the answer that it gives. With `stays` the same is asked again, as there is more to choose; a
    `proposed` one is what it was the last time."""

    label: str
    value: str
    stays: bool = False
    proposed: bool = False


class Unfit(Exception):
    """An answer that cannot be: the sentence that says why, plain."""


Read = Callable[[Asking, str], str]
"""What was typed as a file writes it; what it cannot read it leaves as it is, for the catalogue to refuse. Raises
Unfit."""


def _nothing(_: Asking) -> Sequence[Option]:
    return ()


def _always(_: Asking) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `hint` is the text that says what may be typed, with an example; None where only buttons answer.
    `check` judges an answer beside the catalogue and raises Unfit."""

    name: str
    ask: Callable[[Asking], Html]
    options: Callable[[Asking], Sequence[Option]] = _nothing
    hint: str | None = None
    read: Read = lambda _, text: text
    check: Callable[[Asking, str], None] = lambda _, __: None
    columns: int = 1
    applies: Callable[[Asking], bool] = _always


@dataclass(frozen=True, slots=True)
class Wizard:
    """`head` is the text above its cards. `document` is the part of a catalogue that the answers make, complete also
    while some are missing: something that fits stands in. `told` is what was answered, in words, `title` what the
    history says."""

    head: str
    steps: Callable[[Known], Sequence[Step]]
    document: Callable[[Asking], Document]
    told: Callable[[Asking], Sequence[Html]]
    title: Callable[[Asking], str]

    def after(self, asking: Asking, name: str) -> Step | None:
        """The next step; None when everything is answered. "" is before the first."""
        found = self._open(asking)
        names = [step.name for step in found]
        place = names.index(name) + 1 if name else 0
        return found[place] if place < len(found) else None

    def before(self, asking: Asking, name: str) -> Step | None:
        """The step before; None before the first. "" is behind the last."""
        found = self._open(asking)
        names = [step.name for step in found]
        place = (names.index(name) if name else len(found)) - 1
        return found[place] if place >= 0 else None

    def step(self, asking: Asking, name: str) -> Step | None:
        """The step of this name."""
        return next((step for step in self.steps(asking.known) if step.name == name), None)

    def up_to(self, asking: Asking, name: str) -> Asking:
        """Without what was answered to this step and those behind it."""
        names = [step.name for step in self.steps(asking.known)]
        kept = names[: names.index(name)]
        return replace(asking, answers={k: v for k, v in asking.answers.items() if k in kept})

    def _open(self, asking: Asking) -> list[Step]:
        return [step for step in self.steps(asking.known) if step.applies(asking)]
