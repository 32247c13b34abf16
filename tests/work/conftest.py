"""A pass of the worker over saved searches, and postings that are published a minute later."""

import pytest

from jobboard import clock as real_clock
from jobboard.extensions import db
from jobboard.web.searching import keeper
from jobboard.work.alerts import alert
from tests import builders


@pytest.fixture
def pass_by(app, session, letters):
    """`pass_by()`: one pass of the worker and of the outbox; the letters about new jobs it sent."""

    def run() -> list:
        session.commit()
        letters.clear()
        with app.app_context():
            alert(db.session, keeper(), real_clock.now)
        builders.deliver(app)
        session.expire_all()
        return [letter for letter in letters if "List-Unsubscribe" in letter.headers]

    return run


@pytest.fixture
def published(a_posting, clock):
    """`published(title="...")`: a posting that goes live a minute from now."""

    def publish(**words):
        clock.tick(minutes=1)
        return a_posting("live", **words)

    return publish
