"""What was done, by whom, and what can be found by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from engine.questions import Question
from engine.views.people import Names


@dataclass(frozen=True, slots=True)
class Deed:
    """Who changed something, and when. `by_id` is a participant's or Telegram's user id; a job has no name. What the
    rules made of a participant's tap for others counts as a job's. `how` tells a booking that ended by being moved
    from one that was given up."""

    by: Literal["person", "admin", "job", "import"]
    by_id: int
    name: str
    at: datetime
    how: str = ""


@dataclass(frozen=True, slots=True)
class ServiceQuestions:
    """What a service asks, and who has changed that last."""

    id: int
    names: Names
    questions: tuple[Question, ...]
    last: Deed | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What of the history is looked for; None asks for anything. `person_id`: about what a participant has or had;
    `admin_id`: done by this admin (Telegram's user id); from `since` on and before `until`. `month`: what was decided
    about this period, its versions, its locks and its repairs, and what became of its dates and places. `gathered`:
    what one decision did to many slots of a service is one change, with how many."""

    event_id: int | None = None
    person_id: int | None = None
    admin_id: int | None = None
    admins_only: bool = False
    since: datetime | None = None
    until: datetime | None = None
    month: str = ""
    gathered: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A participant, or an admin who has done something; an admin's id is Telegram's."""

    is_admin: bool
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class EventNamed:
    """What an event is called and when it begins."""

    id: int
    code: str
    names: Names
    starts_at: datetime
    timezone: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many slots one decision treated alike, and when the first and the last of them begin."""

    count: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One fact of the history. `kind` and `data` are the fact's class and fields; `by_id` as in `Deed`; `person_id` is
    whom it is about, if anybody; `seal_id` is None as long as it is not sealed. `service`: the names of the service
    that was changed itself. `gathered`: it stands for several. `asked_why`: for which reason it was asked for, where
    another admin has to agree."""

    id: int
    at: datetime
    kind: str
    data: Mapping[str, Any]
    by: Literal["person", "admin", "job", "import"]
    by_id: int
    by_name: str
    reason: str
    person_id: int | None
    person_name: str
    event: EventNamed | None
    seal_id: int | None
    service: Mapping[str, str] | None = None
    gathered: Gathered | None = None
    asked_why: str = ""


@dataclass(frozen=True, slots=True)
class OutOfTurn:
    """How many wait in an event's line whom its free seats do not go to: they have let these very seats go, cannot be
    reached, or wait for more seats than are free. Behind them `more` wait, who were not looked at."""

    let_go: int = 0
    unreachable: int = 0
    too_large: int = 0
    more: int = 0

    @property
    def anybody(self) -> bool:
        return bool(self.let_go or self.unreachable or self.too_large)
