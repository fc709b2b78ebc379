"""Which topic of the admins' forum is for which kind of letter."""

from sqlalchemy.dialects import postgresql, sqlite

from storage.database import Database
from storage.tables import topics


class SqlTopics:
    """One topic a chat and kind; the first that is kept stays until it is dropped."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self, chat_id: int) -> dict[str, int]:
        """The topics of a chat, by kind."""
        chosen = topics.select().where(topics.c.chat_id == chat_id)
        rows = await self._database.look(lambda connection: connection.execute(chosen).all(), snapshot=False)
        return {row.kind: row.topic_id for row in rows}

    async def keep(self, chat_id: int, kind: str, topic_id: int) -> None:
        """Unless there is one already."""
        insert = (sqlite if self._database.is_sqlite else postgresql).insert(topics)
        row = insert.values(chat_id=chat_id, kind=kind, topic_id=topic_id)
        await self._database.execute(row.on_conflict_do_nothing())

    async def drop(self, chat_id: int, topic_id: int) -> None:
        """It is gone."""
        gone = topics.delete().where(topics.c.chat_id == chat_id, topics.c.topic_id == topic_id)
        await self._database.execute(gone)
