"""Letters for those without an account: asked for twice, managed by the link, stopped by one press, for ever."""

import re

import pytest
from sqlalchemy import select

from jobboard.domain.diary import Event
from jobboard.domain.searches import finding
from jobboard.domain.searches.lifecycle import Rhythm, State
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.web.alerts import links
from tests import builders
from tests.keeping import a_guests_search, a_saved_search, path_to

ASKED = {"email": "guest@example.com", "rhythm": "daily", "zone": "America/Denver", "asked": "work=remote"}


def only(session) -> SavedSearch:
    session.expire_all()
    return session.scalars(select(SavedSearch)).one()


def test_from_the_results_to_the_first_letter(app, session, browse, letters, clock, a_posting):
    a_posting("live")
    guest = browse(None)
    page = guest.open("/alerts/new?work=remote&q=44314")
    assert "44314, Remote" in page.text
    assert "1 job" in page.text
    there = guest.send("/alerts", **ASKED | {"asked": "q=44314&work=remote"})
    assert there.path == "/alerts/mailbox"
    assert only(session).state == State.WAITING
    builders.deliver(app)
    sent = " ".join(letter.text for letter in letters)
    link = re.search(r"http://localhost(/alerts/confirmation/\w+)", sent).group(1)
    guest.open(link)
    assert only(session).state == State.WAITING, "opening the link changes nothing"
    clock.tick(minutes=5)
    assert "Your emails about new jobs" in guest.send(link).text
    kept = only(session)
    assert (kept.state, kept.since, kept.timezone) == (State.ACTIVE, clock.now(), "America/Denver")
    guest.send(link)  # a second press is answered like the first
    assert only(session).confirmed_at == clock.now()


def test_a_known_address_is_answered_like_a_new_one(session, browse, amir):
    a_guests_search(session, "known@example.com")
    told = []
    for email in ("new@example.com", "known@example.com", amir.email):
        told.append(browse(None).send("/alerts", **ASKED | {"email": email}).text)
    assert len(set(told)) == 1


@pytest.mark.parametrize(
    "wrong",
    [{"email": "no address"}, {"email": ""}, {"rhythm": "none"}, {"rhythm": "often"}, {"zone": "Mars"}],
)
def test_what_will_not_do_is_said_and_nothing_is_kept(session, browse, wrong):
    browse(None).send("/alerts", status=422, **ASKED | wrong)
    assert not session.scalars(select(SavedSearch)).all()


def test_letters_that_ask_are_limited_by_address_and_by_network(session, browse):
    guest = browse(None)
    for _ in range(7):
        guest.send("/alerts", **ASKED)
    assert len(session.scalars(select(Event).where(Event.verb == "ask_to_confirm")).all()) == 5
    answers = [
        guest.send("/alerts", status=None, **ASKED | {"email": f"g{n}@example.com"}) for n in range(20)
    ]
    assert {answer.status for answer in answers} == {200, 429}


def test_the_link_runs_out_with_the_search_after_seven_days(app, session, browse, clock):
    kept = a_guests_search(session, confirmed=False)
    clock.tick(days=7)
    browse(None).open(path_to(app, links.CONFIRM, kept.id), status=410)


def test_the_same_search_asked_for_twice_is_one(app, session, browse):
    a_guests_search(session)
    second = a_guests_search(session, confirmed=False).id
    browse(None).send(path_to(app, links.CONFIRM, second))
    assert only(session).id == second


def test_confirming_lifts_what_a_refusal_had_stopped(app, session, browse, clock):
    finding.suppress(session, "guest@example.com", "550", clock.now())
    kept = a_guests_search(session, confirmed=False)
    browse(None).send(path_to(app, links.CONFIRM, kept.id))
    session.expire_all()
    assert finding.suppressed(session, "guest@example.com") is None


# ---- managing


def test_the_link_shows_all_searches_of_the_address_and_no_other(app, session, browse):
    kept = a_guests_search(session, name="Mine, first")
    a_guests_search(session, name="Mine, second", asked="q=b")
    a_guests_search(session, name="Not confirmed", asked="q=c", confirmed=False)
    a_guests_search(session, "other@example.com", name="Not mine")
    page = browse(None).open(path_to(app, links.MANAGE, kept.id))
    assert "Mine, first" in page.text
    assert "Mine, second" in page.text
    assert "Not" not in page.text.split("Your emails")[1].split("Crosswalk.")[0]


def test_a_guest_changes_the_rhythm_stops_and_begins_again(app, session, browse, clock):
    kept = a_guests_search(session, rhythm="daily")
    guest, path = browse(None), path_to(app, links.MANAGE, kept.id)
    guest.send(path, search=kept.id, rhythm="instant")
    assert only(session).rhythm == Rhythm.INSTANT
    guest.send(path, search=kept.id, rhythm="none")
    assert only(session).state == State.STOPPED
    guest.send(path, search=kept.id, rhythm="none")
    clock.tick(days=1)
    guest.send(path, search=kept.id, rhythm="weekly")
    assert (only(session).state, only(session).rhythm, only(session).since) == (
        State.ACTIVE, Rhythm.WEEKLY, clock.now(),
    )  # fmt: skip


def test_a_guest_cannot_change_somebody_else_s(app, session, browse, amir):
    kept, other = a_guests_search(session), a_guests_search(session, "other@example.com")
    path = path_to(app, links.MANAGE, kept.id)
    for search in (other, a_saved_search(session, amir)):
        browse(None).send(path, status=404, search=search.id, rhythm="none")
    browse(None).send(path, status=404, search=kept.id, rhythm="often")


@pytest.mark.parametrize("purpose", [links.CONFIRM, links.STOP, links.MANAGE])
def test_a_token_of_another_purpose_or_another_search_opens_nothing(app, session, browse, purpose):
    kept, other = a_guests_search(session), a_guests_search(session, "other@example.com")
    whole = path_to(app, purpose, kept.id)
    begin, token = whole.rsplit("/", 1)
    wrong = [
        other.id + token[26:],
        kept.id,
        token[:-1] + ("a" if token[-1] != "a" else "b"),
        "é" * 52,
        kept.id + "é" * 26,
    ]
    with app.app_context():
        wrong += [links.token(p, kept.id) for p in (links.CONFIRM, links.STOP, links.MANAGE) if p != purpose]
    guest = browse(None)
    for each in wrong:
        guest.open(f"{begin}/{each}", status=410)
        guest.send(f"{begin}/{each}", status=410)


# ---- stopping


def test_a_mail_program_stops_letters_by_one_press_without_cookie_or_token(app, session):
    kept = a_guests_search(session)
    path, program = path_to(app, links.STOP, kept.id), app.test_client(use_cookies=False)
    for _ in range(3):
        answer = program.post(path, data={"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
    assert only(session).state == State.STOPPED


def test_it_works_years_later_and_when_the_search_is_gone(app, session, clock):
    kept = a_guests_search(session)
    path = path_to(app, links.STOP, kept.id)
    clock.tick(days=2000)
    assert app.test_client().post(path).status_code == 200
    session.delete(only(session))
    session.commit()
    assert app.test_client().post(path).status_code == 200
    assert "have stopped" in app.test_client().get(path).text


def test_a_guest_who_did_not_mean_it_is_told_the_way_back(app, session, browse):
    kept = a_guests_search(session)
    assert "for 30 days" in browse(None).send(path_to(app, links.STOP, kept.id)).text
    browse(None).send(path_to(app, links.MANAGE, kept.id), search=kept.id, rhythm="daily")
    assert only(session).state == State.ACTIVE


def test_opening_the_link_asks_and_the_button_stops(app, session, browse, amir):
    kept = a_saved_search(session, amir)
    visitor, path = browse(None), path_to(app, links.STOP, kept.id)
    assert "Stop these emails?" in visitor.open(path).text
    assert only(session).state == State.ACTIVE
    assert "have stopped" in visitor.send(path).text
    assert only(session).state == State.STOPPED
    assert "have stopped" in visitor.open(path).text
