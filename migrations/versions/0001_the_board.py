"""the board"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# A posting names its editions and an edition its posting. SQLite takes a key to a table that comes later, and cannot
# add one afterwards; PostgreSQL is the other way round.
EDITIONS = tuple(
    sa.ForeignKeyConstraint([f"{which}_edition_id"], ["edition.id"], name=f"fk_posting_{which}_edition_id")
    for which in ("draft", "live")
)


def upgrade() -> None:
    sqlite = op.get_context().dialect.name == "sqlite"
    op.create_table(
        "attempt",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "log_in_account",
                "log_in_address",
                "sign_up_account",
                "sign_up_address",
                "reset_account",
                "reset_address",
                "confirm_account",
                "confirm_address",
                "new_email_account",
                "invite_account",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.create_index("ix_attempt_at", ["at"], unique=False)
        batch_op.create_index("ix_attempt_kind_key_at", ["kind", "key", "at"], unique=False)

    op.create_table(
        "code_family",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column(
            "code_set",
            sa.Enum(
                "cpt",
                "hcpcs",
                "icd10cm",
                "icd10pcs",
                "msdrg",
                "hcc",
                name="codeset",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("span", sa.String(length=300), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("leaf", sa.Boolean(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("synonyms", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["code_family.id"], name=op.f("fk_code_family_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_family")),
        sa.UniqueConstraint("slug", name=op.f("uq_code_family_slug")),
    )
    with op.batch_alter_table("code_family", schema=None) as batch_op:
        batch_op.create_index("ix_code_family_code_set_position", ["code_set", "position"], unique=False)
        batch_op.create_index(batch_op.f("ix_code_family_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_code_family_path"), ["path"], unique=False)

    op.create_table(
        "code_release",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_release")),
        sa.UniqueConstraint("part", "name", name=op.f("uq_code_release_part_name")),
    )
    op.create_table(
        "credential_body",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("abbreviation", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credential_body")),
        sa.UniqueConstraint("abbreviation", name=op.f("uq_credential_body_abbreviation")),
    )
    op.create_table(
        "specialty",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "medicine",
                "setting",
                "work",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("synonyms", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_specialty")),
        sa.UniqueConstraint("slug", name=op.f("uq_specialty_slug")),
    )
    op.create_table(
        "state",
        sa.Column("code", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("region", sa.String(length=30), nullable=False),
        sa.Column("division", sa.String(length=40), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_state")),
    )
    op.create_table(
        "user",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("email_key", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "audience",
            sa.Enum(
                "coder",
                "employer",
                "staff",
                name="audience",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("is_moderator", sa.Boolean(), nullable=False),
        sa.Column("is_admin", sa.Boolean(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.CheckConstraint("email_key = lower(email_key)", name=op.f("ck_user_email_key_is_lower")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("email_key", name=op.f("uq_user_email_key")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_user_fs_uniquifier")),
    )
    op.create_table(
        "city",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("search_name", sa.String(length=60), nullable=False),
        sa.Column("state_code", sa.String(length=2), nullable=False),
        sa.Column("county", sa.String(length=60), nullable=False),
        sa.Column("lat", sa.Double(), nullable=False),
        sa.Column("lon", sa.Double(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("timezone", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["state_code"], ["state.code"], name=op.f("fk_city_state_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_city")),
        sa.UniqueConstraint("slug", name=op.f("uq_city_slug")),
    )
    with op.batch_alter_table("city", schema=None) as batch_op:
        batch_op.create_index("ix_city_search_name_population", ["search_name", "population"], unique=False)
        batch_op.create_index("ix_city_state_code_search_name", ["state_code", "search_name"], unique=False)

    op.create_table(
        "code",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "code_set",
            sa.Enum(
                "cpt",
                "hcpcs",
                "icd10cm",
                "icd10pcs",
                "msdrg",
                "hcc",
                name="codeset",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("sort_key", sa.String(length=10), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("family_id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["family_id"], ["code_family.id"], name=op.f("fk_code_family_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_code_release_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code")),
        sa.UniqueConstraint("code_set", "code", name=op.f("uq_code_code_set_code")),
    )
    with op.batch_alter_table("code", schema=None) as batch_op:
        batch_op.create_index("ix_code_code_set_sort_key", ["code_set", "sort_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_code_family_id"), ["family_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_code_release_id"), ["release_id"], unique=False)

    op.create_table(
        "code_family_range",
        sa.Column("family_id", sa.Integer(), nullable=False),
        sa.Column("lo", sa.String(length=10), nullable=False),
        sa.Column("hi", sa.String(length=10), nullable=False),
        sa.Column(
            "code_set",
            sa.Enum(
                "cpt",
                "hcpcs",
                "icd10cm",
                "icd10pcs",
                "msdrg",
                "hcc",
                name="codeset",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.CheckConstraint("lo <= hi", name=op.f("ck_code_family_range_lo_before_hi")),
        sa.ForeignKeyConstraint(
            ["family_id"], ["code_family.id"], name=op.f("fk_code_family_range_family_id")
        ),
        sa.PrimaryKeyConstraint("family_id", "lo", name=op.f("pk_code_family_range")),
    )
    with op.batch_alter_table("code_family_range", schema=None) as batch_op:
        batch_op.create_index("ix_code_family_range_code_set_lo", ["code_set", "lo"], unique=False)

    op.create_table(
        "credential",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("slug", sa.String(length=20), nullable=False),
        sa.Column("abbreviation", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(length=60), nullable=False),
        sa.Column("scope", sa.String(length=120), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "apprentice",
                "entry",
                "core",
                "specialty",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["credential_body.id"], name=op.f("fk_credential_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credential")),
        sa.UniqueConstraint("slug", name=op.f("uq_credential_slug")),
    )
    with op.batch_alter_table("credential", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_credential_body_id"), ["body_id"], unique=False)

    op.create_table(
        "employer",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "health_system",
                "physician_group",
                "coding_company",
                "payer",
                "agency",
                "other",
                name="employerkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("website", sa.String(length=200), nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=True),
        sa.Column("timezone", sa.String(length=40), nullable=False),
        sa.Column("size", sa.String(length=40), nullable=False),
        sa.Column("confirmed_mail_domain", sa.String(length=120), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["state"], ["state.code"], name=op.f("fk_employer_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employer")),
        sa.UniqueConstraint("slug", name=op.f("uq_employer_slug")),
    )
    op.create_table(
        "family_specialty",
        sa.Column("family_id", sa.Integer(), nullable=False),
        sa.Column("specialty_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column(
            "basis",
            sa.Enum(
                "payments",
                "sample",
                "estimate",
                "editorial",
                name="basis",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["family_id"], ["code_family.id"], name=op.f("fk_family_specialty_family_id")
        ),
        sa.ForeignKeyConstraint(
            ["specialty_id"], ["specialty.id"], name=op.f("fk_family_specialty_specialty_id")
        ),
        sa.PrimaryKeyConstraint("family_id", "specialty_id", name=op.f("pk_family_specialty")),
    )
    with op.batch_alter_table("family_specialty", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_family_specialty_specialty_id"), ["specialty_id"], unique=False)

    op.create_table(
        "resume",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("coder_id", sa.String(length=26), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("pdf", "docx", name="resumekind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("shown_name", sa.String(length=120), nullable=False),
        sa.Column("stored_name", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("stored_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["coder_id"], ["user.id"], name=op.f("fk_resume_coder_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resume")),
        sa.UniqueConstraint("stored_name", name=op.f("uq_resume_stored_name")),
    )
    with op.batch_alter_table("resume", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_resume_coder_id"), ["coder_id"], unique=False)

    op.create_table(
        "specialty_cms_code",
        sa.Column("cms_code", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("specialty_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["specialty_id"], ["specialty.id"], name=op.f("fk_specialty_cms_code_specialty_id")
        ),
        sa.PrimaryKeyConstraint("cms_code", name=op.f("pk_specialty_cms_code")),
    )
    with op.batch_alter_table("specialty_cms_code", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_specialty_cms_code_specialty_id"), ["specialty_id"], unique=False
        )

    op.create_table(
        "user_session",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=26), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_user_session_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_session")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_user_session_secret_hash")),
    )
    with op.batch_alter_table("user_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_user_session_user_id"), ["user_id"], unique=False)

    op.create_table(
        "zip",
        sa.Column("zip", sa.String(length=5), nullable=False),
        sa.Column("city", sa.String(length=60), nullable=False),
        sa.Column("state_code", sa.String(length=2), nullable=False),
        sa.Column("county", sa.String(length=60), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("timezone", sa.String(length=40), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("mac", sa.String(length=5), nullable=False),
        sa.Column("locality", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(["state_code"], ["state.code"], name=op.f("fk_zip_state_code")),
        sa.PrimaryKeyConstraint("zip", name=op.f("pk_zip")),
    )
    with op.batch_alter_table("zip", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_zip_state_code"), ["state_code"], unique=False)

    op.create_table(
        "code_specialty",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("specialty_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column(
            "basis",
            sa.Enum(
                "payments",
                "sample",
                "estimate",
                "editorial",
                name="basis",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_code_specialty_code_id")),
        sa.ForeignKeyConstraint(
            ["specialty_id"], ["specialty.id"], name=op.f("fk_code_specialty_specialty_id")
        ),
        sa.PrimaryKeyConstraint("code_id", "specialty_id", name=op.f("pk_code_specialty")),
    )
    with op.batch_alter_table("code_specialty", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_code_specialty_specialty_id"), ["specialty_id"], unique=False)

    op.create_table(
        "fee",
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("modifier", sa.String(length=2), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=1), nullable=False),
        sa.Column("work", sa.Integer(), nullable=False),
        sa.Column("pe_office", sa.Integer(), nullable=False),
        sa.Column("pe_facility", sa.Integer(), nullable=False),
        sa.Column("malpractice", sa.Integer(), nullable=False),
        sa.Column("total_office", sa.Integer(), nullable=False),
        sa.Column("total_facility", sa.Integer(), nullable=False),
        sa.Column("office_not_applicable", sa.Boolean(), nullable=False),
        sa.Column("facility_not_applicable", sa.Boolean(), nullable=False),
        sa.Column("conversion_factor", sa.Integer(), nullable=False),
        sa.Column("global_days", sa.String(length=3), nullable=False),
        sa.Column("pre_op", sa.Integer(), nullable=False),
        sa.Column("intra_op", sa.Integer(), nullable=False),
        sa.Column("post_op", sa.Integer(), nullable=False),
        sa.Column("pctc", sa.String(length=1), nullable=False),
        sa.Column("multiple_procedures", sa.String(length=1), nullable=False),
        sa.Column("bilateral", sa.String(length=1), nullable=False),
        sa.Column("assistant", sa.String(length=1), nullable=False),
        sa.Column("co_surgeons", sa.String(length=1), nullable=False),
        sa.Column("team", sa.String(length=1), nullable=False),
        sa.Column("endoscopic_base", sa.String(length=5), nullable=False),
        sa.Column("supervision", sa.String(length=2), nullable=False),
        sa.Column("imaging_family", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], name=op.f("fk_fee_code_id")),
        sa.ForeignKeyConstraint(["release_id"], ["code_release.id"], name=op.f("fk_fee_release_id")),
        sa.PrimaryKeyConstraint("code_id", "modifier", "release_id", name=op.f("pk_fee")),
    )
    with op.batch_alter_table("fee", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fee_release_id"), ["release_id"], unique=False)

    op.create_table(
        "invitation",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("employer_id", sa.String(length=26), nullable=False),
        sa.Column("email_key", sa.String(length=254), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "owner",
                "recruiter",
                "viewer",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("invited_by_id", sa.String(length=26), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["employer_id"], ["employer.id"], name=op.f("fk_invitation_employer_id")),
        sa.ForeignKeyConstraint(["invited_by_id"], ["user.id"], name=op.f("fk_invitation_invited_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_employer_id"), ["employer_id"], unique=False)

    op.create_table(
        "member",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("user_id", sa.String(length=26), nullable=False),
        sa.Column("employer_id", sa.String(length=26), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "owner",
                "recruiter",
                "viewer",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["employer_id"], ["employer.id"], name=op.f("fk_member_employer_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_member_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("user_id", "employer_id", name=op.f("uq_member_user_id_employer_id")),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_employer_id"), ["employer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_member_user_id"), ["user_id"], unique=False)

    op.create_table(
        "posting",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("employer_id", sa.String(length=26), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "in_review",
                "needs_changes",
                "live",
                "paused",
                "closed",
                "rejected",
                "removed",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "change",
            sa.Enum(
                "draft",
                "in_review",
                "needs_changes",
                name="changestage",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("live_edition_id", sa.String(length=26), nullable=True),
        sa.Column("draft_edition_id", sa.String(length=26), nullable=True),
        sa.Column("repost_of_id", sa.String(length=26), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(), nullable=True),
        sa.Column("first_published_at", sa.DateTime(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("opens_at", sa.DateTime(), nullable=True),
        sa.Column("closes_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column(
            "close_reason",
            sa.Enum(
                "filled_here",
                "filled_elsewhere",
                "cancelled",
                name="closereason",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("claimed_by_id", sa.String(length=26), nullable=True),
        sa.Column("claimed_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "(status = 'closed') = (close_reason IS NOT NULL)", name=op.f("ck_posting_closed_has_a_reason")
        ),
        sa.CheckConstraint(
            "change IS NULL OR status IN ('live', 'paused')",
            name=op.f("ck_posting_change_only_when_published"),
        ),
        sa.CheckConstraint(
            "status != 'live' OR live_edition_id IS NOT NULL", name=op.f("ck_posting_live_has_an_edition")
        ),
        sa.ForeignKeyConstraint(["claimed_by_id"], ["user.id"], name=op.f("fk_posting_claimed_by_id")),
        sa.ForeignKeyConstraint(["employer_id"], ["employer.id"], name=op.f("fk_posting_employer_id")),
        *(EDITIONS if sqlite else ()),
        sa.ForeignKeyConstraint(["repost_of_id"], ["posting.id"], name=op.f("fk_posting_repost_of_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posting")),
    )
    with op.batch_alter_table("posting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_posting_draft_edition_id"), ["draft_edition_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_posting_employer_id"), ["employer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_posting_live_edition_id"), ["live_edition_id"], unique=False)
        batch_op.create_index("ix_posting_status_closes_at", ["status", "closes_at"], unique=False)

    op.create_table(
        "edition",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("posting_id", sa.String(length=26), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("shown_at", sa.DateTime(), nullable=True),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("requisition", sa.String(length=60), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column(
            "work_model",
            sa.Enum(
                "onsite",
                "hybrid",
                "remote",
                name="workmodel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("hybrid_days", sa.Integer(), nullable=True),
        sa.Column("all_states", sa.Boolean(), nullable=False),
        sa.Column("states_reason", sa.String(length=300), nullable=False),
        sa.Column(
            "schedule",
            sa.Enum(
                "days",
                "evenings",
                "nights",
                "weekends",
                "flexible",
                name="schedule",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("hours_per_week", sa.Integer(), nullable=True),
        sa.Column("pay_min", sa.Numeric(precision=10, scale=2), nullable=True),
        sa.Column("pay_max", sa.Numeric(precision=10, scale=2), nullable=True),
        sa.Column(
            "pay_unit",
            sa.Enum(
                "hour",
                "year",
                "chart",
                "encounter",
                name="payunit",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("hourly_min", sa.Numeric(precision=10, scale=2), nullable=True),
        sa.Column("hourly_max", sa.Numeric(precision=10, scale=2), nullable=True),
        sa.Column("bonus", sa.String(length=200), nullable=False),
        sa.Column("other_compensation", sa.String(length=300), nullable=False),
        sa.Column("benefits", sa.JSON(), nullable=False),
        sa.Column("experience_months", sa.Integer(), nullable=True),
        sa.Column(
            "apprentices",
            sa.Enum(
                "yes",
                "with_conditions",
                "no",
                name="apprentices",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("apprentice_conditions", sa.String(length=300), nullable=False),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column(
            "target_unit",
            sa.Enum(
                "charts",
                "encounters",
                "accounts",
                "records",
                "cases",
                "lines",
                name="targetunit",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "target_period",
            sa.Enum(
                "hour",
                "day",
                "week",
                name="targetperiod",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column(
            "target_encounter",
            sa.Enum(
                "inpatient",
                "outpatient_surgery",
                "asc",
                "ed",
                "observation",
                "clinic",
                "ancillary",
                "home_health",
                "hospice",
                "snf",
                "behavioral",
                "dental",
                "telehealth",
                name="encounter",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("ramp_weeks", sa.Integer(), nullable=True),
        sa.Column("accuracy_pct", sa.Numeric(precision=5, scale=2), nullable=True),
        sa.Column(
            "audit_method",
            sa.Enum(
                "random",
                "focused",
                "every_chart",
                name="auditmethod",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("auditor", sa.String(length=120), nullable=False),
        sa.Column("response_days", sa.Integer(), nullable=True),
        sa.Column(
            "ai_use",
            sa.Enum(
                "none",
                "suggests",
                "autonomous_with_audit",
                name="aiuse",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("ai_note", sa.String(length=300), nullable=False),
        sa.Column(
            "apply_how",
            sa.Enum("here", "link", name="applyhow", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("apply_url", sa.String(length=300), nullable=True),
        sa.CheckConstraint("accuracy_pct BETWEEN 0 AND 100", name=op.f("ck_edition_accuracy_pct")),
        sa.CheckConstraint("experience_months BETWEEN 0 AND 600", name=op.f("ck_edition_experience_months")),
        sa.CheckConstraint("hybrid_days BETWEEN 1 AND 6", name=op.f("ck_edition_hybrid_days")),
        sa.CheckConstraint(
            "pay_min > 0 AND pay_min <= pay_max AND pay_max <= 4 * pay_min", name=op.f("ck_edition_pay_range")
        ),
        sa.CheckConstraint("seats BETWEEN 1 AND 500", name=op.f("ck_edition_seats")),
        sa.ForeignKeyConstraint(
            ["posting_id"],
            ["posting.id"],
            name=op.f("fk_edition_posting_id"),
            ondelete="CASCADE",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
    )
    with op.batch_alter_table("edition", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_edition_hourly_max"), ["hourly_max"], unique=False)
        batch_op.create_index(batch_op.f("ix_edition_posting_id"), ["posting_id"], unique=False)

    if not sqlite:
        for which in ("draft", "live"):
            op.create_foreign_key(
                f"fk_posting_{which}_edition_id", "posting", "edition", [f"{which}_edition_id"], ["id"]
            )
    op.create_table(
        "application",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("posting_id", sa.String(length=26), nullable=False),
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column("coder_id", sa.String(length=26), nullable=False),
        sa.Column("resume_id", sa.String(length=26), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "sent",
                "opened",
                "in_conversation",
                "interview",
                "offer",
                "hired",
                "not_chosen",
                "withdrawn",
                name="stage",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("moved_at", sa.DateTime(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "credential",
                "experience",
                "families",
                "specialty",
                "state",
                "availability",
                "tools",
                "test",
                "another",
                "filled",
                name="notchosenreason",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("reason_note", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(stage = 'not_chosen') = (reason IS NOT NULL)",
            name=op.f("ck_application_not_chosen_has_a_reason"),
        ),
        sa.ForeignKeyConstraint(["coder_id"], ["user.id"], name=op.f("fk_application_coder_id")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_application_edition_id")),
        sa.ForeignKeyConstraint(["posting_id"], ["posting.id"], name=op.f("fk_application_posting_id")),
        sa.ForeignKeyConstraint(["resume_id"], ["resume.id"], name=op.f("fk_application_resume_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("coder_id", "posting_id", name=op.f("uq_application_coder_id_posting_id")),
    )
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_application_coder_id"), ["coder_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_application_posting_id"), ["posting_id"], unique=False)

    op.create_table(
        "edition_credential",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column("group_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("credential_id", sa.Integer(), nullable=False),
        sa.Column(
            "need",
            sa.Enum(
                "required",
                "preferred",
                "obtain",
                name="credentialneed",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("within_months", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["credential_id"], ["credential.id"], name=op.f("fk_edition_credential_credential_id")
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_credential_edition_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "edition_id", "group_no", "credential_id", name=op.f("pk_edition_credential")
        ),
    )
    with op.batch_alter_table("edition_credential", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_edition_credential_credential_id"), ["credential_id"], unique=False
        )

    op.create_table(
        "edition_duty",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column(
            "duty",
            sa.Enum(
                "coding",
                "billing",
                "ar_denials",
                "auditing",
                "cdi",
                "education",
                "management",
                name="duty",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.CheckConstraint("percent BETWEEN 1 AND 100", name=op.f("ck_edition_duty_percent_is_a_percentage")),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_duty_edition_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("edition_id", "duty", name=op.f("pk_edition_duty")),
    )
    op.create_table(
        "edition_employment_type",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column(
            "type",
            sa.Enum(
                "full_time",
                "part_time",
                "prn",
                "temporary",
                "contract_1099",
                "agency",
                name="employmenttype",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"],
            ["edition.id"],
            name=op.f("fk_edition_employment_type_edition_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("edition_id", "type", name=op.f("pk_edition_employment_type")),
    )
    with op.batch_alter_table("edition_employment_type", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_edition_employment_type_type"), ["type"], unique=False)

    op.create_table(
        "edition_family",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column("family_id", sa.Integer(), nullable=False),
        sa.Column(
            "need",
            sa.Enum(
                "required", "preferred", name="need", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.CheckConstraint("share BETWEEN 1 AND 100", name=op.f("ck_edition_family_share_is_a_percentage")),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_family_edition_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["family_id"], ["code_family.id"], name=op.f("fk_edition_family_family_id")),
        sa.PrimaryKeyConstraint("edition_id", "family_id", name=op.f("pk_edition_family")),
    )
    with op.batch_alter_table("edition_family", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_edition_family_family_id"), ["family_id"], unique=False)

    op.create_table(
        "edition_place",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column("city", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_place_edition_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["state"], ["state.code"], name=op.f("fk_edition_place_state")),
        sa.PrimaryKeyConstraint("edition_id", "city", "state", name=op.f("pk_edition_place")),
    )
    with op.batch_alter_table("edition_place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_edition_place_state"), ["state"], unique=False)

    op.create_table(
        "edition_question",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "yes_no",
                "text",
                "number",
                name="questionkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_question_edition_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("edition_id", "position", name=op.f("pk_edition_question")),
    )
    op.create_table(
        "edition_setting",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column(
            "side",
            sa.Enum(
                "professional",
                "facility",
                "both",
                "payer",
                "risk_adjustment",
                name="feeside",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "encounter",
            sa.Enum(
                "inpatient",
                "outpatient_surgery",
                "asc",
                "ed",
                "observation",
                "clinic",
                "ancillary",
                "home_health",
                "hospice",
                "snf",
                "behavioral",
                "dental",
                "telehealth",
                name="encounter",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_setting_edition_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("edition_id", "side", "encounter", name=op.f("pk_edition_setting")),
    )
    op.create_table(
        "edition_specialty",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column("specialty_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_specialty_edition_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["specialty_id"], ["specialty.id"], name=op.f("fk_edition_specialty_specialty_id")
        ),
        sa.PrimaryKeyConstraint("edition_id", "specialty_id", name=op.f("pk_edition_specialty")),
    )
    with op.batch_alter_table("edition_specialty", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_edition_specialty_specialty_id"), ["specialty_id"], unique=False)

    op.create_table(
        "edition_state",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column("state", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_state_edition_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["state"], ["state.code"], name=op.f("fk_edition_state_state")),
        sa.PrimaryKeyConstraint("edition_id", "state", name=op.f("pk_edition_state")),
    )
    with op.batch_alter_table("edition_state", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_edition_state_state"), ["state"], unique=False)

    op.create_table(
        "edition_step",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("open_book", sa.Boolean(), nullable=True),
        sa.Column("paid", sa.Boolean(), nullable=True),
        sa.Column("pass_mark", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_step_edition_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("edition_id", "position", name=op.f("pk_edition_step")),
    )
    op.create_table(
        "edition_tool",
        sa.Column("edition_id", sa.String(length=26), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "ehr",
                "encoder",
                "cac",
                "other",
                name="toolkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "need",
            sa.Enum(
                "required",
                "helpful",
                "we_train",
                name="toolneed",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_tool_edition_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("edition_id", "name", name=op.f("pk_edition_tool")),
    )
    op.create_table(
        "application_answer",
        sa.Column("application_id", sa.String(length=26), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("question", sa.String(length=300), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_application_answer_application_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("application_id", "position", name=op.f("pk_application_answer")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.String(length=26), nullable=False),
        sa.Column("noun", sa.String(length=20), nullable=False),
        sa.Column("verb", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.String(length=26), nullable=True),
        sa.Column("old", sa.String(length=40), nullable=True),
        sa.Column("new", sa.String(length=40), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("user_id", sa.String(length=26), nullable=True),
        sa.Column("employer_id", sa.String(length=26), nullable=True),
        sa.Column("posting_id", sa.String(length=26), nullable=True),
        sa.Column("application_id", sa.String(length=26), nullable=True),
        sa.Column("mailed_at", sa.DateTime(), nullable=True),
        sa.Column("leased_until", sa.DateTime(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["application.id"],
            name=op.f("fk_event_application_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["user.id"], name=op.f("fk_event_by_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"],
            ["employer.id"],
            name=op.f("fk_event_employer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["posting_id"],
            ["posting.id"],
            name=op.f("fk_event_posting_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_event_user_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_application_id"), ["application_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_by_id"), ["by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_employer_id"), ["employer_id"], unique=False)
        batch_op.create_index("ix_event_outbox", ["mailed_at", "leased_until"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_posting_id"), ["posting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_user_id"), ["user_id"], unique=False)

    op.create_table(
        "delivery",
        sa.Column("letter_id", sa.String(length=26), nullable=False),
        sa.Column("event_id", sa.String(length=26), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("refused", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_delivery_event_id")),
        sa.PrimaryKeyConstraint("letter_id", name=op.f("pk_delivery")),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delivery_event_id"), ["event_id"], unique=False)


def downgrade() -> None:
    if op.get_context().dialect.name != "sqlite":
        for which in ("draft", "live"):
            op.drop_constraint(f"fk_posting_{which}_edition_id", "posting", type_="foreignkey")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delivery_event_id"))

    op.drop_table("delivery")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_user_id"))
        batch_op.drop_index(batch_op.f("ix_event_posting_id"))
        batch_op.drop_index("ix_event_outbox")
        batch_op.drop_index(batch_op.f("ix_event_employer_id"))
        batch_op.drop_index(batch_op.f("ix_event_by_id"))
        batch_op.drop_index(batch_op.f("ix_event_at"))
        batch_op.drop_index(batch_op.f("ix_event_application_id"))

    op.drop_table("event")
    op.drop_table("application_answer")
    op.drop_table("edition_tool")
    op.drop_table("edition_step")
    with op.batch_alter_table("edition_state", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_edition_state_state"))

    op.drop_table("edition_state")
    with op.batch_alter_table("edition_specialty", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_edition_specialty_specialty_id"))

    op.drop_table("edition_specialty")
    op.drop_table("edition_setting")
    op.drop_table("edition_question")
    with op.batch_alter_table("edition_place", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_edition_place_state"))

    op.drop_table("edition_place")
    with op.batch_alter_table("edition_family", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_edition_family_family_id"))

    op.drop_table("edition_family")
    with op.batch_alter_table("edition_employment_type", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_edition_employment_type_type"))

    op.drop_table("edition_employment_type")
    op.drop_table("edition_duty")
    with op.batch_alter_table("edition_credential", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_edition_credential_credential_id"))

    op.drop_table("edition_credential")
    with op.batch_alter_table("application", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_application_posting_id"))
        batch_op.drop_index(batch_op.f("ix_application_coder_id"))

    op.drop_table("application")
    with op.batch_alter_table("edition", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_edition_posting_id"))
        batch_op.drop_index(batch_op.f("ix_edition_hourly_max"))

    op.drop_table("edition")
    with op.batch_alter_table("posting", schema=None) as batch_op:
        batch_op.drop_index("ix_posting_status_closes_at")
        batch_op.drop_index(batch_op.f("ix_posting_live_edition_id"))
        batch_op.drop_index(batch_op.f("ix_posting_employer_id"))
        batch_op.drop_index(batch_op.f("ix_posting_draft_edition_id"))

    op.drop_table("posting")
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_user_id"))
        batch_op.drop_index(batch_op.f("ix_member_employer_id"))

    op.drop_table("member")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_employer_id"))

    op.drop_table("invitation")
    with op.batch_alter_table("fee", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fee_release_id"))

    op.drop_table("fee")
    with op.batch_alter_table("code_specialty", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_code_specialty_specialty_id"))

    op.drop_table("code_specialty")
    with op.batch_alter_table("zip", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_zip_state_code"))

    op.drop_table("zip")
    with op.batch_alter_table("user_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_user_session_user_id"))

    op.drop_table("user_session")
    with op.batch_alter_table("specialty_cms_code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_specialty_cms_code_specialty_id"))

    op.drop_table("specialty_cms_code")
    with op.batch_alter_table("resume", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_resume_coder_id"))

    op.drop_table("resume")
    with op.batch_alter_table("family_specialty", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_family_specialty_specialty_id"))

    op.drop_table("family_specialty")
    op.drop_table("employer")
    with op.batch_alter_table("credential", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_credential_body_id"))

    op.drop_table("credential")
    with op.batch_alter_table("code_family_range", schema=None) as batch_op:
        batch_op.drop_index("ix_code_family_range_code_set_lo")

    op.drop_table("code_family_range")
    with op.batch_alter_table("code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_code_release_id"))
        batch_op.drop_index(batch_op.f("ix_code_family_id"))
        batch_op.drop_index("ix_code_code_set_sort_key")

    op.drop_table("code")
    with op.batch_alter_table("city", schema=None) as batch_op:
        batch_op.drop_index("ix_city_state_code_search_name")
        batch_op.drop_index("ix_city_search_name_population")

    op.drop_table("city")
    op.drop_table("user")
    op.drop_table("state")
    op.drop_table("specialty")
    op.drop_table("credential_body")
    op.drop_table("code_release")
    with op.batch_alter_table("code_family", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_code_family_path"))
        batch_op.drop_index(batch_op.f("ix_code_family_parent_id"))
        batch_op.drop_index("ix_code_family_code_set_position")

    op.drop_table("code_family")
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.drop_index("ix_attempt_kind_key_at")
        batch_op.drop_index("ix_attempt_at")

    op.drop_table("attempt")
