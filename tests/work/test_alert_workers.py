"""Who looks what is new, and when something goes wrong: an index that is not there, a search that cannot be read, many
workers at once, one that is killed."""

from threading import Barrier, Thread

import pytest
from sqlalchemy import event, select

from jobboard import clock as real_clock
from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.mornings import EASTERN
from jobboard.domain.searches.sent_match import SentMatch
from jobboard.extensions import db
from jobboard.mail import post
from jobboard.search.index.keeper import Keeper
from jobboard.web.searching import keeper
from jobboard.work import alerts
from jobboard.work.alerts import alert
from tests import builders
from tests.keeping import a_saved_search


def test_while_the_index_is_made_searches_wait(app, session, amir, published, pass_by, monkeypatch):
    a_saved_search(session, amir)
    published()
    with monkeypatch.context() as during:
        during.setattr(Keeper, "ready", lambda self, session: None)
        assert pass_by() == []
    assert len(pass_by()) == 1


def test_a_search_that_cannot_be_read_holds_up_no_other_and_is_not_told_to_the_log(
    session, amir, dana, clock, published, pass_by, monkeypatch, caplog
):
    broken, _ = a_saved_search(session, amir, asked="q=zebra"), a_saved_search(session, dana)
    published()
    real = alerts.new_for

    def fails(engine, one, now):
        if one.id == broken.id:
            raise ValueError(f"cannot read {one.asked}")
        return real(engine, one, now)

    monkeypatch.setattr(alerts, "new_for", fails)
    assert [letter.to.email for letter in pass_by()] == [dana.email]
    assert broken.id in caplog.text
    assert "zebra" not in caplog.text
    session.refresh(broken)
    assert broken.due_at > clock.now()


def test_of_many_workers_one_tells(app, session, amir, published, clock, letters):
    a_saved_search(session, amir)
    for _ in range(3):
        published()
    start, told = Barrier(4), []

    def worker():
        with app.app_context():
            start.wait()
            told.append(alert(db.session, keeper(), clock.now))

    run_all(worker, 4)
    builders.deliver(app)
    assert sum(told) == 1
    assert len([each for each in letters if each.headers]) == 1
    assert len(session.scalars(select(SentMatch)).all()) == 3


def run_all(worker, many):
    threads = [Thread(target=worker) for _ in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)


def test_what_another_worker_told_meanwhile_is_not_told_again(app, session, amir, published, clock, letters):
    """One worker has looked and is slow to write; the other looks and writes in between."""
    a_saved_search(session, amir)
    published()
    with app.app_context():
        board, ids = alerts.due(db.session, keeper(), clock.now())
        slow = alerts.looked(db.session, keeper(), ids, clock.now())
        assert alert(db.session, keeper(), clock.now) == 1
        assert alerts.write(db.session, slow, board, clock.now()) == 0
    builders.deliver(app)
    assert len([each for each in letters if each.headers]) == 1


def test_what_its_owner_changed_meanwhile_stays_as_the_owner_wants_it(app, session, amir, published, clock):
    kept = a_saved_search(session, amir)
    published()
    with app.app_context():
        board, ids = alerts.due(db.session, keeper(), clock.now())
        slow = alerts.looked(db.session, keeper(), ids, clock.now())
    kept.edit("On Mondays", Rhythm.WEEKLY, EASTERN, at=clock.now(), change=0)
    session.commit()
    monday = kept.due_at
    with app.app_context():
        assert alerts.written(db.session, slow, board, clock.now()) == 0
    session.refresh(kept)
    assert (kept.due_at, kept.name) == (monday, "On Mondays")
    assert not session.scalars(select(SentMatch)).all()


def test_one_that_will_not_be_written_holds_up_no_other_and_is_found_again(
    app, session, amir, dana, published, clock, pass_by
):
    """A job that was told for it already breaks the key of what was sent, and the transaction with it."""
    broken, _ = a_saved_search(session, amir), a_saved_search(session, dana)
    published()
    with app.app_context():
        board, ids = alerts.due(db.session, keeper(), clock.now())
        one, other = sorted(alerts.looked(db.session, keeper(), ids, clock.now()), key=lambda each: each.id)
        twice = {each.id: each._replace(found=[*each.found, *each.found]) for each in (one, other)}
        mixed = [twice[each.id] if each.id == broken.id else each for each in (one, other)]
        assert alerts.written(db.session, mixed, board, clock.now()) == 1
    assert {letter.to.email for letter in pass_by()} == {amir.email, dana.email}


class Killed(BaseException):
    """The worker's process is gone in this very moment."""


def test_a_worker_killed_before_its_commit_has_told_nothing(
    app, session, amir, published, pass_by, monkeypatch
):
    a_saved_search(session, amir)
    published()

    def die(*words):
        raise Killed

    with monkeypatch.context() as during, app.app_context():
        during.setattr(type(db.session()), "commit", die)
        with pytest.raises(Killed):
            alert(db.session, keeper(), real_clock.now)
        db.session.remove()
    assert len(pass_by()) == 1


def test_a_worker_killed_after_it_wrote_what_is_owed_loses_nothing(app, session, amir, published, pass_by):
    """Between what was found and the letter there is only the diary: whoever comes next sends what it owes."""
    a_saved_search(session, amir)
    published()
    with app.app_context():
        assert alert(db.session, keeper(), real_clock.now) == 1
        db.session.remove()
    assert len(pass_by()) == 1
    assert pass_by() == []


def test_a_worker_killed_while_it_sends_neither_loses_nor_doubles(
    app, session, amir, published, clock, pass_by, monkeypatch
):
    a_saved_search(session, amir)
    published()

    real = post.send

    def die(letter, at):
        if letter.headers:
            raise Killed
        real(letter, at)

    with monkeypatch.context() as during:
        during.setattr(post, "send", die)
        with pytest.raises(Killed):
            pass_by()
    assert pass_by() == [], "the line is still held by the one that died"
    clock.tick(minutes=6)
    assert len(pass_by()) == 1
    clock.tick(minutes=6)
    assert pass_by() == []


def test_an_idle_worker_writes_nothing(app, session, amir, published, pass_by):
    a_saved_search(session, amir)
    published()
    pass_by()
    said = []

    def note(connection, cursor, statement, *rest):
        said.append(statement)

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", note)
        alert(db.session, keeper(), real_clock.now)
        event.remove(db.engine, "before_cursor_execute", note)
    assert said
    assert not [each for each in said if each.startswith(("UPDATE", "INSERT", "DELETE", "BEGIN IMMEDIATE"))]
