"""A saved search's life: every verb in every state, what counts as new from when, and what it may hold."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from jobboard.domain.diary import Event
from jobboard.domain.errors import Invalid, NotNow
from jobboard.domain.searches import finding
from jobboard.domain.searches.lifecycle import MOVES, Rhythm, State, next_state
from jobboard.domain.searches.mornings import EASTERN
from jobboard.domain.searches.saving import CONFIRM_WITHIN, KEEP_STOPPED, MOST_SEARCHES, save
from jobboard.domain.searches.sent_match import Match
from tests.keeping import a_guests_search, a_saved_search, a_wish


@pytest.mark.parametrize("verb", sorted(MOVES))
@pytest.mark.parametrize("state", list(State))
def test_every_verb_in_every_state_moves_or_is_refused(verb, state):
    allowed = {
        "confirm": {"waiting": "active"},
        "stop": {"waiting": "stopped", "active": "stopped"},
        "resume": {"stopped": "active"},
        "match": {"active": "active"},
    }[verb]
    if state.value in allowed:
        assert next_state(state, verb).value == allowed[state.value]
    else:
        with pytest.raises(NotNow):
            next_state(state, verb)


def test_a_person_s_search_begins_at_once_and_a_guest_s_waits(session, amir, clock):
    mine, guests = a_saved_search(session, amir), a_guests_search(session, confirmed=False)
    assert (mine.state, mine.sends, mine.due_at) == (State.ACTIVE, True, clock.now())
    assert (guests.state, guests.sends, guests.due_at) == (State.WAITING, False, None)
    later = clock.tick(days=2)
    guests.confirm(at=later, change=7)
    assert (guests.sends, guests.since, guests.looked_change) == (True, later, 7)


def test_a_search_nobody_confirmed_cannot_be_resumed(session, clock):
    guests = a_guests_search(session, confirmed=False)
    guests.stop(at=clock.now())
    with pytest.raises(NotNow, match="never confirmed"):
        guests.resume(at=clock.now(), change=0)


def test_what_is_published_while_it_is_paused_is_not_new_afterwards(session, amir, clock):
    kept = a_saved_search(session, amir)
    kept.stop(at=clock.now())
    assert kept.due_at is None
    later = clock.tick(days=3)
    kept.resume(at=later, change=9)
    assert (kept.since, kept.looked_at, kept.looked_change) == (later, later, 9)


def test_another_rhythm_is_due_at_its_own_time(session, amir, clock):
    kept = a_saved_search(session, amir, rhythm="none")
    assert kept.due_at is None
    later = clock.tick(days=1)
    kept.edit("Remote", Rhythm.DAILY, EASTERN, at=later, change=4)
    assert kept.since == later, "what came while no letters were wanted is not new"
    assert kept.due_at.isoformat() == "2026-11-18T07:00:00-05:00"
    kept.edit("Remote", Rhythm.WEEKLY, EASTERN, at=clock.tick(hours=1), change=5)
    assert (kept.since, kept.due_at.isoformat()) == (later, "2026-11-23T07:00:00-05:00")


def test_a_match_is_one_line_with_a_row_for_each_posting(session, amir, clock, a_posting):
    kept, jobs = a_saved_search(session, amir), [a_posting("live"), a_posting("live")]
    line, rows = kept.match([Match(job.id, "Remote") for job in jobs], at=clock.now(), change=5)
    session.add_all([line, *rows])
    session.commit()
    assert [id for id, _ in finding.sent_by(session, line.id, clock.now())] == [job.id for job in jobs]
    assert kept.looked_change == 5
    assert (kept.due_at - clock.now()).total_seconds() == 600, "at most one letter in ten minutes"
    assert kept.match([], at=clock.now(), change=6) is None


def test_the_database_refuses_the_same_posting_twice(session, amir, clock, a_posting):
    kept, job = a_saved_search(session, amir), a_posting("live")
    for _ in range(2):
        line, rows = kept.match([Match(job.id, "")], at=clock.now(), change=5)
        session.add_all([line, *rows])
        if _ == 0:
            session.commit()
            session.expunge_all()
            kept = finding.by_id(session, kept.id)
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


def test_the_diary_never_says_what_was_searched(session, amir, clock):
    kept = a_saved_search(session, amir, name="Leaving Acme", asked="q=zebra", said="zebra")
    session.add_all(
        [kept.edit("Zebra two", Rhythm.DAILY, EASTERN, at=clock.now(), change=0), kept.stop(at=clock.now())]
    )
    session.commit()
    lines = session.scalars(select(Event).where(Event.noun == "saved_search")).all()
    assert len(lines) == 3
    assert not [line for line in lines if "ebra" in f"{line.note} {line.data} {line.old} {line.new}"]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"asked": "q=" + "x" * 2000}, "name"),
        ({"zone": "Mars/Olympus"}, "zone"),
    ],
)
def test_what_will_not_do_is_said_beside_its_box(session, amir, clock, words, field):
    with pytest.raises(Invalid) as refusal:
        save(a_wish(**words), by=amir, at=clock.now(), held=0, change=0)
    assert list(refusal.value.problems) == [field]


def test_the_twenty_first_is_refused(session, amir, clock):
    with pytest.raises(NotNow):
        save(a_wish(), by=amir, at=clock.now(), held=MOST_SEARCHES, change=0)


def test_what_nobody_confirmed_is_swept_and_a_person_s_own_never(session, amir, clock):
    old = a_guests_search(session, confirmed=False)
    stopped, mine = a_guests_search(session), a_saved_search(session, amir)
    session.add_all([stopped.stop(at=clock.now()), mine.stop(at=clock.now())])
    clock.tick(days=31)
    young, active = a_guests_search(session, confirmed=False), a_guests_search(session)
    finding.sweep(session, clock.now() - CONFIRM_WITHIN, clock.now() - KEEP_STOPPED)
    session.commit()
    session.expunge_all()
    gone = {one.id for one in (old, stopped, mine, young, active) if finding.by_id(session, one.id) is None}
    assert gone == {old.id, stopped.id}


def test_an_address_is_suppressed_in_any_spelling_until_it_is_lifted(session, clock):
    finding.suppress(session, "Guest@Example.com", "550 no such mailbox", clock.now())
    finding.suppress(session, "guest@example.com", "again", clock.now())
    session.commit()
    assert finding.suppressed(session, " guest@example.com ").reason == "550 no such mailbox"
    finding.lift(session, "guest@example.COM")
    session.commit()
    session.expunge_all()
    assert finding.suppressed(session, "guest@example.com") is None
