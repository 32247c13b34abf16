"""the official books: headings, instructions and characters"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KINDS = (
    "inclusion",
    "includes",
    "excludes1",
    "excludes2",
    "code_first",
    "use_additional",
    "code_also",
    "seventh",
    "note",
)


def upgrade() -> None:
    _table(
        "diagnosis_heading", ("heading",), _key("heading", 10), sa.Column("title", sa.Text(), nullable=False)
    )
    kind = sa.Enum(*KINDS, name="instruction", native_enum=False, create_constraint=True, length=32)
    _table(
        "diagnosis_note",
        ("place", "position"),
        _key("place", 10),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", kind, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
    )
    _table(
        "procedure_character",
        ("head", "position", "value", "beside"),
        _key("head", 3),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        _key("value", 1),
        _key("beside", 2),
        sa.Column("meaning", sa.Text(), nullable=False),
    )


def _key(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), nullable=False)


def _table(name: str, keys: tuple[str, ...], *columns: sa.Column) -> None:
    """A table of facts that know their release."""
    op.create_table(
        name,
        *columns,
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f(f"fk_{name}_release_id")),
        sa.PrimaryKeyConstraint(*keys, "release_id", name=op.f(f"pk_{name}")),
    )
    with op.batch_alter_table(name, schema=None) as batch_op:
        batch_op.create_index(batch_op.f(f"ix_{name}_release_id"), ["release_id"], unique=False)


def downgrade() -> None:
    for name in ("procedure_character", "diagnosis_note", "diagnosis_heading"):
        with op.batch_alter_table(name, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{name}_release_id"))
        op.drop_table(name)
