"""What each administrator of the group may do, and the topics of a forum that the bot writes into."""

from alembic import op

revision = "0008"
down_revision = "0007"

UP = (
    """
    CREATE TABLE roles (
        account_id {id} NOT NULL,
        telegram_id BIGINT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        given_by BIGINT NOT NULL,
        given_by_name TEXT NOT NULL,
        at {moment} NOT NULL,
        version INTEGER DEFAULT '1' NOT NULL,
        CONSTRAINT pk_roles PRIMARY KEY (account_id, telegram_id),
        CONSTRAINT ck_roles_role CHECK (role IN ('viewer', 'operator', 'approver', 'owner')),
        CONSTRAINT fk_roles_account_id FOREIGN KEY(account_id) REFERENCES accounts (id)
    )
    """,
    """
    CREATE TABLE topics (
        chat_id BIGINT NOT NULL,
        kind TEXT NOT NULL,
        topic_id BIGINT NOT NULL,
        CONSTRAINT pk_topics PRIMARY KEY (chat_id, kind),
        CONSTRAINT ck_topics_kind CHECK (kind IN ('lock', 'batch', 'anomaly', 'ops', 'seats'))
    )
    """,
)


def upgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    words = {
        "id": "BIGINT" if postgresql else "INTEGER",
        "moment": "TIMESTAMP WITH TIME ZONE" if postgresql else "DATETIME",
    }
    for statement in UP:
        op.execute(statement.format(**words))


def downgrade() -> None:
    op.execute("DROP TABLE topics")
    op.execute("DROP TABLE roles")
