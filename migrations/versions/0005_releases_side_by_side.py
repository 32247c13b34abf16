"""releases side by side: which one is read, where it came from, and what codes said before"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("code_release") as table:
        table.add_column(sa.Column("current", sa.Boolean(), nullable=False, server_default=sa.true()))
        table.add_column(sa.Column("origin", sa.String(length=32), nullable=False, server_default="package"))
        table.add_column(sa.Column("file_name", sa.String(length=200), nullable=True))
        table.add_column(sa.Column("effective", sa.Date(), nullable=True))
        table.create_check_constraint(op.f("ck_code_release_origin"), "origin IN ('package', 'file')")
    op.execute(
        "UPDATE code_release SET current = (id = (SELECT max(other.id) FROM code_release AS other"
        " WHERE other.part = code_release.part))"
    )
    with op.batch_alter_table("code_release") as table:
        table.alter_column(
            "current", server_default=None, existing_type=sa.Boolean(), existing_nullable=False
        )
        table.alter_column(
            "origin", server_default=None, existing_type=sa.String(32), existing_nullable=False
        )
    op.create_index(
        "ix_code_release_one_current",
        "code_release",
        ["part"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )
    op.create_table(
        "earlier_code",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_earlier_code_code_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_earlier_code_release_id")),
        sa.PrimaryKeyConstraint("release_id", "code_id", name=op.f("pk_earlier_code")),
    )
    op.create_index(op.f("ix_earlier_code_code_id"), "earlier_code", ["code_id"])
    op.create_table(
        "licensed_descriptor",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("release", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_licensed_descriptor_code_id")),
        sa.PrimaryKeyConstraint("code_id", name=op.f("pk_licensed_descriptor")),
    )
    with op.batch_alter_table("credential") as table:
        table.add_column(sa.Column("basis", sa.String(length=120), nullable=False, server_default=""))
        table.add_column(sa.Column("decided", sa.Boolean(), nullable=True))
    with op.batch_alter_table("credential") as table:
        table.alter_column(
            "basis", server_default=None, existing_type=sa.String(120), existing_nullable=False
        )
    # Loaded again at the next start, with their basis.
    op.execute("UPDATE code_release SET fingerprint = '' WHERE part = 'credentials'")


def downgrade() -> None:
    with op.batch_alter_table("credential") as table:
        table.drop_column("decided")
        table.drop_column("basis")
    op.drop_table("licensed_descriptor")
    op.drop_index(op.f("ix_earlier_code_code_id"), table_name="earlier_code")
    op.drop_table("earlier_code")
    op.drop_index("ix_code_release_one_current", table_name="code_release")
    with op.batch_alter_table("code_release") as table:
        table.drop_constraint(op.f("ck_code_release_origin"), type_="check")
        for name in ("effective", "file_name", "origin", "current"):
            table.drop_column(name)
