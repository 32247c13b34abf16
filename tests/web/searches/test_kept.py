"""A person keeps searches: one press saves, nobody else sees them, and the list says what is new."""

import re

import pytest
from sqlalchemy import select

from jobboard.domain.diary import Event
from jobboard.domain.searches import finding
from jobboard.domain.searches.lifecycle import Rhythm, State
from jobboard.domain.searches.saved_search import SavedSearch
from tests import builders
from tests.keeping import a_saved_search


def saved(session) -> list[SavedSearch]:
    session.expire_all()
    return list(session.scalars(select(SavedSearch).order_by(SavedSearch.saved_at)))


def test_one_press_on_the_results_keeps_the_search(session, browse, amir, a_posting):
    a_posting("live")
    browser = browse(amir)
    page = browser.open("/jobs?q=44314&work=remote")
    (form,) = [form for form in page.all(".//form") if form.get("action") == "/me/searches"]
    fields = {each.get("name"): each.get("value") for each in form.findall(".//input")}
    there = browser.send("/me/searches", asked=fields["asked"])
    (kept,) = saved(session)
    assert there.path == f"/me/searches/{kept.id}"
    assert (kept.owner_id, kept.state, kept.rhythm) == (amir.id, State.ACTIVE, Rhythm.DAILY)
    assert kept.asked == "q=44314&work=remote"
    assert kept.name == "44314, Remote"


def test_the_same_search_is_kept_once(session, browse, amir):
    browser = browse(amir)
    for asked in ("work=remote", "work=remote&sort=pay", "page=2&work=remote"):
        browser.send("/me/searches", asked=asked)
    assert len(saved(session)) == 1


def test_a_visitor_is_led_to_letters_without_an_account_and_gets_no_cookie(app, session, a_posting):
    a_posting("live")
    answer = app.test_client().get("/jobs?work=remote")
    assert 'href="/alerts/new?work=remote' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_it_is_named_anew_and_comes_at_another_rhythm(session, browse, amir):
    kept = a_saved_search(session, amir, rhythm="daily")
    browser = browse(amir)
    page = browser.send(f"/me/searches/{kept.id}", name="Home office", rhythm="weekly", zone="America/Denver")
    assert "Home office" in page.text
    (kept,) = saved(session)
    assert (kept.name, kept.rhythm, kept.timezone) == ("Home office", Rhythm.WEEKLY, "America/Denver")


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "", "rhythm": "daily", "zone": "America/Denver"},
        {"name": "x" * 200, "rhythm": "daily", "zone": "America/Denver"},
        {"name": "a", "rhythm": "hourly", "zone": "America/Denver"},
        {"name": "a", "rhythm": "daily", "zone": "Mars/Olympus"},
        {},
    ],
)
def test_what_will_not_do_is_said_and_nothing_changes(session, browse, amir, fields):
    kept = a_saved_search(session, amir)
    browse(amir).send(f"/me/searches/{kept.id}", status=422, **fields)
    assert saved(session)[0].name == "Remote work"


def test_the_list_says_how_many_are_new_until_the_search_is_opened(session, browse, amir, clock, a_posting):
    a_posting("live")
    clock.tick(minutes=1)
    kept = a_saved_search(session, amir)
    clock.tick(minutes=1)
    for _ in range(2):
        a_posting("live")
    browser = browse(amir)
    assert "See 2 new jobs" in browser.open("/me/searches").text
    assert browser.send(f"/me/searches/{kept.id}/opening").path == "/jobs"
    assert "new job" not in browser.open("/me/searches").text


def test_pausing_and_resuming(session, browse, amir, clock):
    kept = a_saved_search(session, amir)
    browser = browse(amir)
    assert "Paused" in browser.send(f"/me/searches/{kept.id}/pause").text
    browser.send(f"/me/searches/{kept.id}/pause", status=409)
    clock.tick(days=1)
    browser.send(f"/me/searches/{kept.id}/resumption")
    assert saved(session)[0].since == clock.now()


def test_what_is_deleted_is_gone_with_everything_sent_for_it(session, browse, amir):
    kept = a_saved_search(session, amir)
    browse(amir).send(f"/me/searches/{kept.id}/deletion")
    assert saved(session) == []


def test_the_twenty_first_is_refused_in_words(session, browse, amir):
    for number in range(20):
        a_saved_search(session, amir, asked=f"q=word{number}")
    page = browse(amir).send("/me/searches", status=409, asked="q=another")
    assert "20 searches" in page.text
    assert len(saved(session)) == 20


def test_nobody_else_sees_or_changes_it(session, browse, amir, dana, mira, olga, ada):
    kept = a_saved_search(session, amir, name="Away from here")
    for person in (dana, mira, olga, ada):
        browser = browse(person)
        assert "Away from here" not in browser.open("/me/searches").text
        browser.open(f"/me/searches/{kept.id}", status=404)
        for verb in ("", "/opening", "/pause", "/resumption", "/deletion"):
            browser.send(f"/me/searches/{kept.id}{verb}", status=404)
    assert saved(session)[0].state == State.ACTIVE


def test_moderators_and_admins_do_not_meet_it_in_the_diary(session, browse, amir, ada, olga):
    a_saved_search(session, amir, name="Zebra", asked="q=zebra", said="zebra")
    for person, path in ((ada, "/admin"), (olga, "/moderation/decisions")):
        assert "ebra" not in browse(person).open(path).text


def test_a_mailbox_that_came_back_is_said_and_its_owner_takes_it_up_again(
    app, session, browse, amir, clock, letters
):
    a_saved_search(session, amir)
    browser = browse(amir)
    assert "have stopped" not in browser.open("/me/searches").text
    finding.suppress(session, amir.email, "550", clock.now())
    assert "have stopped" in browser.open("/me/searches").text
    browser.send("/me/searches/address")
    builders.deliver(app)
    link = re.search(r"http://localhost(/alerts/address/\w+)", letters[-1].text).group(1)
    browse(None).open(link)
    assert finding.suppressed(session, amir.email), "opening the link changes nothing"
    browse(None).send(link, follow=False, status=302)
    session.expire_all()
    assert finding.suppressed(session, amir.email) is None
    assert "Your saved searches" in browse(None).open(link, status=410).text
    clock.tick(days=30)
    finding.suppress(session, amir.email, "550 again", clock.now())
    session.commit()
    browse(None).send(link, status=410)
    assert finding.suppressed(session, amir.email), "a link that was used lifts no later refusal"


def test_the_link_of_another_address_lifts_nothing(app, session, browse, amir, clock, letters):
    from jobboard.web.alerts import links

    finding.suppress(session, amir.email, "550", clock.now())
    with app.app_context():
        link = links.address_link(amir, finding.suppressed(session, amir.email)).removeprefix(
            "http://localhost"
        )
    amir.email_key = amir.email = "amir.new@example.com"
    session.commit()
    browse(None).open(link, status=410)


def test_no_more_than_five_letters_a_day_ask_about_a_mailbox(session, browse, amir, clock):
    finding.suppress(session, amir.email, "550", clock.now())
    browser = browse(amir)
    for _ in range(7):
        browser.send("/me/searches/address")
    asked = session.scalars(select(Event).where(Event.verb == "ask_for_address")).all()
    assert len(asked) == 5


def test_the_name_of_typed_words_bears_no_quotes_of_its_own(session, browse, amir):
    browse(amir).send("/me/searches", asked="q=denials&work=remote")
    (kept,) = saved(session)
    assert (kept.name, kept.said) == ("denials, Remote", "“denials”, Remote")


def test_where_emails_tell_less_than_the_page_it_is_said(session, browse, amir):
    said = "Emails tell of jobs whose work covers 44314"
    visitor, browser = browse(None), browse(amir)
    assert said in visitor.open("/alerts/new?q=44314&work=remote").text
    assert said in browser.send("/me/searches", asked="q=44314&work=remote").text
    for more in ("q=44314+45378", "q=denials", ""):
        assert "Emails tell of" not in visitor.open(f"/alerts/new?{more}").text
        assert "Emails tell of" not in browser.send("/me/searches", asked=more).text
