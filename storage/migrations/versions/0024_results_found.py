"""A month's results ask for places given by hand, which are few, and for friends from both sides: indexes for both."""

from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.execute("CREATE INDEX ix_placements_pinned ON placements (run_id, event_id) WHERE reason = 'pinned'")
    op.execute(
        "CREATE INDEX ix_friendships_agreed_friend ON friendships (period_id, friend_id) WHERE status = 'agreed'"
    )


def downgrade() -> None:
    op.execute("DROP INDEX ix_friendships_agreed_friend")
    op.execute("DROP INDEX ix_placements_pinned")
