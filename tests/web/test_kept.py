"""What is kept in the process is never older than what it is kept for."""

from sqlalchemy import select

from jobboard.domain.postings.posting import Posting
from jobboard.extensions import db
from jobboard.web.kept import standings_of, while_it_stands


def test_what_an_older_look_found_is_not_kept_for_a_newer_board(app, session, a_posting, mira, clock):
    """Somebody else pauses a posting between a page's first look at the database and its cards."""
    posting = a_posting("live")
    session.commit()
    with app.test_request_context("/jobs"):
        db.session.execute(select(Posting.id)).all()
        session.add(posting.pause(by=mira, at=clock.now()))
        session.commit()
        standings_of([posting.id])
        while_it_stands("statuses", lambda: db.session.scalars(select(Posting.status)).all())
    with app.test_request_context("/jobs"):
        assert standings_of([posting.id]) == ({}, {})
        kept = while_it_stands("statuses", lambda: db.session.scalars(select(Posting.status)).all())
        assert kept == ["paused"]
