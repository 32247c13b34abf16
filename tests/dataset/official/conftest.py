"""A small dataset of its own for every test: an operator's file changes the codes for good."""

import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

from jobboard.dataset import loading
from jobboard.domain import everything  # noqa: F401 - every table, before create_all
from jobboard.domain.base import Base
from tests.conftest import MONDAY

SAMPLE = frozenset(
    {"44314", "99213", "0001U", "G0439", "J1885", "D0120", "I25.10", "E11.9", "E11.22", "0SR90J9", "0SR90JA"}
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A database file with the sample in it, made once."""
    place = tmp_path_factory.mktemp("dataset") / "sample.sqlite3"
    engine = create_engine(f"sqlite:///{place}")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        loading.load(session, at=MONDAY, only=SAMPLE)
    engine.dispose()
    return place


@pytest.fixture
def dataset(filled, tmp_path):
    """A session on a copy of it. Foreign keys hold, as they do on the board."""
    place = tmp_path / "dataset.sqlite3"
    place.write_bytes(filled.read_bytes())
    engine = create_engine(f"sqlite:///{place}")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON"))
    with Session(engine) as session:
        yield session
    engine.dispose()
