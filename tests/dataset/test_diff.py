"""What a release changed is listed exactly, with the families it touched and the live postings that name it."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from jobboard.domain.codes.code import Code, EarlierCode, Release
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.revisions import Value, codes_of, pairs, revisions
from jobboard.domain.postings.outdated import empty_families, ended_codes, naming
from tests.conftest import MONDAY
from tests.dataset.official import published
from tests.dataset.official.conftest import dataset, filled  # noqa: F401 - fixtures
from tests.dataset.official.test_bringing import JANUARY, bring

FEES = "RVU27A, January 2027"
LONG = "The desk is calm and the charts are whole. " * 6
OLD_FEES = "RVU26C, July 2026"


@pytest.fixture
def renewed(dataset, tmp_path):  # noqa: F811
    """A dataset whose fee schedule and diagnoses were renewed by files."""
    rows = [
        published.fee_row("44314", days="090", work="17.00"),
        published.fee_row("44315"),
        published.fee_row("95812"),
        published.fee_row("0054T"),
        published.fee_row("G0439"),
    ]
    bring(dataset, tmp_path, CodeSet.CPT, published.fee_schedule([*rows, published.fee_row("99213")]))
    order = [("I2510", "1", "Hardened arteries"), ("E119", "1", "Sugar"), ("I2599", "1", "New")]
    bring(dataset, tmp_path, CodeSet.ICD10CM, published.order([*order, ("E1122", "1", "Kidney")]), "FY2028")
    return dataset


def of(session, part):
    names = {"fees": (OLD_FEES, FEES), "cpt": (OLD_FEES, FEES), "icd10cm": ("FY2027", "FY2028")}
    old, new = names[part]
    return next(revisions(session, *pair) for pair in pairs(session, f"{part}:{old}", f"{part}:{new}"))


def test_added_deleted_and_reworded_codes_are_listed(renewed):
    found = of(renewed, "icd10cm")
    assert codes_of(found.added) == {"I25.99"}
    assert codes_of(found.deleted) == set()
    heart = next(one for one in found.reworded if one.code == "I25.10")
    assert heart.before.startswith("Atherosclerotic heart disease")
    assert heart.after == "Hardened arteries"


def test_read_the_other_way_round_what_was_added_is_deleted(renewed):
    old, new = pairs(renewed, "icd10cm:FY2027", "icd10cm:FY2028")[0]
    assert codes_of(revisions(renewed, new, old).deleted) == {"I25.99"}


def test_values_are_given_to_the_digit_before_and_after(renewed):
    values = of(renewed, "fees").values
    assert Value("44314", "", "work", "16.32", "17.00") in values
    assert Value("44314", "", "total_facility", "28.01", "18.60") in values
    assert Value("44315", "", "row", None, "there") in values
    assert not [value for value in values if value.name == "conversion_factor"]


def test_a_new_conversion_factor_is_told_once_and_not_for_every_code(renewed):
    new = renewed.scalar(select(Release).where(Release.part == "fees", Release.current))
    for fee in renewed.scalars(select(Fee).where(Fee.release_id == new.id)):
        fee.conversion_factor = 341234
    renewed.commit()
    told = [value for value in of(renewed, "fees").values if value.name == "conversion_factor"]
    assert told == [Value("", "", "conversion_factor", "33.4009", "34.1234")]


def test_families_touched_are_counted_and_one_that_lost_its_last_code_is_empty(renewed, tmp_path):
    """The family of 95812 has that number alone in this sample."""
    touched = {one.family.slug: one for one in of(renewed, "cpt").families}
    stoma = touched["cpt-enterostomy-and-stoma-revision"]
    assert (stoma.added, stoma.deleted, stoma.left) == (1, 0, 2)
    rows = [published.fee_row(code) for code in ("44314", "44315", "0054T", "99213", "G0439")]
    bring(renewed, tmp_path, CodeSet.CPT, published.fee_schedule(rows), "RVU27B")
    changed = revisions(renewed, *pairs(renewed, f"cpt:{FEES}", "cpt:RVU27B")[0])
    gone = renewed.scalar(select(Code).where(Code.code == "95812"))
    assert codes_of(changed.deleted) == {"95812"}
    assert [family.id for family in changed.emptied] == [gone.family_id]
    assert gone.valid_to == JANUARY - timedelta(days=1)


@pytest.fixture
def ended(session):
    """99285 is deleted, which empties its family in the tests' sample; put back afterwards."""
    code = session.scalar(select(Code).where(Code.code == "99285"))
    code.active, code.valid_to = False, MONDAY.date() - timedelta(days=1)
    session.commit()
    yield code
    session.rollback()
    code.active, code.valid_to = True, None
    session.commit()


def test_live_postings_that_name_a_deleted_code_are_found_with_their_owners(session, ended, a_posting):
    a_posting("live", title="Emergency coder", description="You code 99285 and 99284. " + LONG)
    a_posting("live", title="Profee surgery coder", description="You code 44314. " + LONG)
    a_posting("draft", title="Not public", description="You code 99285.")
    found = naming(session, MONDAY, {"99285"}, [])
    assert [(one.posting.live_edition.title, one.codes, one.owners) for one in found] == [
        ("Emergency coder", ("99285",), ("Mira Sandoval",))
    ]


def test_live_postings_tagged_with_an_empty_family_are_found(session, ended, a_posting):
    posting = a_posting("live", title="Emergency coder")
    family = posting.live_edition.families[0].family
    assert [one.families for one in naming(session, MONDAY, set(), [family])] == [(family,)]


def test_an_edition_knows_the_codes_of_its_text_that_ended(session, ended, a_posting):
    posting = a_posting("live", description="You code 99285, I25.10 and 44314. " + LONG)
    assert ended_codes(session, posting.live_edition, MONDAY.date()) == [
        ("99285", MONDAY.date() - timedelta(days=1))
    ]


def test_a_family_without_codes_in_use_is_empty_and_one_with_some_below_is_not(session, ended, a_posting):
    posting = a_posting("live")
    leaf = session.get(Family, ended.family_id)
    top = session.scalar(select(Family).where(Family.slug == "cpt-enterostomy-and-stoma-revision"))
    posting.live_edition.families[0].family = leaf
    assert [family.slug for family in empty_families(session, posting.live_edition)] == [leaf.slug]
    posting.live_edition.families[0].family = session.get(Family, top.ancestor_ids[-1])
    assert empty_families(session, posting.live_edition) == []


@pytest.fixture
def two_releases(session):
    """An older release of the diagnoses beside the one the tests stand on."""
    release = Release(
        id=9_000, part="icd10cm", name="FY1999", fingerprint="", rows=1, loaded_at=MONDAY, current=False
    )
    heart = session.scalar(select(Code).where(Code.code == "I25.10"))
    session.add(release)
    session.flush()
    session.add(EarlierCode(release_id=9_000, code_id=heart.id, title="Old words", active=True))
    session.commit()
    yield
    session.rollback()
    session.query(EarlierCode).delete()
    session.query(Release).where(Release.id == 9_000).delete()
    session.commit()


def test_the_command_lists_and_gives_json(app, two_releases):
    runner = app.test_cli_runner()
    said = runner.invoke(args=["dataset", "diff", "FY1999", "icd10cm:FY2027"])
    assert said.exit_code == 0, said.output
    assert "1 revised\n    I25.10  Old words -> Atherosclerotic heart disease" in said.output
    data = json.loads(runner.invoke(args=["dataset", "diff", "--json", "FY1999", "FY2027"]).output)
    assert [one["code"] for one in data[0]["revised"]] == ["I25.10"]
    assert data[0]["postings"] == []


def test_the_command_refuses_releases_nobody_loaded(app):
    said = app.test_cli_runner().invoke(args=["dataset", "diff", "FY1999", "FY1998"])
    assert said.exit_code == 1
    assert "No part has both" in said.output
