"""notes about families"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "family_note",
        sa.Column("family_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "plain",
                "context",
                "documentation",
                "billing",
                name="notekind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("source_url", sa.String(length=300), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('plain', 'context') OR source <> ''",
            name=op.f("ck_family_note_rules_name_their_source"),
        ),
        sa.ForeignKeyConstraint(
            ["family_id"], ["code_family.id"], name=op.f("fk_family_note_family_id_code_family")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["code_release.id"], name=op.f("fk_family_note_release_id_code_release")
        ),
        sa.PrimaryKeyConstraint("family_id", "kind", "position", name=op.f("pk_family_note")),
    )
    op.create_index(op.f("ix_family_note_release_id"), "family_note", ["release_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_family_note_release_id"), table_name="family_note")
    op.drop_table("family_note")
