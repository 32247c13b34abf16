"""Of those that cover a code, who codes it leads; a risk category is also found by the diagnoses that count toward it."""

import pytest
from sqlalchemy import select

from jobboard.domain.codes.finding import chain
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings import parts, terms


@pytest.fixture
def desk(session, a_posting, clock):
    """`desk("44314", "99213", share=30)`: a live posting tagged with the narrowest families of these codes."""

    def build(*codes, share=20, of=(), risk=False, **words):
        tags = []
        for code in codes:
            family = chain(session, code)[0]
            tags.append(
                parts.FamilyTag(family_id=family.id, family=family, need=terms.Need.REQUIRED, share=share)
            )
        for slug in (*of, *["risk-adjustment"] * risk):
            one = session.scalar(select(Specialty).where(Specialty.slug == slug))
            words.setdefault("specialties", []).append(parts.SpecialtyTag(specialty_id=one.id, specialty=one))
        clock.tick(minutes=1)
        return a_posting("live", families=tags, **words)

    return build


def auditing():
    return [
        parts.DutyShare(duty=terms.Duty.AUDITING, percent=80),
        parts.DutyShare(duty=terms.Duty.CODING, percent=20),
    ]


@pytest.mark.parametrize("q", ["44314", "44314 44310"])
def test_who_codes_it_stands_before_who_mostly_audits_it(by_index, desk, q):
    little = desk("44314", share=10)
    audits = desk("44314", share=90, duties=auditing())
    assert list(by_index(q=q).ids) == [little.id, audits.id]


@pytest.mark.parametrize("q", ["44314", "44314 44310", "44300-44320"])
def test_who_codes_it_stands_before_who_works_its_denials(by_index, desk, q):
    little = desk("44314", share=10, of=["general-surgery"])
    denials = desk("44314", share=90, of=["denials-appeals"])
    assert list(by_index(q=q).ids) == [little.id, denials.id]


def test_of_those_that_cover_a_range_whose_work_it_mostly_is_leads(by_index, desk):
    little, much = desk("44314", share=20), desk("44314", share=70)
    newer = desk("44314", "99213", share=30)
    assert list(by_index(q="44300-44320").ids) == [much.id, newer.id, little.id]


@pytest.mark.parametrize(
    ("q", "slug"), [("E11.65", "endocrinology"), ("DRG 871", "inpatient-drg"), ("0SR90J9", "inpatient-drg")]
)
def test_what_no_job_is_tagged_with_is_found_by_those_whose_specialty_codes_it(by_index, desk, q, slug):
    other, theirs = desk("99213", of=["dermatology"]), desk("99213", of=[slug])
    assert list(by_index(q=q).ids) == [theirs.id]
    assert other.id not in by_index(q=q).ids
    assert by_index(q=q).reasons[theirs.id][0].endswith(f"codes {q}")


@pytest.mark.parametrize(
    ("q", "code", "slug"),
    [("E11.60-E11.69", "E11.65", "endocrinology"), ("44300-44320", "44314", "colorectal-surgery")],
)
def test_after_those_that_cover_a_range_come_those_whose_specialty_codes_it(by_index, desk, q, code, slug):
    covers, theirs = desk(code, share=1), desk("99213", of=[slug])
    desk("99213", of=["dermatology"])
    result = by_index(q=q)
    assert list(result.ids) == [covers.id, theirs.id]
    assert result.reasons[theirs.id][0].endswith(f"codes {q}")


def test_of_a_range_that_nobody_covers_who_does_most_of_it_leads(by_index, desk):
    most, some = desk("99213", of=["endocrinology"]), desk("99213", of=["family-medicine"])
    assert list(by_index(q="E11.60-E11.69").ids) == [most.id, some.id]


def test_of_those_that_cover_a_short_list_whose_work_it_mostly_is_leads(by_index, desk):
    much, little = desk("44314", "99213", share=40), desk("44314", "99213", share=10)
    assert list(by_index(q="44314 99213").ids) == [much.id, little.id]


def test_a_risk_category_is_found_by_those_who_adjust_risk_and_by_its_diagnoses(by_index, desk):
    diagnosis, other = desk("E11.65"), desk("C78.31")
    coder = desk("99213", risk=True)
    both, category = desk("E11.65", risk=True), desk("HCC 38")
    result = by_index(q="HCC 38")
    assert list(result.ids) == [category.id, both.id, coder.id, diagnosis.id]
    assert other.id not in result.ids
    assert result.reasons[diagnosis.id] == [
        "covers E11, Type 2 diabetes mellitus, which counts toward HCC 38"
    ]
    assert result.reasons[coder.id] == ["Risk adjustment codes HCC 38"]


def test_a_level_is_part_of_a_title_never_of_an_employers_name(by_index, session, acme, a_posting):
    acme.name = "Redbud Senior Living"
    session.commit()
    senior, _ = a_posting("live", title="Senior surgery coder"), a_posting("live", title="Surgery coder")
    assert list(by_index(q="senior coder").ids) == [senior.id]
    assert len(by_index(q="senior living").ids) == 2
