"""specialties alike"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "specialty_neighbour",
        sa.Column("specialty_id", sa.Integer(), nullable=False),
        sa.Column("neighbour_id", sa.Integer(), nullable=False),
        sa.Column("alikeness", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["neighbour_id"], ["specialty.id"], name=op.f("fk_specialty_neighbour_neighbour_id")
        ),
        sa.ForeignKeyConstraint(
            ["specialty_id"], ["specialty.id"], name=op.f("fk_specialty_neighbour_specialty_id")
        ),
        sa.PrimaryKeyConstraint("specialty_id", "neighbour_id", name=op.f("pk_specialty_neighbour")),
    )
    op.create_index(
        op.f("ix_specialty_neighbour_neighbour_id"), "specialty_neighbour", ["neighbour_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("specialty_neighbour")
