"""What services ask. `engine.ports.Questions` on a database; the service's row is the lock."""

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from engine.facts import QuestionsChanged
from engine.ports import Actor
from engine.questions import Question, from_json, to_json
from engine.refusals import ServiceUnknown
from storage.by_account import by_whom, next_version, only_once
from storage.database import Database
from storage.ids import Ids
from storage.tables import facts, services

Rule = Callable[[tuple[Question, ...]], QuestionsChanged]


class SqlQuestions:
    """See `engine.ports.Questions`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now, self._ids = database, now, Ids(database)

    async def decide(
        self, service_id: int, by: Actor, update_id: int | None, reason: str, rule: Rule
    ) -> QuestionsChanged:
        """See `engine.ports.Questions.decide`."""
        await self._ids.reserve()
        locked = sa.select(services.c.questions).where(services.c.id == service_id).with_for_update()

        def decided(connection: sa.Connection) -> QuestionsChanged:
            row = connection.execute(locked).one_or_none()
            if row is None:
                raise ServiceUnknown
            only_once(connection, update_id, self._now())
            fact = rule(from_json(row.questions))
            self._record(connection, fact, by, reason)
            return fact

        return await self._database.transact(decided)

    def _record(self, connection: sa.Connection, fact: QuestionsChanged, by: Actor, reason: str) -> None:
        here, asked = services.c.id == fact.id, to_json(fact.questions)
        connection.execute(sa.update(services).where(here).values(questions=asked))
        told = {"id": fact.id, "how": fact.how, "code": fact.code, "name": fact.name, "questions": asked}
        connection.execute(
            facts.insert().values(
                id=self._ids.new(),
                event_id=None,
                subject="service",
                subject_id=fact.id,
                version=next_version(connection, "service", fact.id),
                kind=type(fact).__name__,
                data=told,
                **by_whom(by, reason, self._now()),
            )
        )
