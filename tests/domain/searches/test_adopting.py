"""What an address asked for becomes its account's, and nobody has more searches than the most."""

import pytest
from sqlalchemy import select

from jobboard.domain.errors import NotNow
from jobboard.domain.searches import finding
from jobboard.domain.searches.adopting import adopt, need_room
from jobboard.domain.searches.lifecycle import State
from jobboard.domain.searches.saving import MOST_SEARCHES
from jobboard.domain.searches.sent_match import Match, SentMatch
from tests.keeping import a_guests_search, a_saved_search


def test_a_guest_s_searches_move_to_the_account_with_what_was_sent(session, amir, clock, a_posting):
    kept, same = (
        a_guests_search(session, amir.email.upper()),
        a_guests_search(session, amir.email, asked="q=er"),
    )
    own = a_saved_search(session, amir, asked="q=er")
    waiting = a_guests_search(session, amir.email, confirmed=False)
    line, rows = kept.match([Match(a_posting("live").id, "")], at=clock.now(), change=1)
    session.add_all([line, *rows])
    adopt(session, amir, at=clock.now())
    session.commit()
    assert {one.id for one in finding.of_owner(session, amir.id)} == {kept.id, own.id}
    assert same.id not in {one.id for one in finding.of_address(session, amir.email)}
    assert [one.id for one in finding.of_address(session, amir.email)] == [waiting.id]
    assert session.scalars(select(SentMatch.saved_search_id)).all() == [kept.id]


def test_the_newest_find_room_and_the_others_are_stopped(session, amir, clock):
    for number in range(MOST_SEARCHES - 2):
        a_saved_search(session, amir, asked=f"q=own{number}")
    guests = []
    for number in range(5):
        clock.tick(minutes=1)
        guests.append(a_guests_search(session, amir.email, asked=f"q=guest{number}"))
    left = adopt(session, amir, at=clock.now())
    session.commit()
    assert len(finding.of_owner(session, amir.id)) == MOST_SEARCHES
    assert {one.owner_id for one in guests[3:]} == {amir.id}
    assert left == guests[2::-1]
    assert {(one.owner_id, one.state, one.due_at) for one in left} == {(None, State.STOPPED, None)}


def test_no_more_than_the_most_are_active_for_an_address_but_one_may_replace_the_same(session, amir):
    for number in range(MOST_SEARCHES):
        a_guests_search(session, asked=f"q=guest{number}")
    same = a_guests_search(session, asked="q=guest3", confirmed=False)
    another = a_guests_search(session, asked="q=another", confirmed=False)
    need_room(session, same)
    with pytest.raises(NotNow, match="20 saved searches"):
        need_room(session, another)


def test_a_full_account_has_no_room_for_what_its_address_asks(session, amir):
    for number in range(MOST_SEARCHES):
        a_saved_search(session, amir, asked=f"q=own{number}")
    asked = a_guests_search(session, amir.email, confirmed=False, asked="q=another")
    need_room(session, asked)
    with pytest.raises(NotNow, match="20 saved searches"):
        need_room(session, asked, amir)
