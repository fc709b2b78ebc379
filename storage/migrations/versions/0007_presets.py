"""Named presets of modes and rules, in versions; and which one a service or an event was taken from."""

from alembic import op

revision = "0007"
down_revision = "0006"

UP = (
    """
    CREATE TABLE presets (
        id {id} NOT NULL,
        account_id {id} NOT NULL,
        name TEXT NOT NULL,
        version INTEGER NOT NULL,
        mode TEXT NOT NULL,
        offer {json} NOT NULL,
        made_by TEXT DEFAULT '' NOT NULL,
        made_at {moment} NOT NULL,
        CONSTRAINT pk_presets PRIMARY KEY (id),
        CONSTRAINT ck_presets_mode CHECK (mode IN ('manual', 'legacy', 'offer', 'splitter')),
        CONSTRAINT ck_presets_version CHECK (version >= 1),
        CONSTRAINT uq_presets_account_id_name_version UNIQUE (account_id, name, version),
        CONSTRAINT fk_presets_account_id FOREIGN KEY(account_id) REFERENCES accounts (id)
    )
    """,
    "ALTER TABLE services ADD COLUMN preset_id {id}",
    "ALTER TABLE events ADD COLUMN preset_id {id}",
)
DOWN = (
    "ALTER TABLE events DROP COLUMN preset_id",
    "ALTER TABLE services DROP COLUMN preset_id",
    "DROP TABLE presets",
)
POSTGRESQL = {"id": "BIGINT", "json": "JSONB", "moment": "TIMESTAMP WITH TIME ZONE"}
SQLITE = {"id": "INTEGER", "json": "JSON", "moment": "DATETIME"}


def upgrade() -> None:
    types = POSTGRESQL if op.get_bind().dialect.name == "postgresql" else SQLITE
    for statement in UP:
        op.execute(statement.format(**types))


def downgrade() -> None:
    for statement in DOWN:
        op.execute(statement)
