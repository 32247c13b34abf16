"""The engine the board asks: the index while it stands, the database itself while it does not."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from jobboard.search.engine import Engine, Result, Suggestion
from jobboard.search.index.engine import IndexEngine
from jobboard.search.index.keeper import Keeper
from jobboard.search.index.panics import panics_as_errors
from jobboard.search.query import Query
from jobboard.search.spelling import spelling_of
from jobboard.search.sql import SqlEngine

Answer = TypeVar("Answer")
log = logging.getLogger(__name__)
A_SEARCH = "inpatient remote"


class BoardEngine:
    """Searches through one session. A broken index costs time, never an answer: it is dropped and made anew."""

    def __init__(self, session: Session, keeper: Keeper) -> None:
        self.session, self.keeper = session, keeper

    def search(self, query: Query, now: datetime, wanted: Collection[str] | None = None) -> Result:
        return self._asked(lambda engine: engine.search(query, now, wanted))

    def found(self, query: Query, now: datetime, *, why: bool = True) -> Result:
        return self._asked(lambda engine: engine.found(query, now, why=why))

    def among(self, query: Query, ids: Collection[str], now: datetime) -> Mapping[str, Sequence[str]]:
        return self._asked(lambda engine: engine.among(query, ids, now))

    def suggest(self, text: str, now: datetime) -> list[Suggestion]:
        return self._asked(lambda engine: engine.suggest(text, now))

    def prepare(self, now: datetime) -> None:
        """Let nobody's first search wait for what all searches need: the index opened, the names read, the columns in order.

        Nothing while a large index is being made: until then the database answers, slowly enough."""
        if self.keeper.ready(self.session) is not None:
            self.search(Query(q=A_SEARCH), now)
            spelling_of(self.session)

    def _asked(self, question: Callable[[Engine], Answer]) -> Answer:
        try:
            index = self.keeper.ready(self.session)
            if index is not None:
                with panics_as_errors():
                    return question(IndexEngine(self.session, index))
        except (OSError, ValueError):
            log.exception("The search index failed. The database answers, and the index is made anew.")
            self.keeper.forget()
        return question(SqlEngine(self.session))
