"""What a guest asked for belongs to the account of the address, as far as there is room, and nothing is left unsaid."""

import re

from sqlalchemy import select

from jobboard.domain.searches.lifecycle import State
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.web.alerts import links
from tests import builders
from tests.keeping import a_guests_search, a_saved_search, path_to


def only(session) -> SavedSearch:
    session.expire_all()
    return session.scalars(select(SavedSearch)).one()


def test_a_confirmed_search_of_an_account_s_address_is_the_account_s(app, session, browse, amir):
    kept = a_guests_search(session, amir.email, confirmed=False)
    browse(amir).send(path_to(app, links.CONFIRM, kept.id))
    assert only(session).owner_id == amir.id
    old_letter = browse(None).open(path_to(app, links.MANAGE, kept.id), status=410)
    assert "Your saved searches" in old_letter.text


def test_what_the_account_keeps_already_is_one_search_and_the_way_leads_to_it(app, session, browse, amir):
    own = a_saved_search(session, amir, asked="q=er").id
    kept = a_guests_search(session, amir.email, asked="q=er", confirmed=False)
    assert browse(amir).send(path_to(app, links.CONFIRM, kept.id)).path == "/me/searches"
    assert only(session).id == own


def test_a_new_account_takes_over_what_its_address_asked_for(app, session, browse, letters):
    a_guests_search(session, "nora@example.com")
    browser = browse(None)
    browser.send(
        "/sign-up/coder", name="Nora Lind", email="nora@example.com", password="violet carpet seven moons"
    )
    builders.deliver(app)
    assert only(session).owner_id is None
    browser.send(re.search(r"http://localhost(/confirmation/\S+)", letters[-1].text).group(1))
    assert only(session).owner_id is not None


def test_a_new_account_is_told_what_became_of_searches_it_has_no_room_for(
    app, session, browse, letters, clock
):
    for number in range(24):
        clock.tick(minutes=1)
        a_guests_search(session, "nora@example.com", name=f"Search {number}", asked=f"q=word{number}")
    nora = browse(None)
    nora.send(
        "/sign-up/coder", name="Nora Lind", email="nora@example.com", password="violet carpet seven moons"
    )
    builders.deliver(app)
    link = re.search(r"http://localhost(/confirmation/\S+)", letters[-1].text).group(1)
    said = nora.send(link).text
    assert "Emails have stopped for “Search 3”, “Search 2”, “Search 1” and 1 more" in said
    kept = session.scalars(select(SavedSearch)).all()
    assert sum(one.owner_id is not None for one in kept) == 20
    assert {one.name for one in kept if one.state == State.STOPPED} == {f"Search {n}" for n in range(4)}


def test_a_full_account_is_told_so_by_the_link_that_confirms_one_more(app, session, browse, amir):
    for number in range(20):
        a_saved_search(session, amir, asked=f"q=word{number}")
    kept = a_guests_search(session, amir.email, asked="q=another", confirmed=False)
    page = browse(amir).send(path_to(app, links.CONFIRM, kept.id), status=409)
    assert "Stop or delete one" in page.text


def test_what_was_stopped_is_not_taken_up_again_beyond_the_most(app, session, browse):
    stopped = a_guests_search(session, asked="q=stopped")
    path = path_to(app, links.MANAGE, stopped.id)
    browse(None).send(path, search=stopped.id, rhythm="none")
    for number in range(20):
        a_guests_search(session, asked=f"q=word{number}")
    browse(None).send(path, status=409, search=stopped.id, rhythm="daily")
