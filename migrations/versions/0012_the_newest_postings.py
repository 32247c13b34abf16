"""the newest of what is listed and of what an employer has listed, without putting all of it in order"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_posting_newest", "posting", ["status", "first_published_at"])
    op.create_index(
        "ix_posting_newest_of_employer",
        "posting",
        ["employer_id", "first_published_at", "status", "opens_at", "closes_at"],
    )


def downgrade() -> None:
    op.drop_index("ix_posting_newest_of_employer", table_name="posting")
    op.drop_index("ix_posting_newest", table_name="posting")
