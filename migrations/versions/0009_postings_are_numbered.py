"""postings are numbered, and what changes is logged, for the search index"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "posting_number",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("posting_id", sa.String(length=26), nullable=False),
        sa.ForeignKeyConstraint(
            ["posting_id"], ["posting.id"], name=op.f("fk_posting_number_posting_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_posting_number")),
        sa.UniqueConstraint("posting_id", name=op.f("uq_posting_number_posting_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "posting_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("posting_id", sa.String(length=26), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posting_change")),
        sqlite_autoincrement=True,
    )
    op.execute("INSERT INTO posting_number (posting_id) SELECT id FROM posting ORDER BY created_at, id")
    op.execute("INSERT INTO posting_change (posting_id) SELECT id FROM posting ORDER BY created_at, id")


def downgrade() -> None:
    op.drop_table("posting_change")
    op.drop_table("posting_number")
