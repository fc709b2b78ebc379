"""Alembic's entrance. There is no ini file: `storage.migrate` gives the connection, in a transaction of its own."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
