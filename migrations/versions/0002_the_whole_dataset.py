"""the whole dataset"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mdc",
        sa.Column("mdc", sa.String(length=3), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("mdc", name=op.f("pk_mdc")),
    )
    op.create_table(
        "risk_category",
        sa.Column(
            "model",
            sa.Enum(
                "v28",
                "v24",
                "rx08",
                "esrd24",
                name="riskmodel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("category", sa.String(length=5), nullable=False),
        sa.Column("label", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("model", "category", name=op.f("pk_risk_category")),
    )
    op.create_table(
        "code_modifier",
        sa.Column("modifier", sa.String(length=2), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["code_release.id"], name=op.f("fk_code_modifier_release_id")
        ),
        sa.PrimaryKeyConstraint("modifier", name=op.f("pk_code_modifier")),
    )
    with op.batch_alter_table("code_modifier", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_code_modifier_release_id"), ["release_id"], unique=False)

    op.create_table(
        "locality",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mac", sa.String(length=5), nullable=False),
        sa.Column("number", sa.String(length=2), nullable=False),
        sa.Column("state_code", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("work", sa.Integer(), nullable=False),
        sa.Column("work_without_floor", sa.Integer(), nullable=False),
        sa.Column("practice", sa.Integer(), nullable=False),
        sa.Column("malpractice", sa.Integer(), nullable=False),
        sa.Column("anesthesia", sa.Integer(), nullable=False),
        sa.Column("anesthesia_qualifying", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_locality_release_id")),
        sa.ForeignKeyConstraint(["state_code"], ["state.code"], name=op.f("fk_locality_state_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_locality")),
        sa.UniqueConstraint("mac", "number", name=op.f("uq_locality_mac_number")),
    )
    with op.batch_alter_table("locality", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_locality_release_id"), ["release_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_locality_state_code"), ["state_code"], unique=False)

    op.create_table(
        "add_on",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("primary_code", sa.String(length=5), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=1), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_add_on_code_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_add_on_release_id")),
        sa.PrimaryKeyConstraint("code_id", "primary_code", "release_id", name=op.f("pk_add_on")),
    )
    with op.batch_alter_table("add_on", schema=None) as batch_op:
        batch_op.create_index("ix_add_on_primary_code", ["primary_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_add_on_release_id"), ["release_id"], unique=False)

    op.create_table(
        "care_kind",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(length=20), nullable=False),
        sa.Column("subcategory", sa.String(length=60), nullable=False),
        sa.Column("family", sa.String(length=120), nullable=False),
        sa.Column("major", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_care_kind_code_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_care_kind_release_id")),
        sa.PrimaryKeyConstraint("code_id", "release_id", name=op.f("pk_care_kind")),
    )
    with op.batch_alter_table("care_kind", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_care_kind_release_id"), ["release_id"], unique=False)

    op.create_table(
        "diagnosis_grouping",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("mdc", sa.String(length=3), nullable=False),
        sa.Column(
            "severity",
            sa.Enum(
                "none", "cc", "mcc", name="severity", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_diagnosis_grouping_code_id")),
        sa.ForeignKeyConstraint(
            ["release_id"], ["code_release.id"], name=op.f("fk_diagnosis_grouping_release_id")
        ),
        sa.PrimaryKeyConstraint("code_id", "release_id", name=op.f("pk_diagnosis_grouping")),
    )
    with op.batch_alter_table("diagnosis_grouping", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_diagnosis_grouping_release_id"), ["release_id"], unique=False)

    op.create_table(
        "diagnosis_risk",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column(
            "model",
            sa.Enum(
                "v28",
                "v24",
                "rx08",
                "esrd24",
                name="riskmodel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("category", sa.String(length=5), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_diagnosis_risk_code_id")),
        sa.ForeignKeyConstraint(
            ["release_id"], ["code_release.id"], name=op.f("fk_diagnosis_risk_release_id")
        ),
        sa.PrimaryKeyConstraint("code_id", "model", "category", "release_id", name=op.f("pk_diagnosis_risk")),
    )
    with op.batch_alter_table("diagnosis_risk", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_diagnosis_risk_release_id"), ["release_id"], unique=False)

    op.create_table(
        "drg",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("mdc", sa.String(length=3), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "surgical",
                "medical",
                "neither",
                name="drgkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("change", sa.String(length=10), nullable=False),
        sa.Column("earlier_title", sa.Text(), nullable=True),
        sa.Column("placed", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_drg_code_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_drg_release_id")),
        sa.PrimaryKeyConstraint("code_id", "release_id", name=op.f("pk_drg")),
    )
    with op.batch_alter_table("drg", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_drg_release_id"), ["release_id"], unique=False)

    op.create_table(
        "hospital_rate",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=2), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_hospital_rate_code_id")),
        sa.ForeignKeyConstraint(
            ["release_id"], ["code_release.id"], name=op.f("fk_hospital_rate_release_id")
        ),
        sa.PrimaryKeyConstraint("code_id", "release_id", name=op.f("pk_hospital_rate")),
    )
    with op.batch_alter_table("hospital_rate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hospital_rate_release_id"), ["release_id"], unique=False)

    op.create_table(
        "locality_county",
        sa.Column("locality_id", sa.Integer(), nullable=False),
        sa.Column("state_code", sa.String(length=2), nullable=False),
        sa.Column("county", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["locality_id"], ["locality.id"], name=op.f("fk_locality_county_locality_id")
        ),
        sa.ForeignKeyConstraint(["state_code"], ["state.code"], name=op.f("fk_locality_county_state_code")),
        sa.PrimaryKeyConstraint("locality_id", "state_code", "county", name=op.f("pk_locality_county")),
    )
    op.create_table(
        "operating_room",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_operating_room_code_id")),
        sa.ForeignKeyConstraint(
            ["release_id"], ["code_release.id"], name=op.f("fk_operating_room_release_id")
        ),
        sa.PrimaryKeyConstraint("code_id", "release_id", name=op.f("pk_operating_room")),
    )
    with op.batch_alter_table("operating_room", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_operating_room_release_id"), ["release_id"], unique=False)

    op.create_table(
        "pair_group",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column(
            "side",
            sa.Enum("paid", "denied", name="side", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("modifier", sa.String(length=1), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("others", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_pair_group_code_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_pair_group_release_id")),
        sa.PrimaryKeyConstraint("code_id", "side", "modifier", "release_id", name=op.f("pk_pair_group")),
    )
    with op.batch_alter_table("pair_group", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pair_group_release_id"), ["release_id"], unique=False)

    op.create_table(
        "risk_hierarchy",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("dropped_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_risk_hierarchy_code_id")),
        sa.ForeignKeyConstraint(["dropped_id"], ["code.id"], name=op.f("fk_risk_hierarchy_dropped_id")),
        sa.ForeignKeyConstraint(
            ["release_id"], ["code_release.id"], name=op.f("fk_risk_hierarchy_release_id")
        ),
        sa.PrimaryKeyConstraint("code_id", "dropped_id", "release_id", name=op.f("pk_risk_hierarchy")),
    )
    with op.batch_alter_table("risk_hierarchy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_hierarchy_dropped_id"), ["dropped_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_risk_hierarchy_release_id"), ["release_id"], unique=False)

    op.create_table(
        "risk_service",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_risk_service_code_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_risk_service_release_id")),
        sa.PrimaryKeyConstraint("code_id", "release_id", name=op.f("pk_risk_service")),
    )
    with op.batch_alter_table("risk_service", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_service_release_id"), ["release_id"], unique=False)

    op.create_table(
        "risk_weight",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("community_nondual_aged", sa.Integer(), nullable=False),
        sa.Column("community_nondual_disabled", sa.Integer(), nullable=False),
        sa.Column("community_full_dual_aged", sa.Integer(), nullable=False),
        sa.Column("community_full_dual_disabled", sa.Integer(), nullable=False),
        sa.Column("community_partial_dual_aged", sa.Integer(), nullable=False),
        sa.Column("community_partial_dual_disabled", sa.Integer(), nullable=False),
        sa.Column("institutional", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_risk_weight_code_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_risk_weight_release_id")),
        sa.PrimaryKeyConstraint("code_id", "release_id", name=op.f("pk_risk_weight")),
    )
    with op.batch_alter_table("risk_weight", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_weight_release_id"), ["release_id"], unique=False)

    op.create_table(
        "unit_limit",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("adjudication", sa.String(length=1), nullable=False),
        sa.Column("rationale", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_unit_limit_code_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_unit_limit_release_id")),
        sa.PrimaryKeyConstraint("code_id", "release_id", name=op.f("pk_unit_limit")),
    )
    with op.batch_alter_table("unit_limit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unit_limit_release_id"), ["release_id"], unique=False)

    op.create_table(
        "work_history",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("work", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_work_history_code_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_work_history_release_id")),
        sa.PrimaryKeyConstraint("code_id", "year", "release_id", name=op.f("pk_work_history")),
    )
    with op.batch_alter_table("work_history", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_work_history_release_id"), ["release_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("work_history", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_work_history_release_id"))

    op.drop_table("work_history")
    with op.batch_alter_table("unit_limit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unit_limit_release_id"))

    op.drop_table("unit_limit")
    with op.batch_alter_table("risk_weight", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_risk_weight_release_id"))

    op.drop_table("risk_weight")
    with op.batch_alter_table("risk_service", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_risk_service_release_id"))

    op.drop_table("risk_service")
    with op.batch_alter_table("risk_hierarchy", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_risk_hierarchy_release_id"))
        batch_op.drop_index(batch_op.f("ix_risk_hierarchy_dropped_id"))

    op.drop_table("risk_hierarchy")
    with op.batch_alter_table("pair_group", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pair_group_release_id"))

    op.drop_table("pair_group")
    with op.batch_alter_table("operating_room", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_operating_room_release_id"))

    op.drop_table("operating_room")
    op.drop_table("locality_county")
    with op.batch_alter_table("hospital_rate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hospital_rate_release_id"))

    op.drop_table("hospital_rate")
    with op.batch_alter_table("drg", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_drg_release_id"))

    op.drop_table("drg")
    with op.batch_alter_table("diagnosis_risk", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_diagnosis_risk_release_id"))

    op.drop_table("diagnosis_risk")
    with op.batch_alter_table("diagnosis_grouping", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_diagnosis_grouping_release_id"))

    op.drop_table("diagnosis_grouping")
    with op.batch_alter_table("care_kind", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_care_kind_release_id"))

    op.drop_table("care_kind")
    with op.batch_alter_table("add_on", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_add_on_release_id"))
        batch_op.drop_index("ix_add_on_primary_code")

    op.drop_table("add_on")
    with op.batch_alter_table("locality", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_locality_state_code"))
        batch_op.drop_index(batch_op.f("ix_locality_release_id"))

    op.drop_table("locality")
    with op.batch_alter_table("code_modifier", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_code_modifier_release_id"))

    op.drop_table("code_modifier")
    op.drop_table("risk_category")
    op.drop_table("mdc")
