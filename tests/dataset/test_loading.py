"""Loading brings in what the files say, once, and leaves alone what postings point at."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import create_engine, event, func, select, update
from sqlalchemy.orm import Session

from jobboard.dataset import loading
from jobboard.dataset.fees import whole
from jobboard.dataset.files import rows
from jobboard.domain import everything  # noqa: F401 - every table, before create_all
from jobboard.domain.base import Base
from jobboard.domain.codes.code import Code, Release
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.fees import Fee, in_units
from jobboard.domain.codes.specialty import CodeShare, FamilyShare, Specialty
from jobboard.domain.places.place import City, State

MONDAY = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
SAMPLE = frozenset(
    {
        "44314",
        "99213",
        "70450",
        "G0439",
        "D0120",
        "J1885",
        "0001U",
        "I25.10",
        "J4B",
        "93306",
        "E11.9",
        "E11.22",
        "0SR90J9",
        "45378",
    }
)


@pytest.fixture(scope="module")
def loaded():
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON"))
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        loading.load(session, at=MONDAY, only=SAMPLE)
        yield session
    engine.dispose()


def snapshot(session):
    return {
        record: session.scalar(select(func.count()).select_from(record))
        for record in (Family, Code, Fee, Specialty, Credential, CodeShare, FamilyShare, State, City, Release)
    }


def test_a_second_load_writes_nothing_and_says_so(loaded):
    before, asked = snapshot(loaded), []

    def tell(connection, cursor, statement, *rest):
        asked.append(statement.split()[0])

    event.listen(loaded.get_bind(), "before_cursor_execute", tell)
    try:
        results = loading.load(loaded, at=MONDAY, only=SAMPLE)
    finally:
        event.remove(loaded.get_bind(), "before_cursor_execute", tell)
    assert set(asked) <= {"BEGIN", "SELECT"}
    assert not [done.part.name for done in results if done.loaded]
    assert snapshot(loaded) == before


def test_a_changed_file_is_loaded_again_and_families_keep_their_ids(loaded):
    ids = dict(loaded.execute(select(Family.slug, Family.id)).all())
    leaf = select(Family).where(Family.slug == "cpt-enterostomy-and-stoma-revision")
    loaded.execute(update(Family).where(Family.slug == "cpt-colonoscopy").values(label="Old words"))
    loaded.execute(update(Release).where(Release.part == "families").values(fingerprint="older"))
    loaded.add(
        Family(
            id=99_999,
            slug="cpt-gone",
            code_set="cpt",
            label="Gone",
            span="",
            depth=0,
            path="/99999/",
            position=0,
            leaf=True,
        )
    )
    loaded.commit()
    results = loading.load(loaded, at=MONDAY, parts=["families"], only=SAMPLE)
    assert [done.loaded for done in results] == [True]
    loaded.expire_all()
    now = dict(loaded.execute(select(Family.slug, Family.id)).all())
    assert {slug: now[slug] for slug in ids} == ids
    assert loaded.scalar(select(Family.label).where(Family.slug == "cpt-colonoscopy")) == "Colonoscopy"
    assert loaded.scalar(select(Family.retired).where(Family.slug == "cpt-gone"))
    assert not loaded.scalar(leaf).retired


def test_a_part_that_fails_leaves_its_tables_as_they_were(loaded, monkeypatch):
    def broken(session, release_id, only=None):
        session.execute(update(Credential).values(name="Ruined"))
        raise ValueError("line 7 is not a credential")

    part = next(part for part in loading.PARTS if part.name == "credentials")
    monkeypatch.setattr(
        loading, "PARTS", (loading.Part("credentials", "Credentials", "2027.1", part.files, broken),)
    )
    with pytest.raises(ValueError, match="line 7"):
        loading.load(loaded, at=MONDAY)
    loaded.rollback()
    assert (
        loaded.scalar(select(Credential.name).where(Credential.slug == "cpc"))
        == "Certified Professional Coder"
    )
    assert not loaded.scalar(select(Release).where(Release.name == "2027.1"))


@pytest.mark.parametrize(
    ("code", "modifier", "work", "office", "facility"),
    [
        ("44314", "", "16.32", "28.01", "28.01"),
        ("99213", "", "1.30", "2.85", "1.72"),
        ("70450", "26", "0.83", "1.18", "1.18"),
    ],
)
def test_fees_are_exact(loaded, code, modifier, work, office, facility):
    fee = loaded.scalar(select(Fee).join(Code).where(Code.code == code, Fee.modifier == modifier))
    figures = (fee.work, fee.total_office, fee.total_facility)
    assert [in_units(figure) for figure in figures] == [Decimal(work), Decimal(office), Decimal(facility)]


def test_payment_is_total_times_factor_to_the_cent(loaded):
    fee = {
        code: loaded.scalar(select(Fee).join(Code).where(Code.code == code)) for code in ("44314", "99213")
    }
    assert fee["44314"].dollars_facility == Decimal("935.56")
    assert fee["99213"].dollars_office == Decimal("95.19")
    assert fee["44314"].global_days == "090"


def test_no_digit_of_a_fee_is_ever_lost():
    assert whole("16.32", 2) == 1632
    assert whole("", 2) == 0
    with pytest.raises(ValueError, match="decimal places"):
        whole("16.325", 2)


def test_numbers_of_the_ama_and_the_ada_come_without_words(loaded):
    wordless = loaded.scalars(select(Code.code).where(Code.title.is_(None))).all()
    assert set(wordless) == {"44314", "99213", "70450", "93306", "0001U", "D0120", "J4B", "45378"}
    assert loaded.scalar(select(Code.title).where(Code.code == "J1885")).startswith("Injection, ketorolac")


def test_credentials_nobody_confirmed_are_marked(loaded):
    confirmed = dict(loaded.execute(select(Credential.slug, Credential.confirmed)).all())
    assert confirmed["cpc"]
    assert not confirmed["coc-a"]
    assert len(confirmed) == 72


def test_shares_of_a_code_never_add_up_to_more_than_the_whole(loaded):
    totals = loaded.execute(
        select(CodeShare.code_id, func.sum(CodeShare.share)).group_by(CodeShare.code_id)
    ).all()
    assert totals
    assert all(total <= 1.001 for _, total in totals)


def test_every_medicare_specialty_code_counts_toward_one_specialty_at_most():
    counted = [code for row in rows("specialties.csv") for code in row["cms_codes"].split()]
    assert len(set(counted)) == len(counted)
    assert set(counted) <= {row["code"] for row in rows("cms_specialties.csv")}


def test_big_cities_have_their_time_zone(loaded):
    zones = dict(loaded.execute(select(City.slug, City.timezone)).all())
    assert zones["chicago-il"] == "America/Chicago"
    assert zones["phoenix-az"] == "America/Phoenix"
    assert all(zones.values())


def test_every_seat_of_government_is_a_state(loaded):
    states = loaded.scalars(select(State)).all()
    assert sum(state.is_a_state for state in states) == 51
