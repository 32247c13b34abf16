"""Pages and cards are kept, and nobody ever sees an old one or somebody else's."""

from datetime import timedelta
from decimal import Decimal

import pytest
from jinja2 import ChoiceLoader, DictLoader

from jobboard.domain.codes.credential import Credential
from jobboard.search.query import Query
from jobboard.web.jobs import listing
from jobboard.web.jobs.filter_ways import ANY, one_for_each
from tests.builders import an_application
from tests.web.jobs.readers import with_cookie


@pytest.fixture
def drawings(monkeypatch):
    """The titles of the cards that were drawn."""
    seen, draw = [], listing.draw
    monkeypatch.setattr(listing, "draw", lambda card: seen.append(card["title"]) or draw(card))
    return seen


def changes(session, acme, mira, posting, clock):
    """What people do to a posting and its employer: what happens, and the words that are seen from then on, or gone."""

    def say(**terms):
        posting.live_edition.write(terms, at=clock.now())
        session.add(posting.confirm(by=mira, at=clock.now()))

    yield "renamed", lambda: setattr(acme, "name", "Acme Renamed"), "Acme Renamed", None
    yield "paid better", lambda: say(pay_max=Decimal(99)), "–$99", None
    yield "retitled", lambda: say(title="Another title"), "Another title", None
    yield "paused", lambda: session.add(posting.pause(by=mira, at=clock.now())), "No jobs", "Another title"
    yield "resumed", lambda: session.add(posting.resume(by=mira, at=clock.now())), "Another title", None


def test_every_change_is_seen_by_the_next_reader(app, session, stranger, a_posting, acme, mira, clock):
    posting = a_posting("live")
    stranger("/jobs")
    for what, change, seen, gone in changes(session, acme, mira, posting, clock):
        change()
        for page in (stranger("/jobs"), with_cookie(app), stranger("/"), with_cookie(app, "/")):
            assert seen in page.text, what
            assert gone is None or gone not in page.text, what


def test_a_posting_leaves_kept_pages_at_the_second_it_closes(stranger, a_posting, clock):
    posting = a_posting("live", title="Ends soon")
    clock.time = posting.closes_at - timedelta(seconds=1)
    for _ in range(3):
        assert "Ends soon" in stranger("/jobs").text
    clock.time = posting.closes_at
    assert "Ends soon" not in stranger("/jobs").text
    assert "No jobs" in stranger("/jobs").text


def test_a_posting_comes_at_the_minute_it_opens(session, stranger, a_posting, clock):
    posting = a_posting("live", title="Opens later")
    posting.opens_at = clock.now() + timedelta(days=1)
    for _ in range(3):
        assert "Opens later" not in stranger("/jobs").text
    clock.time = posting.opens_at
    assert "Opens later" in stranger("/jobs").text


def test_what_an_admin_decides_about_a_credential_is_seen_at_once(session, stranger, a_posting, ada, clock):
    a_posting("live")
    for _ in range(3):
        assert ">CPC <" in stranger("/jobs").text
    cpc = session.query(Credential).filter_by(slug="cpc").one()
    session.add(cpc.withdraw(by=ada, at=clock.now()))
    try:
        assert ">CPC <" not in stranger("/jobs").text
    finally:
        session.add(cpc.confirm(by=ada, at=clock.now()))
        cpc.decided = None
        session.commit()


def test_no_page_is_kept_while_templates_may_change(app, stranger, a_posting, monkeypatch):
    a_posting("live")
    words = {"jobs/results.html": "Paste a list of codes", "components/facet_near.html": "How far"}
    for _ in range(3):
        assert all(said in stranger("/jobs").text for said in words.values())
    source = {name: app.jinja_env.loader.get_source(app.jinja_env, name)[0] for name in words}
    new = {name: source[name].replace(said, f"{said}, anew") for name, said in words.items()}
    monkeypatch.setattr(app.jinja_env, "loader", ChoiceLoader([DictLoader(new), app.jinja_env.loader]))
    monkeypatch.setattr(app.jinja_env, "auto_reload", True)
    app.jinja_env.cache.clear()
    try:
        for page in (stranger("/jobs"), with_cookie(app)):
            assert all(f"{said}, anew" in page.text for said in words.values())
    finally:
        app.jinja_env.cache.clear()


def test_cards_are_drawn_once_for_everybody_and_again_when_they_say_something_else(
    app, session, browse, a_posting, drawings, amir
):
    postings = [a_posting("live", title=title) for title in ("First coder", "Second coder")]
    for page in (with_cookie(app), with_cookie(app)):
        assert page.text.count("<article>") == 2
    assert sorted(drawings) == ["First coder", "Second coder"]
    drawings.clear()
    postings[0].confirmed_at += timedelta(days=1)
    session.commit()
    with_cookie(app)
    assert drawings == ["First coder"]
    drawings.clear()
    assert with_cookie(app, "/jobs?q=44314").text.count("covered by") == 2
    assert sorted(drawings) == ["First coder", "Second coder"], "the reason is part of the card"


def test_the_marks_of_one_coder_are_on_nobody_elses_cards(
    app, session, browse, a_posting, amir, dana, stranger
):
    posting = a_posting("live")
    an_application(session, posting, coder=amir)
    other = browse(dana)
    mine = browse(amir)
    for _ in range(2):
        assert "Applied Nov" in mine.open("/jobs").text
        for page in (other.open("/jobs").source, stranger("/jobs").text, with_cookie(app).text):
            assert "Applied Nov" not in page
            assert "Amir" not in page


def test_who_is_signed_in_is_never_given_a_strangers_page_nor_a_stranger_theirs(
    browse, stranger, a_posting, amir
):
    a_posting("live")
    strangers = [stranger("/jobs").text for _ in range(3)][-1]
    page = browse(amir).open("/jobs")
    assert page.response.headers["Cache-Control"] == "no-store"
    assert "Log out" in page.text
    assert "ETag" not in page.response.headers
    assert stranger("/jobs").text == strangers
    assert "Log out" not in strangers


def test_a_message_is_shown_once_and_to_one(app, stranger, a_posting):
    a_posting("live")
    client = app.test_client()
    with client.session_transaction() as held:
        held["_flashes"] = [("good", "Only for you.")]
    assert "Only for you." in client.get("/jobs").text
    assert "Only for you." not in client.get("/jobs").text
    assert all("Only for you." not in stranger("/jobs").text for _ in range(2))


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(q="a family=~ b ~ &pay_min=~", family=("cpt-surgery",), page=3),
        Query(near="10001", pay_min=Decimal(60000), pay_unit="year", sort="pay"),
    ],
)
def test_an_address_made_for_many_values_is_that_of_each(query):
    by_family = one_for_each(query, "/jobs", "family", family=(ANY,))
    by_pay = one_for_each(query, "/jobs", "pay_min", pay_min=ANY, pay_unit="hour")
    assert by_family("cpt-digestive") == query.url("/jobs", family=("cpt-digestive",))
    assert by_pay("28") == query.url("/jobs", pay_min="28", pay_unit="hour")
