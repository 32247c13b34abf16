"""A page that is kept is answered again at the front door, to strangers only and as it was."""

import pytest
from sqlalchemy import event

from jobboard.extensions import db
from jobboard.search.board import BoardEngine
from jobboard.search.index.engine import IndexEngine
from jobboard.search.index.sums import IndexSums
from jobboard.web.kept import Kept
from tests.web.jobs.readers import with_cookie

KEPT = ("/jobs", "/jobs?q=coder", "/jobs.json", "/jobs.atom", "/", "/about", "/sitemap.xml")


def fail(*asked):
    raise OSError("gone")


def test_a_second_stranger_is_answered_without_a_search(stranger, a_posting, monkeypatch):
    a_posting("live")
    first = [stranger(path) for path in ("/jobs", *KEPT)][1:]  # the very first page makes the index
    monkeypatch.setattr(BoardEngine, "_asked", None)
    for name in ("figures", "specialties"):
        monkeypatch.setattr(IndexSums, name, None)
    monkeypatch.setattr("jobboard.search.sitemaps.pieces", None)
    again = [stranger(path) for path in KEPT]
    assert [page.data for page in again] == [page.data for page in first]
    assert [page.headers["ETag"] for page in again] == [page.headers["ETag"] for page in first]
    unchanged = stranger("/jobs", **{"If-None-Match": first[0].headers["ETag"]})
    assert (unchanged.status_code, unchanged.data) == (304, b"")


def test_a_page_during_which_the_index_failed_is_not_kept(stranger, a_posting, monkeypatch):
    """The database answered for it, without a count at any choice."""
    a_posting("live")
    for _ in range(2):
        stranger("/jobs")
    with monkeypatch.context() as broken:
        broken.setattr(IndexEngine, "search", fail)
        plain = stranger("/jobs?work=remote")
    stranger("/jobs?work=hybrid")  # the index is there again
    again = stranger("/jobs?work=remote")
    assert again.data != plain.data


@pytest.mark.parametrize("path", KEPT)
def test_a_kept_answer_says_everything_once_and_as_before(stranger, a_posting, path):
    """A feed that also says it is a page would be drawn as one, with whatever stands in its titles."""
    a_posting("live")
    stranger("/jobs")
    made, kept = ([one for one in stranger(path).headers if one[0] != "Date"] for _ in range(2))
    assert sorted(kept) == sorted(made)
    assert len({name for name, _ in kept}) == len(kept)


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
