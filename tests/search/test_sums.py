"""What the listed jobs come to: the index and the database count the same, whatever the board and whatever changes on it."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import delete, select, update

from jobboard import clock
from jobboard.domain.codes.finding import chain
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.diary import Event
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import CredentialTag, FamilyTag
from jobboard.domain.postings.terms import CredentialNeed, Need
from jobboard.search.index.sums import IndexSums
from jobboard.search.overview import Figures
from jobboard.search.sums import SqlSums

ALL = 1000


@pytest.fixture
def both(session, a_keeper):
    """`both(lambda sums: ...)`: what it comes to, after both were held against each other."""
    keeper = a_keeper()

    def ask(question):
        counted, asked = question(IndexSums(keeper.ready(session))), question(SqlSums(session))
        assert counted == asked
        return counted

    return ask


def numbers(found):
    """All of it but which few are named: of equal ones each engine may name another first."""
    return found.total, found.employers, found.pay, sorted(found.ids)


@pytest.fixture
def uneven_board(chance_board, session):
    """A board on which nothing is so of every posting: pay, promises, who read it, which credential stands for which."""

    def build(seed):
        made = chance_board(seed)
        ids = [posting.live_edition_id for posting in made]
        changes = (
            update(Edition).where(Edition.id.in_(ids[:4])).values(pay_max=None, pay_min=None),
            update(Edition).where(Edition.id.in_(ids[2:9])).values(response_days=None),
            update(Edition).where(Edition.id.in_(ids[9:20])).values(response_days=9),
            delete(Event).where(Event.posting_id == made[0].id, Event.verb == "approve"),
            update(CredentialTag).values(group_no=CredentialTag.group_no // 2),
        )
        for change in changes:
            session.execute(change)
        session.commit()
        return made

    return build


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_count_the_board_alike(uneven_board, both, seed):
    uneven_board(seed)
    now = clock.now()
    figures = both(lambda sums: sums.figures(now))
    assert (figures.jobs, figures.with_pay, figures.reviewed, figures.answer_days) == (30, 26, 29, 9)
    assert both(lambda sums: sums.specialties(now))
    assert len(both(lambda sums: sums.hiring(now))) == 2
    assert len(both(lambda sums: sums.oldest(now, 5, 50))) == 25


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_count_alike_what_is_asked_of_a_tag(uneven_board, known, both, seed):
    uneven_board(seed)
    for specialty in known["specialty"]:
        assert both(partial(of_specialty, specialty, clock.now()))
    instead = [
        both(partial(of_credential, credential, clock.now()))[-1] for credential in known["credential"]
    ]
    assert any(instead)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_count_alike_what_is_asked_of_families(uneven_board, known, both, seed):
    uneven_board(seed)
    for family in known["family"]:
        assert both(partial(of_family, family, clock.now()))
    assert both(lambda sums: numbers(sums.covering(known["family"][:4], clock.now(), limit=20)))[0]


def of_specialty(specialty, now, sums):
    return numbers(sums.of_specialty(specialty, now, limit=20)), sums.credentials_in(specialty, now, ALL)


def of_credential(credential, now, sums):
    ways = [(), [CredentialNeed.REQUIRED], [CredentialNeed.PREFERRED, CredentialNeed.OBTAIN]]
    return (
        [numbers(sums.asking(credential, now, needs, limit=20)) for needs in ways],
        sums.specialties_asking(credential, now, ALL),
        sums.taken_instead(credential, now, ALL),
    )


def of_family(family, now, sums):
    return numbers(sums.within(family, now, limit=20))


def test_both_follow_what_is_no_longer_listed(uneven_board, both, session, clock):
    made = uneven_board(1)
    before = both(lambda sums: sums.figures(clock.now()))
    made[5].opens_at = clock.now() + timedelta(days=1)
    session.commit()
    assert both(lambda sums: sums.figures(clock.now())).jobs == before.jobs - 1
    clock.tick(days=365)
    assert both(lambda sums: sums.figures(clock.now())) == Figures(0, 0, 0, None)
    assert both(lambda sums: sums.hiring(clock.now())) == {}


def test_the_best_few_are_the_same(both, session, a_posting, clock):
    families = chain(session, "44314")
    tags = [
        FamilyTag(family_id=one.id, family=one, need=Need.REQUIRED, share=10 * place)
        for place, one in enumerate(families, 1)
    ]
    made = []
    for tag in tags:
        made.append(a_posting("live", families=[tag]).id)
        clock.tick(minutes=1)
    now = clock.now()
    assert both(lambda sums: sums.covering(families, now)).ids == tuple(made)
    assert both(lambda sums: sums.within(families[-1], now, limit=2)).ids == tuple(made[::-1][:2])
    specialty = session.scalars(select(Specialty).where(Specialty.slug == "allergy-immunology")).one()
    assert both(lambda sums: sums.of_specialty(specialty, now, limit=2)).ids
