"""which the newest listed postings are is told by an index alone, without a look at each posting"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_posting_newest", table_name="posting")
    op.create_index(
        "ix_posting_newest",
        "posting",
        ["status", "first_published_at", "opens_at", "closes_at", "live_edition_id"],
    )


def downgrade() -> None:
    op.drop_index("ix_posting_newest", table_name="posting")
    op.create_index("ix_posting_newest", "posting", ["status", "first_published_at"])
