"""Pages and cards are kept, and nobody ever sees an old one or somebody else's."""

from datetime import timedelta
from decimal import Decimal

import pytest
from jinja2 import ChoiceLoader, DictLoader
from sqlalchemy import event

from jobboard.domain.codes.credential import Credential
from jobboard.extensions import db
from jobboard.search.board import BoardEngine
from jobboard.search.query import Query
from jobboard.web.jobs import listing
from jobboard.web.jobs.results import ANY, one_for_each
from jobboard.web.kept import Kept
from tests.builders import an_application

KEPT = ("/jobs", "/jobs?q=coder", "/jobs.json", "/jobs.atom", "/", "/about", "/sitemap.xml")


@pytest.fixture
def drawings(monkeypatch):
    """The titles of the cards that were drawn."""
    seen, draw = [], listing.draw
    monkeypatch.setattr(listing, "draw", lambda card: seen.append(card["title"]) or draw(card))
    return seen


@pytest.fixture
def stranger(app, session):
    def open_page(path, **headers):
        session.commit()
        answer = app.test_client().get(path, headers=headers)
        assert answer.status_code in (200, 304), path
        return answer

    return open_page


def with_cookie(app, path="/jobs"):
    """A visitor who has a cookie of ours, so that no whole page is kept for them."""
    client = app.test_client()
    with client.session_transaction() as held:
        held["mailed_to"] = "somebody"
    return client.get(path)


def test_a_second_stranger_is_answered_without_a_search(stranger, a_posting, monkeypatch):
    a_posting("live")
    first = [stranger(path) for path in ("/jobs", *KEPT)][1:]  # the very first page makes the index
    monkeypatch.setattr(BoardEngine, "_asked", None)
    for name in ("figures", "specialties", "newest"):
        monkeypatch.setattr(f"jobboard.search.overview.{name}", None)
    monkeypatch.setattr("jobboard.search.sitemaps.pieces", None)
    again = [stranger(path) for path in KEPT]
    assert [page.data for page in again] == [page.data for page in first]
    assert [page.headers["ETag"] for page in again] == [page.headers["ETag"] for page in first]
    unchanged = stranger("/jobs", **{"If-None-Match": first[0].headers["ETag"]})
    assert (unchanged.status_code, unchanged.data) == (304, b"")


def test_a_kept_page_travels_compressed_too(stranger, a_posting):
    a_posting("live")
    plain = [stranger("/jobs") for _ in range(3)][-1]
    pressed = stranger("/jobs", **{"Accept-Encoding": "gzip"})
    assert pressed.headers["Content-Encoding"] == "gzip"
    again = stranger("/jobs", **{"Accept-Encoding": "gzip", "If-None-Match": pressed.headers["ETag"]})
    assert again.status_code == 304
    assert "Content-Encoding" not in plain.headers


def test_a_kept_page_is_the_same_to_the_last_header_whoever_may_decompress_it(stranger, a_posting):
    a_posting("live")
    for asked in ({}, {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "gzip;q=0"}):
        first, again = [stranger("/jobs?q=coder", **asked) for _ in range(3)][1:]
        assert again.data == first.data
        shown = [{name: value for name, value in page.headers if name != "Date"} for page in (first, again)]
        assert shown[0] == shown[1]
        assert ("Content-Encoding" in again.headers) is (asked == {"Accept-Encoding": "gzip"})


def test_who_has_the_page_already_is_told_so_and_it_is_kept_for_the_next(stranger, a_posting, session, acme):
    a_posting("live")
    stranger("/jobs")
    tag = stranger("/jobs").headers["ETag"]
    acme.name = "Acme for a moment"
    assert stranger("/jobs", **{"If-None-Match": tag}).status_code == 200
    acme.name = "Acme Health"
    tag = stranger("/jobs.json").headers["ETag"]
    assert stranger("/jobs.json", **{"If-None-Match": tag}).status_code == 304
    assert stranger("/jobs.json").status_code == 200


def test_a_kept_page_goes_to_no_other_host_method_or_part(app, stranger, a_posting):
    a_posting("live")
    for _ in range(3):
        stranger("/jobs")
    client = app.test_client()
    assert client.get("/jobs", headers={"Host": "evil.example.net"}).status_code == 400
    assert client.post("/jobs").status_code == 405
    assert client.head("/jobs").data == b""
    assert "no-store" in with_cookie(app).headers["Cache-Control"]


def test_a_kept_page_waits_for_nobody_who_writes(app, stranger, a_posting, monkeypatch):
    a_posting("live")
    for _ in range(3):
        stranger("/jobs")
    begun = []
    monkeypatch.setattr("jobboard.search.standing.Seen.holds", lambda *_: False)
    with app.app_context():
        engine = db.engine
    note = lambda connection, cursor, statement, *_: begun.append(statement)  # noqa: E731
    event.listen(engine, "before_cursor_execute", note)
    try:
        stranger("/jobs")
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert begun
    assert not [statement for statement in begun if "IMMEDIATE" in statement]


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
    card = app.jinja_env.loader.get_source(app.jinja_env, "components/posting_card.html")[0]
    for _ in range(3):
        assert "First published" in stranger("/jobs").text
    new = {"components/posting_card.html": card.replace("First published", "Shown since")}
    monkeypatch.setattr(app.jinja_env, "loader", ChoiceLoader([DictLoader(new), app.jinja_env.loader]))
    monkeypatch.setattr(app.jinja_env, "auto_reload", True)
    app.jinja_env.cache.clear()
    try:
        assert "Shown since" in stranger("/jobs").text
        assert "Shown since" in with_cookie(app).text
    finally:
        app.jinja_env.cache.clear()


def test_cards_are_drawn_once_for_everybody_and_again_when_they_say_something_else(
    app, session, browse, a_posting, drawings, amir
):
    postings = [a_posting("live", title=title) for title in ("First coder", "Second coder")]
    for page in (with_cookie(app), with_cookie(app)):
        assert page.text.count('class="card-title"') == 2
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


def test_the_room_is_never_overfilled_and_what_is_asked_for_stays():
    kept = Kept(room=10)
    for name in "abcde":
        kept.put(name, name, 3)
        kept.find("a")
    assert kept.find("a") == "a"
    assert kept.find("b") is None
    assert kept.filled == 9
    kept.put("a", "A", 10)
    assert (kept.find("a"), kept.find("e"), kept.filled) == ("A", None, 10)
    kept.put("huge", "huge", 11)
    assert (kept.find("huge"), kept.filled) == (None, 0)


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
