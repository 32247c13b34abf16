"""Jobs like another: the same work first, from several employers, never itself and nothing that is not listed."""

from decimal import Decimal

import pytest

from jobboard import clock
from jobboard.domain.codes.finding import chain, family_by_slug, specialties
from jobboard.domain.postings import parts, terms
from jobboard.search.similar import similar
from tests import builders


@pytest.fixture
def like(a_keeper, session):
    """Ids of what is similar to a posting."""

    def ask(posting, limit=4):
        index = a_keeper().ready(session)
        edition = posting.live_edition_id or posting.edition.id
        return [one.id for one in similar(session, index, edition, clock.now(), limit)]

    return ask


def tagged(session, *codes):
    families = [chain(session, code)[0] for code in codes]
    return [
        parts.FamilyTag(family_id=family.id, family=family, need=terms.Need.REQUIRED, share=60 // len(codes))
        for family in families
    ]


def colonoscopy(session):
    return tagged(session, "45378")


def another_specialty(session):
    other = specialties(session)[5]
    return [parts.SpecialtyTag(specialty_id=other.id, specialty=other)]


def test_the_same_families_come_before_the_same_specialty(a_posting, like, session):
    its = a_posting("live")
    by_specialty = a_posting("live", families=colonoscopy(session))
    by_family = a_posting("live", specialties=another_specialty(session))
    assert like(its) == [by_family.id, by_specialty.id]


def test_other_work_is_not_similar_however_alike_the_rest(a_posting, like, session):
    its = a_posting("live")
    a_posting("live", families=colonoscopy(session), specialties=another_specialty(session))
    assert like(its) == []


def test_one_family_of_many_is_not_enough(a_posting, like, session):
    its = a_posting(
        "live", families=tagged(session, "44314", "45378", "99213", "99285", "93306", "70450", "J1885")
    )
    a_posting("live", families=tagged(session, "J1885"), specialties=another_specialty(session))
    assert like(its) == []


def test_among_the_same_work_the_nearer_pay_and_place_lead(a_posting, like):
    its = a_posting("live")
    place = [parts.Place(city="Austin", state="TX", lat=30.3, lon=-97.7)]
    onsite = a_posting("live", work_model=terms.WorkModel.ONSITE, all_states=False, places=place)
    dearer = a_posting("live", pay_min=Decimal(60), pay_max=Decimal(70))
    alike = a_posting("live")
    assert like(its) == [alike.id, dearer.id, onsite.id]


def test_one_employer_does_not_take_all_the_places(a_posting, like, session, rival, rolf):
    its = a_posting("live")
    own = [a_posting("live").id for _ in range(3)]
    theirs = [
        builders.a_posting(session, rival, rolf, pay_min=Decimal(60), pay_max=Decimal(70)).id
        for _ in range(3)
    ]
    found = like(its)
    assert len(set(found) & set(own)) == 2
    assert len(set(found[:3]) & set(own)) == 1
    assert len(set(found[:3]) & set(theirs)) == 2


@pytest.mark.parametrize("status", ["draft", "in_review", "paused", "closed", "removed"])
def test_neither_itself_nor_what_is_not_listed(a_posting, like, status):
    its = a_posting("live")
    hidden = a_posting(status)
    assert like(its) == []
    if status in ("paused", "closed"):
        assert like(hidden) == [its.id]


def test_it_says_which_families_are_the_same(a_posting, a_keeper, session):
    its, other = a_posting("live"), a_posting("live")
    (found,) = similar(session, a_keeper().ready(session), its.live_edition_id, clock.now(), 4)
    family = family_by_slug(session, "cpt-enterostomy-and-stoma-revision")
    assert (found.id, found.spans) == (other.id, (family.span,))


def test_while_there_is_no_index_none_is_named(a_posting, session):
    its, _ = a_posting("live"), a_posting("live")
    assert similar(session, None, its.live_edition_id, clock.now(), 4) == []
