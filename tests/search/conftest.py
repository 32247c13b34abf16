"""A search of the test's board, and postings that say only what the test is about."""

from collections.abc import Callable
from typing import Any

import pytest

from jobboard import clock
from jobboard.search.engine import Result
from jobboard.search.query import Query
from jobboard.search.sql import SqlEngine


@pytest.fixture
def search(session) -> Callable[..., Result]:
    """`search(q="44314", work=("remote",))`: the engine's answer now."""

    def ask(**words: Any) -> Result:
        return SqlEngine(session).search(Query(**words), clock.now())

    return ask
