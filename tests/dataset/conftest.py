"""The whole dataset in one SQLite file, loaded once for all workers: some tests are only worth something on every code."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session

from jobboard.dataset import loading
from jobboard.domain import everything  # noqa: F401 - every table, before create_all
from jobboard.domain.base import Base

MONDAY = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
PATIENCE = 240


@pytest.fixture(scope="session")
def whole_file(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The first worker that asks makes the file, the others wait for it."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if hasattr(request.config, "workerinput") else folder
    path, ready = folder / "whole.sqlite3", folder / "whole.ready"
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        _wait_for(ready)
        return path
    engine = engine_on(path)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        loading.load(session, at=MONDAY)
    engine.dispose()
    ready.touch()
    return path


@pytest.fixture(scope="session")
def whole(whole_file: Path) -> Iterator[Session]:
    """A session on the whole dataset. Tests that write in it roll back."""
    engine = engine_on(whole_file)
    with Session(engine) as session:
        yield session
    engine.dispose()


def engine_on(path: Path) -> Engine:
    """Quick and careless: the file is thrown away."""
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    return engine


def _wait_for(ready: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not ready.exists():
        assert time.monotonic() < until, "Another worker was loading the dataset and never finished."
        time.sleep(0.2)
