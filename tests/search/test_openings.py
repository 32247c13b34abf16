"""What a page of the code sets says of the board: only listed jobs, the best first, pay only where three state it."""

from decimal import Decimal

import pytest

from jobboard import clock
from jobboard.domain.codes.finding import chain, credentials, specialties
from jobboard.domain.postings import parts, terms
from jobboard.search import openings as asking
from jobboard.search.openings import openings, openings_asking, openings_in, openings_within


@pytest.fixture
def tagged(session, a_posting):
    """`tagged("44314", 1)`: a posting tagged with the family so many levels above the leaf of that code."""

    def build(code, levels_up=0, share=None, status="live", **words):
        family = chain(session, code)[levels_up]
        tag = parts.FamilyTag(family_id=family.id, family=family, need=terms.Need.REQUIRED, share=share)
        return a_posting(status, families=[tag], **words)

    return build


def of_code(session, code, **words):
    return openings(session, [family.id for family in chain(session, code)], clock.now(), **words)


def paid(low, high, unit=terms.PayUnit.HOUR):
    return {"pay_min": Decimal(low), "pay_max": Decimal(high), "pay_unit": unit}


def test_a_code_has_the_jobs_of_its_whole_chain_narrowest_first(session, tagged):
    section, leaf = tagged("44314", 3), tagged("44314", 0)
    tagged("99213")
    found = of_code(session, "44314")
    assert (found.total, list(found.ids)) == (2, [leaf.id, section.id])


def test_nothing_that_is_not_listed_is_counted(session, tagged, clock):
    for status in ("draft", "in_review", "paused", "closed"):
        tagged("44314", status=status)
    tagged("44314")
    assert of_code(session, "44314").total == 1
    clock.tick(days=60)
    assert of_code(session, "44314") == asking.NONE


def test_the_best_few_are_named_and_all_are_counted(session, tagged):
    for _ in range(4):
        tagged("44314")
    found = of_code(session, "44314", limit=2)
    assert (found.total, len(found.ids), found.employers) == (4, 2, 1)


def test_a_family_has_the_jobs_of_everything_inside_it_most_of_it_first(session, tagged):
    little, much = tagged("44314", share=10), tagged("45378", share=80)
    tagged("44314", 3)  # wider than the family
    family = next(f for f in chain(session, "44314") if f.contains(chain(session, "45378")[0]) and f.depth)
    found = openings_within(session, family, clock.now())
    assert list(found.ids) == [much.id, little.id]


def test_the_jobs_of_a_family_are_those_its_search_shows(session, tagged, browse):
    tagged("44314"), tagged("44314", 1), tagged("44314", 2)
    for family in chain(session, "44314"):
        total = openings_within(session, family, clock.now()).total
        page = browse(None).open(f"/jobs.json?family={family.slug}")
        assert page.response.json["total"] == total


def test_pay_is_the_least_the_middle_and_the_most_on_one_hourly_figure(session, tagged):
    tagged("44314", **paid(20, 30))
    tagged("44314", **paid(30, 40))
    tagged("44314", **paid(83_200, 104_000, terms.PayUnit.YEAR))
    pay = of_code(session, "44314").pay
    assert pay.hourly == asking.Span(Decimal("20.00"), Decimal("35.00"), Decimal("50.00"))
    assert pay.yearly == asking.Span(Decimal(41_600), Decimal(72_800), Decimal(104_000))
    assert pay.jobs == 3


def test_of_an_even_number_the_median_lies_between_the_middle_two(session, tagged):
    for low, high in ((20, 20), (24, 24), (31, 31), (60, 60)):
        tagged("44314", **paid(low, high))
    assert of_code(session, "44314").pay.hourly.median == Decimal("27.50")


def test_pay_is_not_told_of_fewer_than_three(session, tagged):
    tagged("44314", **paid(20, 30))
    tagged("44314", **paid(30, 40))
    usual = {"target": 40, "target_unit": terms.TargetUnit.CHARTS, "target_period": terms.TargetPeriod.DAY}
    tagged("44314", **paid(3, 5, terms.PayUnit.CHART), **usual)
    found = of_code(session, "44314")
    assert (found.total, found.pay) == (3, None)


def test_a_specialty_has_its_own_jobs(session, a_posting):
    first, other = specialties(session)[:2]
    mine = a_posting("live", specialties=[parts.SpecialtyTag(specialty_id=first.id, specialty=first)])
    a_posting("live", specialties=[parts.SpecialtyTag(specialty_id=other.id, specialty=other)])
    assert list(openings_in(session, first, clock.now()).ids) == [mine.id]


def test_a_credential_has_the_jobs_that_require_or_prefer_it(session, a_posting):
    cpc = next(one for one in credentials(session) if one.abbreviation == "CPC")

    def asks(*needs):
        tags = [
            parts.CredentialTag(group_no=no, credential_id=cpc.id, credential=cpc, need=need)
            for no, need in enumerate(needs, 1)
        ]
        return a_posting("live", credentials=tags)

    required, preferred = asks(terms.CredentialNeed.REQUIRED), asks(terms.CredentialNeed.PREFERRED)
    asks()
    both = asks(terms.CredentialNeed.REQUIRED, terms.CredentialNeed.PREFERRED)
    now, needs = clock.now(), [terms.CredentialNeed.REQUIRED]
    assert set(openings_asking(session, cpc, now).ids) == {required.id, preferred.id, both.id}
    assert set(openings_asking(session, cpc, now, needs=needs).ids) == {required.id, both.id}
