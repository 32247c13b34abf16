"""A mailbox: the letters the diary owes, written the moment somebody looks."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.diary import Event
from jobboard.extensions import db
from jobboard.mail.account_messages import LETTERS
from jobboard.mail.letter import Letter


class Post:
    def __init__(self, app: Flask, session: Session) -> None:
        self.app, self.session = app, session

    def collect(self) -> list[Letter]:
        """Every letter owed since the last look, oldest first."""
        self.session.commit()
        found: list[Letter] = []
        with self.app.app_context():
            for event in db.session.scalars(
                select(Event).where(Event.mailed_at.is_(None)).order_by(Event.at)
            ):
                writer = LETTERS.get((event.noun, event.verb))
                found += writer(db.session, event) if writer else []
                event.mailed_at = event.at
            db.session.commit()
        return found

    def link(self) -> str:
        """The path of the one link in the one letter owed."""
        (letter,) = self.collect()
        return path_in(letter)


def path_in(letter: Letter) -> str:
    found = re.search(r"http://localhost(?::\d+)?/\S+", letter.text)
    assert found, letter.text
    return urlsplit(found.group()).path


@pytest.fixture
def post(app: Flask, session: Session) -> Post:
    return Post(app, session)


@pytest.fixture
def rows(session: Session) -> Callable[..., list]:
    """All rows of a record, fresh from the database."""

    def read(record: type) -> list:
        session.commit()
        session.expire_all()
        return list(session.scalars(select(record)))

    return read
