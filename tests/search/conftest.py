"""A search of the test's board by either engine, and postings that say only what the test is about."""

import gc
import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from jobboard import clock
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.finding import chain
from jobboard.domain.codes.specialty import Specialty
from jobboard.search.engine import Result
from jobboard.search.index.engine import IndexEngine
from jobboard.search.index.keeper import Keeper
from jobboard.search.query import Query
from jobboard.search.sql import SqlEngine
from tests import builders
from tests.search.chance import chance_terms

POSTINGS = 30


@pytest.fixture(autouse=True)
def thawed():
    """What an index made aside took from the collector is given back."""
    yield
    gc.unfreeze()


@pytest.fixture(params=["sql", "index"])
def search(request, session, tmp_path) -> Callable[..., Result]:
    """`search(q="44314", work=("remote",))`: the engine's answer now."""
    keeper = Keeper(tmp_path / "search", lambda: session)

    def ask(**words: Any) -> Result:
        engine = SqlEngine(session) if request.param == "sql" else IndexEngine(session, keeper.ready(session))
        return engine.search(Query(**words), clock.now())

    return ask


@pytest.fixture
def by_index(session, a_keeper) -> Callable[..., Result]:
    """The same of the index alone: it reads whole texts, which the database would take too long for."""
    keeper = a_keeper()
    return lambda **words: IndexEngine(session, keeper.ready(session)).search(Query(**words), clock.now())


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "search"


@pytest.fixture
def a_keeper(folder, session):
    """A process of its own that shares the folder."""
    return lambda: Keeper(folder, lambda: session)


@pytest.fixture
def known(session):
    """What a search may be narrowed by: credentials only when somebody confirmed them."""
    confirmed = select(Credential).where(Credential.confirmed)
    return {
        "specialty": session.scalars(select(Specialty).order_by(Specialty.id).limit(4)).all(),
        "credential": session.scalars(confirmed.order_by(Credential.id).limit(4)).all(),
        "family": [*chain(session, "44314"), *chain(session, "45378")[:2], *chain(session, "I25.10")],
    }


@pytest.fixture
def chance_board(a_posting, session, clock, known, rival, rolf):
    """Live postings of two employers with terms by chance, published over the last month."""

    def build(seed):
        chance = random.Random(seed)
        made = []
        for number in range(POSTINGS):
            terms = chance_terms(chance, known)
            theirs = number % 3 == 0
            posting = (
                builders.a_posting(session, rival, rolf, "live", **terms)
                if theirs
                else a_posting("live", **terms)
            )
            posting.first_published_at = clock.now() - timedelta(days=number, minutes=1)
            made.append(posting)
        session.commit()
        return made

    return build
