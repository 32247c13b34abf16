"""The cast, the stopped clock, an empty board for every test, and a browser that reads each page it opens."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from jobboard import clock as real_clock
from jobboard import create_app
from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.user import User
from jobboard.domain.postings.posting import Posting
from jobboard.extensions import db
from tests import builders
from tests.browsing import Browser
from tests.databases import Board, a_board

MONDAY = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)


class Clock:
    """Stands still until told otherwise."""

    def __init__(self) -> None:
        self.time = MONDAY

    def now(self) -> datetime:
        return self.time

    def tick(self, **by: float) -> datetime:
        self.time += timedelta(**by)
        return self.time


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--db", default="sqlite", choices=["sqlite", "postgres"], help="the database to test on")


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    stopped = Clock()
    monkeypatch.setattr(real_clock, "now", stopped.now)
    return stopped


@pytest.fixture(scope="session")
def board(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Board]:
    """The database of this worker: schema and code dataset once, people's rows swept after every test."""
    yield from a_board(tmp_path_factory, request.config.getoption("--db"))


@pytest.fixture(scope="session")
def house(board: Board) -> Iterator[Flask]:
    """The application, made once a worker."""
    app = create_app(
        TESTING=True,
        DATA_DIR=board.folder,
        SQLALCHEMY_DATABASE_URI=board.url,
        SECRET_KEY="only-for-tests-" * 4,
        SITE_URL="http://localhost",
        TRUSTED_HOSTS=["localhost", "127.0.0.1"],
        ARGON2={"time_cost": 1, "memory_cost": 8, "parallelism": 1},
        LETTERS_TO="list",
    )
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def app(house: Flask, board: Board) -> Iterator[Flask]:
    yield house
    board.sweep(house)
    house.extensions["search"].forget()
    for kept in ("kept_pages", "kept_cards", "kept_standings", "kept_figures"):
        house.extensions[kept].clear()


@pytest.fixture
def session(app: Flask, board: Board) -> Iterator[Session]:
    """A session on the test's board. Reads never hold the write lock; the browser refreshes it after each request."""
    with board.session(app) as opened:
        yield opened


@pytest.fixture
def browse(app: Flask, session: Session) -> Callable[[User | None], Browser]:
    """`browse(mira)` is Mira's browser, signed in through the real door; `browse(None)` a visitor's."""

    def begin(person: User | None = None) -> Browser:
        session.commit()
        browser = Browser(app, session)
        if person is not None:
            browser.log_in(person.email, builders.PASSWORD)
        return browser

    return begin


@pytest.fixture
def letters(app: Flask) -> list[object]:
    """Every letter sent so far in this test, after the outbox was emptied (see `tests.builders.deliver`)."""
    app.extensions["letters"].clear()
    return app.extensions["letters"]


# ---- the cast


@pytest.fixture
def acme(session: Session) -> Employer:
    return builders.an_employer(session, "Acme Health", slug="acme-health", website="https://acme.example")


@pytest.fixture
def rival(session: Session) -> Employer:
    return builders.an_employer(session, "Rival Coding", slug="rival-coding", website="https://rival.example")


@pytest.fixture
def mira(session: Session, acme: Employer) -> User:
    return builders.a_member(session, "Mira Sandoval", acme)


@pytest.fixture
def rolf(session: Session, rival: Employer) -> User:
    return builders.a_member(session, "Rolf Becker", rival)


@pytest.fixture
def amir(session: Session) -> User:
    return builders.a_person(session, "Amir Haddad")


@pytest.fixture
def dana(session: Session) -> User:
    return builders.a_person(session, "Dana Whitfield")


@pytest.fixture
def olga(session: Session) -> User:
    return builders.a_person(session, "Olga Petrova", audience="staff", is_moderator=True)


@pytest.fixture
def ada(session: Session) -> User:
    return builders.a_person(session, "Ada Kimura", audience="staff", is_admin=True)


@pytest.fixture
def a_posting(session: Session, acme: Employer, mira: User) -> Callable[..., Posting]:
    """`a_posting(Status.LIVE, title="...")`: one posting in that state, saying only what the test is about."""

    def build(*words: object, **terms: object) -> Posting:
        return builders.a_posting(session, acme, mira, *words, **terms)

    return build


@pytest.fixture
def an_application(session: Session, a_posting: Callable[..., Posting], amir: User) -> Callable[..., object]:
    """`an_application(posting, coder=dana)`: an application as sent; both default to a live posting and Amir."""

    def build(posting: Posting | None = None, **words: object) -> object:
        return builders.an_application(session, posting or a_posting("live"), **({"coder": amir} | words))

    return build
