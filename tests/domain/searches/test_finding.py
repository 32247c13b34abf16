"""What is new for a search, and which searches are due."""

from datetime import timedelta

import pytest

from jobboard.domain.postings.terms import Status
from jobboard.domain.searches import finding
from jobboard.domain.searches.sent_match import Match
from tests.keeping import a_saved_search


@pytest.fixture
def new(session, clock):
    """`new(kept)`: ids of what is fresh for it now."""
    return lambda kept: set(finding.fresh(session, [kept], clock.now())[kept.id])


def due(session, clock) -> set[str]:
    return set(finding.due(session, finding.news(session, clock.now()), clock.now(), 100))


def test_only_what_is_first_listed_after_the_search_is_new(session, amir, clock, a_posting, new):
    a_posting("live")
    clock.tick(minutes=1)
    kept = a_saved_search(session, amir)
    clock.tick(minutes=1)
    later = a_posting("live")
    a_posting("in_review")
    assert new(kept) == {later.id}


def test_a_changed_posting_is_not_new_again(session, amir, mira, olga, clock, a_posting, new):
    old = a_posting("live")
    clock.tick(minutes=1)
    kept = a_saved_search(session, amir)
    clock.tick(minutes=1)
    old.begin_change(by=mira, at=clock.now())
    old.edition.write({"title": "Another title for it"}, at=clock.now())
    session.flush()
    old.submit(by=mira, at=clock.now())
    old.approve(by=olga, at=clock.now())
    session.commit()
    assert old.opens_at > kept.since
    assert new(kept) == set()


def test_what_was_approved_before_and_opens_later_is_new_when_it_opens(session, amir, clock, a_posting, new):
    coming = a_posting("live", opens_on=clock.now().date() + timedelta(days=2))
    clock.tick(minutes=1)
    kept = a_saved_search(session, amir)
    kept.looked_change = finding.news(session, clock.now()).change + 1000
    session.commit()
    assert new(kept) == set()
    assert kept.id not in due(session, clock)
    clock.tick(days=2)
    assert new(kept) == {coming.id}
    assert kept.id in due(session, clock)


def test_what_was_paused_when_the_search_looked_is_new_when_it_is_back(
    session, amir, mira, clock, a_posting, new
):
    kept = a_saved_search(session, amir)
    clock.tick(minutes=1)
    job = a_posting("paused")
    assert new(kept) == set()
    kept.match([], at=clock.now(), change=finding.news(session, clock.now()).change)
    session.commit()
    job.resume(by=mira, at=clock.tick(days=1))
    session.commit()
    assert new(kept) == {job.id}


def test_what_was_sent_is_never_fresh_again(session, amir, clock, a_posting, new):
    kept = a_saved_search(session, amir)
    clock.tick(minutes=1)
    job = a_posting("live")
    line, rows = kept.match([Match(job.id, "")], at=clock.now(), change=0)
    session.add_all([line, *rows])
    session.commit()
    assert new(kept) == set()


def test_a_change_that_is_committed_behind_a_later_one_is_looked_at(session, amir, clock, a_posting, new):
    """PostgreSQL may do that: the search has seen a higher line than the one that comes now."""
    kept = a_saved_search(session, amir)
    clock.tick(minutes=1)
    job = a_posting("live")
    kept.looked_change = finding.news(session, clock.now()).change + 3
    session.commit()
    assert new(kept) == {job.id}


def test_letters_at_once_are_due_when_something_changed_and_others_in_the_morning(
    session, amir, clock, a_posting
):
    instant, daily = a_saved_search(session, amir), a_saved_search(session, amir, rhythm="daily", asked="q=a")
    never = a_saved_search(session, amir, rhythm="none", asked="q=b")
    assert due(session, clock) == set()
    clock.tick(minutes=1)
    a_posting(Status.LIVE)
    assert due(session, clock) == {instant.id}
    clock.tick(hours=24)
    assert due(session, clock) == {instant.id, daily.id}
    instant.stop(at=clock.now())
    daily.stop(at=clock.now())
    session.commit()
    assert due(session, clock) == set()
    assert never.due_at is None
