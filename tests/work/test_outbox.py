"""Every letter goes at least once, normally exactly once, whatever workers and mail servers do."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import event, select

from jobboard import clock
from jobboard.domain.diary import Event
from jobboard.domain.outbox import finding
from jobboard.domain.outbox.delivery import Delivery
from jobboard.extensions import db
from jobboard.mail.messages import LETTERS
from jobboard.mail.post import Kept
from jobboard.mail.smtp import PostClosed, TryLater, Undeliverable
from jobboard.work import outbox
from jobboard.work.turn import LEASE, LONGEST_PAUSE, Turn, pause
from tests.builders import deliver


class Moody:
    """A post that takes a letter unless `moods` has something else for its recipient."""

    def __init__(self):
        self.letters, self.moods, self.asked = [], {}, []

    def send(self, letter, message):
        self.asked.append(letter.to.email)
        if letter.to.email in self.moods:
            raise self.moods[letter.to.email]
        self.letters.append(letter)


@pytest.fixture
def post(app):
    before, app.extensions["post"] = app.extensions["post"], Moody()
    yield app.extensions["post"]
    app.extensions["post"] = before


@pytest.fixture
def owed(session, an_application):
    """The line "Amir applied": it owes a letter to Amir and one to Mira. Every other line is settled."""
    application = an_application()
    lines = session.scalars(select(Event)).all()
    for each in lines:
        if each.verb != "apply":
            each.mailed_at = each.at
    session.commit()
    return next(each for each in lines if each.application_id == application.id)


def again(session, line):
    session.rollback()
    session.refresh(line)
    return line


AMIR, MIRA = "amir.haddad@example.com", "mira.sandoval@example.com"


def test_a_line_is_mailed_once_and_marked(app, session, post, owed, clock):
    assert deliver(app) == 2
    assert deliver(app) == 0
    assert sorted(post.asked) == [AMIR, MIRA]
    assert again(session, owed).mailed_at == clock.now()
    assert owed.leased_until is None


def test_silent_lines_are_settled_at_once_and_nothing_is_left(app, session, post, a_posting):
    a_posting("paused")
    deliver(app)
    assert not session.scalars(select(Event).where(Event.mailed_at.is_(None))).all()


def test_an_idle_worker_neither_writes_nor_takes_the_write_lock(app, post, session):
    said = []

    def note(connection, cursor, statement, *rest):
        said.append(statement)

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", note)
        deliver(app)
        event.remove(db.engine, "before_cursor_execute", note)
    assert said
    assert not [each for each in said if each.startswith(("UPDATE", "INSERT", "BEGIN IMMEDIATE"))]


def test_one_bad_mailbox_does_not_hold_up_or_repeat_the_others(app, session, post, owed, clock):
    post.moods[AMIR] = TryLater("452 full")
    assert deliver(app) == 1
    assert again(session, owed).mailed_at is None
    del post.moods[AMIR]
    clock.tick(minutes=2)
    assert deliver(app) == 1
    assert post.asked == [AMIR, MIRA, AMIR]
    assert again(session, owed).mailed_at == clock.now()


def test_a_mailbox_that_does_not_exist_is_written_down_and_not_tried_again(app, session, post, owed, clock):
    post.moods[AMIR] = Undeliverable("550 no such mailbox")
    assert deliver(app) == 1
    assert again(session, owed).mailed_at is not None
    refusals = session.scalars(select(Delivery.refused).where(Delivery.refused.is_not(None))).all()
    assert refusals == ["550 no such mailbox"]


def test_when_the_post_is_closed_the_worker_stops_knocking(app, session, post, owed, an_application, dana):
    post.moods = {AMIR: PostClosed("away"), MIRA: PostClosed("away")}
    assert deliver(app) == 0
    assert len(post.asked) == 1


def test_each_pause_is_longer_and_the_last_try_parks_the_line(app, session, post, owed, clock, caplog):
    post.moods = {AMIR: PostClosed("away")}
    for tried in range(1, finding.MOST_TRIES + 1):
        deliver(app)
        assert again(session, owed).tries == tried
        deliver(app)
        assert again(session, owed).tries == tried, "tried again before its pause was over"
        clock.tick(seconds=pause(tried).total_seconds())
    clock.tick(days=30)
    deliver(app)
    assert again(session, owed).tries == finding.MOST_TRIES
    assert "parked" in caplog.text
    with app.app_context():
        assert finding.unpark(db.session) == 1
        db.session.commit()
    post.moods = {}
    assert deliver(app) == 2


def test_pauses_grow_to_half_a_day():
    pauses = [pause(tries) for tries in range(1, finding.MOST_TRIES)]
    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(minutes=1)
    assert pauses[-1] == LONGEST_PAUSE


def test_a_letter_that_cannot_be_written_does_not_stop_the_others(
    app, session, post, owed, a_posting, clock, monkeypatch
):
    monkeypatch.setitem(LETTERS, ("application", "apply"), lambda session, event: 1 / 0)
    a_posting("in_review")
    assert deliver(app) == 1
    assert again(session, owed).tries == 1


def test_two_workers_never_take_one_line(app, session, post, owed):
    start, taken = Barrier(8), []

    def worker():
        with app.app_context():
            turn = Turn(db.session, owed.id, lambda: owed.at)
            start.wait()
            taken.append(turn.begin())

    run_all(worker, 8)
    assert taken.count(True) == 1


def test_two_workers_side_by_side_send_each_letter_once(
    app, session, post, an_application, a_posting, dana, clock
):
    for _ in range(4):
        an_application(a_posting("live"))
    owed = len(
        session.scalars(
            select(Event).where(Event.mailed_at.is_(None), Event.verb.in_(["submit", "approve"]))
        ).all()
    )
    start = Barrier(3)

    def worker():
        start.wait()
        deliver(app)

    run_all(worker, 3)
    ids = [letter.id for letter in post.letters]
    assert len(ids) == len(set(ids)) == owed + 4 * 2


def run_all(worker, many):
    threads = [Thread(target=worker) for _ in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)


class Killed(BaseException):
    """The worker's process is gone in this very moment."""


def test_a_killed_worker_s_line_is_sent_again_with_the_same_message_id(
    app, session, post, owed, clock, monkeypatch
):
    def die(turn, letter, refused=None):
        raise Killed

    with monkeypatch.context() as during:
        during.setattr(Turn, "note", die)
        with pytest.raises(Killed):
            deliver(app)
    assert deliver(app) == 0, "the lease still keeps others away"
    clock.tick(seconds=LEASE.total_seconds())
    assert deliver(app) == 2
    first, second, _ = post.letters
    assert first.message_id == second.message_id
    assert again(session, owed).mailed_at == clock.now()


def test_a_worker_that_lost_its_lease_stops(app, session, post, owed, clock):
    with app.app_context():
        slow = Turn(db.session, owed.id, clock.now)
        assert slow.begin()
        letters = slow.missing()
        clock.tick(seconds=LEASE.total_seconds())
        assert deliver(app) == 2
        assert slow.note(letters[0]) is False


def test_no_transaction_is_open_while_a_letter_is_sent(app, session, post, owed, monkeypatch):
    open_ones = []
    monkeypatch.setattr(
        Kept, "send", lambda self, letter, message: open_ones.append(db.session.registry().in_transaction())
    )
    app.extensions["post"] = Kept([])
    deliver(app)
    assert open_ones == [False, False]


def test_nothing_is_mailed_while_a_request_is_answered(app, session, post, mira, browse):
    browse(None).send("/password-reset", email=mira.email)
    assert post.asked == []
    assert deliver(app) == 1
    assert post.asked == [MIRA]


def test_the_worker_stops_between_two_lines(app, session, post, owed, an_application, a_posting, dana):
    """Told to stop while it sends the first line, it ends that one and leaves the rest to the next worker."""
    an_application(a_posting("live"), coder=dana)
    with app.app_context():
        outbox.deliver(db.session, clock.now, stop=lambda: bool(post.asked))
    first = len(post.asked)
    assert first in (1, 2)
    assert deliver(app) > 0
