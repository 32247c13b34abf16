"""The engine the board asks: the index while it stands, the database itself while it does not."""

import logging
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from jobboard.search.engine import Result
from jobboard.search.index.engine import IndexEngine
from jobboard.search.index.keeper import Keeper
from jobboard.search.query import Query
from jobboard.search.sql import SqlEngine

log = logging.getLogger(__name__)


class BoardEngine:
    """Searches through one session. A broken index costs time, never an answer: it is dropped and made anew."""

    def __init__(self, session: Session, keeper: Keeper) -> None:
        self.session, self.keeper = session, keeper

    def index(self, ids: Iterable[str]) -> None:
        """The keeper follows the log of changes."""

    def remove(self, ids: Iterable[str]) -> None:
        """The keeper follows the log of changes."""

    def search(self, query: Query, now: datetime) -> Result:
        try:
            index = self.keeper.ready(self.session)
            if index is not None:
                return IndexEngine(self.session, index).search(query, now)
        except (OSError, ValueError):
            log.exception("The search index failed. The database answers, and the index is made anew.")
            self.keeper.forget()
        return SqlEngine(self.session).search(query, now)
