"""The first page is the best of what is left, however rare that is among all that answer and however far down the list it stands."""

from types import SimpleNamespace

import pytest
from pyroaring import BitMap

from jobboard.search.index import scoring
from jobboard.search.index.scoring import best
from jobboard.search.index.telling import WEIGHTS, Said
from jobboard.search.index.texts import Texts
from jobboard.search.reading import Term

MANY = 300


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    """The higher its number, the more often a posting says `coder`."""
    made = Texts(tmp_path_factory.mktemp("texts"))
    made.write(said(number) for number in range(1, MANY + 1))
    made.reload()
    return made


def said(number):
    document = SimpleNamespace(number=number, id=f"posting-{number}", title="", employer_name="")
    words = ["coder"] * number + ["desk"] * (MANY - number)
    return Said(document, dict.fromkeys(WEIGHTS, ()) | {"body": words})


@pytest.fixture(params=["read down the list", "scored alone"])
def first(request, texts, monkeypatch):
    """`first(among, count)`, by either way."""
    monkeypatch.setattr(scoring, "FAR", MANY if request.param == "read down the list" else 0)
    question = texts.saying([Term(("coder",))])
    return lambda among, count: best(texts, question, BitMap(among), count, MANY)


def test_the_best_of_what_is_left_lead_though_all_of_it_stands_at_the_end(first):
    assert first(range(1, 51), 5) == [50, 49, 48, 47, 46]


@pytest.mark.parametrize("above", [3, 4, 5])
def test_the_page_is_full_whether_the_first_look_finds_enough_or_one_too_few(first, above):
    """Some stand where the list is looked at first, the others far behind."""
    top = range(MANY, MANY - above, -1)
    assert first([*top, *range(1, 51 - above)], 5) == [*top, *range(50 - above, 0, -1)][:5]


def test_a_page_holds_as_many_as_it_may_and_no_more_than_there_are(first):
    assert first(range(1, MANY + 1), 20) == list(range(MANY, MANY - 20, -1))
    assert first([7, 9], 5) == [9, 7]
    assert first([], 5) == []


def test_what_the_text_engine_does_not_name_comes_last(texts):
    question = texts.saying([Term(("coder",))])
    assert best(texts, question, BitMap([3, MANY + 1]), 5, MANY) == [3, MANY + 1]
