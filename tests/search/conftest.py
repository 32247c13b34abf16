"""A search of the test's board by either engine, and postings that say only what the test is about."""

from collections.abc import Callable
from typing import Any

import pytest

from jobboard import clock
from jobboard.search.engine import Result
from jobboard.search.index.engine import IndexEngine
from jobboard.search.index.keeper import Keeper
from jobboard.search.query import Query
from jobboard.search.sql import SqlEngine


@pytest.fixture(params=["sql", "index"])
def search(request, session, tmp_path) -> Callable[..., Result]:
    """`search(q="44314", work=("remote",))`: the engine's answer now."""
    keeper = Keeper(tmp_path / "search", lambda: session)

    def ask(**words: Any) -> Result:
        engine = SqlEngine(session) if request.param == "sql" else IndexEngine(session, keeper.ready(session))
        return engine.search(Query(**words), clock.now())

    return ask


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "search"


@pytest.fixture
def a_keeper(folder, session):
    """A process of its own that shares the folder."""
    return lambda: Keeper(folder, lambda: session)
