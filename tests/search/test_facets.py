"""Every count of every facet equals counting by hand, on a board made by chance."""

import random
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from jobboard.domain.places.place import State
from jobboard.domain.postings import terms
from jobboard.domain.postings.terms import FeeSide, WorkModel
from jobboard.search import filtering
from jobboard.search.query import EXPERIENCE, SINCE, Query
from tests.search.chance import STATES

BY_HAND = {
    "work", "type", "specialty", "credential", "from_state", "pay_min", "experience_max", "apprentice", "since", "side",
    "encounter",
}  # fmt: skip
SEEDS = range(3)


# ---- the same rules by hand, one predicate a facet


def cells_match(edition, sides, encounters):
    wide = {side for asked in sides for side in filtering.wide_sides([asked])}
    return any(
        (not sides or cell.side in wide) and (not encounters or cell.encounter in encounters)
        for cell in edition.settings
    )


def workable(edition, state):
    if edition.work_model == WorkModel.REMOTE:
        return edition.all_states or state in {part.state for part in edition.states}
    return state in {part.state for part in edition.places}


def keeps(posting, query, now, skip):
    """Whether the posting is in the search when the choice of facet `skip` is set aside."""
    e = posting.live_edition
    sides = () if skip == "side" else query.sides
    encounters = () if skip == "encounter" else query.encounters
    return all(
        [
            skip == "work" or not query.work or e.work_model in query.work,
            skip == "type" or not query.type or {t.type.value for t in e.types} & set(query.type),
            skip == "specialty"
            or not query.specialty
            or {t.specialty.slug for t in e.specialties} & set(query.specialty),
            skip == "credential"
            or not query.credential
            or {t.credential.slug for t in e.credentials} & set(query.credential),
            skip == "from_state" or not query.from_state or workable(e, query.from_state),
            skip == "pay_min" or query.pay_min is None or (e.hourly_max or 0) >= query.pay_floor,
            skip == "experience_max"
            or query.experience_max is None
            or e.experience_months <= query.experience_max,
            skip == "apprentice" or not query.apprentice or e.apprentices != terms.Apprentices.NO,
            skip == "since"
            or query.since is None
            or posting.first_published_at > now - timedelta(days=query.since),
            not (sides or encounters) or cells_match(e, sides, encounters),
        ]
    )


def has(posting, group, value, query, now):
    """Whether the posting would stand under that value of the facet."""
    e = posting.live_edition
    return {
        "work": lambda: e.work_model == value,
        "type": lambda: value in {t.type.value for t in e.types},
        "specialty": lambda: value in {t.specialty.slug for t in e.specialties},
        "credential": lambda: value in {t.credential.slug for t in e.credentials},
        "from_state": lambda: workable(e, value),
        "pay_min": lambda: (e.hourly_max or 0) >= int(value),
        "experience_max": lambda: e.experience_months <= int(value),
        "apprentice": lambda: e.apprentices != terms.Apprentices.NO,
        "since": lambda: posting.first_published_at > now - timedelta(days=int(value)),
        "side": lambda: cells_match(e, (value,), query.encounters),
        "encounter": lambda: cells_match(e, query.sides, (value,)),
    }[group]()


def some_query(chance, known):
    """A query with a few choices by chance."""

    def maybe(options, most=2):
        return tuple(chance.sample(options, chance.randint(1, most))) if chance.random() < 0.3 else ()

    return Query(
        work=maybe([term.value for term in WorkModel]),
        type=maybe([term.value for term in terms.EmploymentType]),
        specialty=maybe([s.slug for s in known["specialty"]]),
        credential=maybe([c.slug for c in known["credential"]]),
        setting=maybe([s.value for s in FeeSide]) + maybe([s.value for s in list(terms.Encounter)[:4]]),
        from_state=chance.choice(STATES) if chance.random() < 0.3 else "",
        pay_min=Decimal(chance.choice([20, 28])) if chance.random() < 0.3 else None,
        experience_max=int(chance.choice(list(EXPERIENCE))) if chance.random() < 0.3 else None,
        apprentice=chance.random() < 0.2,
        since=int(chance.choice(list(SINCE))) if chance.random() < 0.3 else None,
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_every_count_equals_counting_by_hand(search, chance_board, known, clock, seed):
    board, chance, now = chance_board(seed), random.Random(seed), clock.now()
    for query in [Query(), *(some_query(chance, known) for _ in range(8))]:
        result = search(**{name: getattr(query, name) for name in query.__dataclass_fields__})
        assert result.total == sum(keeps(posting, query, now, "") for posting in board), query
        for facet in result.facets:
            left = [posting for posting in board if keeps(posting, query, now, facet.group)]
            for option in facet.options:
                if (
                    option.count is None or facet.group not in BY_HAND
                ):  # the database finds, it does not count
                    continue
                counted = sum(has(posting, facet.group, option.value, query, now) for posting in left)
                assert option.count == counted, f"{query}: {facet.group} {option.value}"


def test_a_facet_leaves_no_value_out(search, chance_board):
    board = chance_board(1)
    drawn = {facet.group: {option.value for option in facet.options} for facet in search().facets}
    for posting in board:
        edition = posting.live_edition
        assert edition.work_model in drawn["work"]
        assert {t.specialty.slug for t in edition.specialties} <= drawn["specialty"]
        assert {t.credential.slug for t in edition.credentials} <= drawn["credential"]
        assert {cell.encounter.value for cell in edition.settings} <= drawn["encounter"]
        assert {t.type.value for t in edition.types} <= drawn["type"]


def test_every_state_can_be_asked(search, session):
    (states,) = [facet for facet in search().facets if facet.group == "from_state"]
    of_the_union = {state.code for state in session.scalars(select(State)) if state.is_a_state}
    assert of_the_union <= {option.value for option in states.options}


def test_pages_hold_every_posting_once_and_in_order(search, chance_board):
    board = chance_board(2)
    for sort in ("best", "newest", "pay", "closing"):
        found = [id for page in (1, 2) for id in search(sort=sort, page=page).ids]
        assert sorted(found) == sorted(posting.id for posting in board)
    by_id = {posting.id: posting for posting in board}
    pays = [
        by_id[id].live_edition.hourly_max or 0 for page in (1, 2) for id in search(sort="pay", page=page).ids
    ]
    assert pays == sorted(pays, reverse=True)
