"""words of look-up"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lookup_same",
        sa.Column("stem", sa.String(length=40), nullable=False),
        sa.Column("other", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("stem", "other", name=op.f("pk_lookup_same")),
    )
    op.create_table(
        "lookup_saying",
        sa.Column("phrase", sa.String(length=80), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("said", sa.String(length=80), nullable=False),
        sa.Column("target", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("phrase", "place", name=op.f("pk_lookup_saying")),
    )
    op.create_table(
        "lookup_word",
        sa.Column("stem", sa.String(length=40), nullable=False),
        sa.Column("bucket", sa.String(length=10), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("ids", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stem", "bucket", name=op.f("pk_lookup_word")),
    )


def downgrade() -> None:
    op.drop_table("lookup_word")
    op.drop_table("lookup_saying")
    op.drop_table("lookup_same")
