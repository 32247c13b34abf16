"""lists of procedures"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "procedure_list",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("owner_id", sa.String(length=26), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("zip_code", sa.String(length=5), nullable=False),
        sa.Column(
            "site",
            sa.Enum("facility", "office", name="site", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("specialty_id", sa.Integer(), nullable=True),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_procedure_list_has_a_name")),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_procedure_list_owner_id")),
        sa.ForeignKeyConstraint(
            ["specialty_id"], ["specialty.id"], name=op.f("fk_procedure_list_specialty_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_list")),
        sa.UniqueConstraint("owner_id", "name", name=op.f("uq_procedure_list_owner_id_name")),
    )
    op.create_index(op.f("ix_procedure_list_owner_id"), "procedure_list", ["owner_id"])
    op.create_index(op.f("ix_procedure_list_specialty_id"), "procedure_list", ["specialty_id"])
    op.create_table(
        "procedure_entry",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("list_id", sa.String(length=26), nullable=False),
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("written", sa.String(length=30), nullable=False),
        sa.Column("modifier", sa.String(length=2), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("batch", sa.String(length=26), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.CheckConstraint("times BETWEEN 1 AND 9999", name=op.f("ck_procedure_entry_times_in_range")),
        sa.CheckConstraint(
            "modifier IN ('', '26', 'TC', '53')", name=op.f("ck_procedure_entry_modifier_that_has_a_value")
        ),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_procedure_entry_code_id")),
        sa.ForeignKeyConstraint(
            ["list_id"], ["procedure_list.id"], name=op.f("fk_procedure_entry_list_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_entry")),
        sa.UniqueConstraint("list_id", "batch", "line", name=op.f("uq_procedure_entry_list_id_batch_line")),
    )
    op.create_index(op.f("ix_procedure_entry_code_id"), "procedure_entry", ["code_id"])
    op.create_index("ix_procedure_entry_list_id_done_on", "procedure_entry", ["list_id", "done_on"])


def downgrade() -> None:
    op.drop_index("ix_procedure_entry_list_id_done_on", table_name="procedure_entry")
    op.drop_index(op.f("ix_procedure_entry_code_id"), table_name="procedure_entry")
    op.drop_table("procedure_entry")
    op.drop_index(op.f("ix_procedure_list_specialty_id"), table_name="procedure_list")
    op.drop_index(op.f("ix_procedure_list_owner_id"), table_name="procedure_list")
    op.drop_table("procedure_list")
