"""The search index of this process: made with the application, filled when somebody first searches."""

import logging
from pathlib import Path

from flask import Flask, current_app
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from jobboard import clock
from jobboard.extensions import db
from jobboard.search.board import BoardEngine
from jobboard.search.index.engine import Index
from jobboard.search.index.keeper import Keeper
from jobboard.search.index.settled import settle
from jobboard.search.index.sums import IndexSums
from jobboard.search.sums import SqlSums, Sums

NAME = "search"
log = logging.getLogger(__name__)


def open_search(app: Flask) -> None:
    def session() -> Session:
        """For the thread that builds: it reads long, so it must not hold the lock of those who write."""
        with app.app_context():
            return Session(db.engine.execution_options(begin="DEFERRED"))

    app.extensions[NAME] = Keeper(Path(app.config["DATA_DIR"]) / "search", session)


def prepare(app: Flask) -> None:
    """Before a process answers anybody. What fails here fails again, and is told, when somebody searches."""
    with app.app_context():
        try:
            BoardEngine(db.session, keeper()).prepare(clock.now())
        except (OSError, ValueError, SQLAlchemyError):
            log.exception("The search could not be prepared.")
    settle()


def keeper() -> Keeper:
    found: Keeper = current_app.extensions[NAME]
    return found


def index_now() -> Index | None:
    """The index as of the last commit, for pages that only count; None while there is none, or when it cannot be read."""
    try:
        return keeper().ready(db.session)
    except (OSError, ValueError):
        return None


def sums_now() -> Sums:
    """Whoever counts the board at the moment."""
    index = index_now()
    return IndexSums(index) if index else SqlSums(db.session)
