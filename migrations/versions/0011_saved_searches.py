"""saved searches, what was sent for them, and addresses that take no more letters"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def words(*values: str, name: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "suppressed_address",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_suppressed_address")),
    )
    op.create_table(
        "saved_search",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("owner_id", sa.String(length=26), nullable=True),
        sa.Column("address", sa.String(length=254), nullable=True),
        sa.Column("address_key", sa.String(length=254), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("asked", sa.String(length=2000), nullable=False),
        sa.Column("said", sa.String(length=300), nullable=False),
        sa.Column("rhythm", words("instant", "daily", "weekly", "none", name="rhythm"), nullable=False),
        sa.Column("timezone", sa.String(length=40), nullable=False),
        sa.Column("state", words("waiting", "active", "stopped", name="state"), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("moved_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("looked_at", sa.DateTime(), nullable=False),
        sa.Column("looked_change", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(owner_id IS NULL) != (address IS NULL)", name=op.f("ck_saved_search_is_somebodys")
        ),
        sa.CheckConstraint(
            "(address IS NULL) = (address_key IS NULL)", name=op.f("ck_saved_search_address_has_its_key")
        ),
        sa.CheckConstraint(
            "state != 'active' OR confirmed_at IS NOT NULL", name=op.f("ck_saved_search_active_is_confirmed")
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["user.id"], name=op.f("fk_saved_search_owner_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
    )
    op.create_index(op.f("ix_saved_search_owner_id"), "saved_search", ["owner_id"])
    op.create_index(op.f("ix_saved_search_address_key"), "saved_search", ["address_key"])
    op.create_index("ix_saved_search_state_due_at", "saved_search", ["state", "due_at"])
    op.create_table(
        "sent_match",
        sa.Column("saved_search_id", sa.String(length=26), nullable=False),
        sa.Column("posting_id", sa.String(length=26), nullable=False),
        sa.Column("event_id", sa.String(length=26), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_sent_match_event_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["posting_id"], ["posting.id"], name=op.f("fk_sent_match_posting_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["saved_search_id"],
            ["saved_search.id"],
            name=op.f("fk_sent_match_saved_search_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("saved_search_id", "posting_id", name=op.f("pk_sent_match")),
    )
    op.create_index(op.f("ix_sent_match_event_id"), "sent_match", ["event_id"])
    op.create_index("ix_posting_status_opens_at", "posting", ["status", "opens_at"])


def downgrade() -> None:
    op.drop_index("ix_posting_status_opens_at", table_name="posting")
    op.drop_table("sent_match")
    op.drop_table("saved_search")
    op.drop_table("suppressed_address")
