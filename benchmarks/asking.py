"""One search, as a page asks for it: a transaction of its own, and the engine that the board asks."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from benchmarks.ours import Ours
from jobboard.search.query import Query


def now() -> datetime:
    return datetime.now(UTC)


def asking(ours: Ours) -> dict[bool, Callable[[str], Any]]:
    """A search for what was typed; under True, suggestions for it."""

    def search(text: str) -> Any:
        found = ours.engine.search(Query(q=text), now())
        ours.session.rollback()
        return found

    def suggest(text: str) -> Any:
        found = ours.engine.suggest(text, now())
        ours.session.rollback()
        return found

    return {False: search, True: suggest}
