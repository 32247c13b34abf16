"""words of the trade: groups of ways of saying the same thing"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saying_group",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("listed_as", sa.String(length=60), nullable=True),
        sa.Column("decided", sa.Boolean(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saying_group")),
        sa.UniqueConstraint("listed_as", name=op.f("uq_saying_group_listed_as")),
    )
    op.create_table(
        "saying_way",
        sa.Column("group_id", sa.String(length=26), nullable=False),
        sa.Column("phrase", sa.String(length=60), nullable=False),
        sa.Column("said", sa.String(length=60), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("one_way", sa.Boolean(), nullable=False),
        sa.Column("held", sa.String(length=60), nullable=True),
        sa.CheckConstraint("phrase <> ''", name=op.f("ck_saying_way_has_a_word")),
        sa.CheckConstraint("held IS NULL OR held = phrase", name=op.f("ck_saying_way_holds_its_own_phrase")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["saying_group.id"], name=op.f("fk_saying_way_group_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", "phrase", name=op.f("pk_saying_way")),
        sa.UniqueConstraint("held", name=op.f("uq_saying_way_held")),
    )
    op.create_index(op.f("ix_saying_way_phrase"), "saying_way", ["phrase"])


def downgrade() -> None:
    op.drop_index(op.f("ix_saying_way_phrase"), table_name="saying_way")
    op.drop_table("saying_way")
    op.drop_table("saying_group")
