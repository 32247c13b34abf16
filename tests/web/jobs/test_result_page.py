"""What stands around the cards and the filters is drawn once for all strangers, and again when it would say something else."""

from dataclasses import fields, replace

import pytest

from jobboard.search.engine import Advice, Result
from jobboard.search.query import Query
from jobboard.search.reading import Point, Reading, Term
from jobboard.web.jobs import result_page
from jobboard.web.jobs.result_page import HERE, key_of
from jobboard.web.kept import PAGES

OTHER = {
    "query": Query(work=("remote",)),
    "rest": "denials",
    "terms": (Term(("denials",)),),
    "labels": {("specialty", "cardiology"): "Cardiology"},
    "messages": ("Something was left out.",),
    "near": Point(40.7, -74.0, "New York, NY"),
    "typed": "dneials",
    "meant": "denials",
    "instead": Query(q="dneials"),
}
NOTHING = Result(Reading(Query()), 0, [])


@pytest.fixture
def frames(monkeypatch):
    """How often the words around were drawn."""
    drawn, draw = [], result_page.frame_drawn
    monkeypatch.setattr(
        result_page, "frame_drawn", lambda result, *more: drawn.append(result.total) or draw(result, *more)
    )
    return drawn


def test_the_words_around_are_drawn_once_for_strangers_and_again_when_another_number_is_found(
    app, session, stranger, a_posting, mira, clock, frames
):
    postings = [a_posting("live", title=title) for title in ("First coder", "Second coder")]
    stranger("/jobs")  # makes the index
    frames.clear()
    for title in ("Third coder", "Fourth coder"):
        postings[0].live_edition.write({"title": title}, at=clock.now())
        session.add(postings[0].confirm(by=mira, at=clock.now()))
        assert title in stranger("/jobs").text
    assert len(frames) <= 1
    session.add(postings[1].pause(by=mira, at=clock.now()))
    page = stranger("/jobs").text
    assert ">1 job<" in page
    assert "2 jobs" not in page


def test_who_is_signed_in_has_words_of_their_own(app, stranger, browse, a_posting, amir, frames):
    a_posting("live")
    for _ in range(2):
        stranger("/jobs")
        app.extensions[PAGES].clear()
        assert "Log out" in browse(amir).open("/jobs").text
    assert "Log out" not in stranger("/jobs").text


@pytest.mark.parametrize("path", ["/jobs", "/jobs?q=nobodysaysthis", "/jobs?q=44314", "/jobs?page=7"])
def test_every_page_is_whole_wherever_its_parts_come_from(app, stranger, a_posting, path):
    a_posting("live")
    first = [stranger(path) for _ in range(2)][-1].text
    app.extensions[PAGES].clear()
    assert stranger(path).text == first
    assert HERE not in first
    assert first.count('id="facets"') == first.count("</html>") == 1


def test_what_looks_like_a_place_in_the_page_is_words(stranger, a_posting):
    a_posting("live", title=f"Coder {HERE} and more")
    page = stranger("/jobs?q=" + HERE.replace("<", "%3C").replace(">", "%3E")).text
    assert HERE not in page
    assert page.count("</html>") == 1


def test_all_that_is_said_is_in_the_name_it_is_kept_by():
    assert {field.name for field in fields(Reading)} - {"codes"} == set(OTHER)
    readings = [replace(NOTHING.reading, **{name: value}) for name, value in OTHER.items()]
    results = [replace(NOTHING, reading=reading) for reading in readings]
    results += [replace(NOTHING, total=3), replace(NOTHING, advice=(Advice("Remote", Query(), 2),))]
    keys = [key_of(result, [], False) for result in (NOTHING, *results)]
    keys += [key_of(NOTHING, ["Not understood."], False), key_of(NOTHING, [], True)]
    assert len(set(keys)) == len(keys)
