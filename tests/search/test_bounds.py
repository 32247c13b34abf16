"""How much of what is typed is looked for at all: the work of a question is bounded, however long or strange it is."""

import pytest

from jobboard.search.board import BoardEngine
from jobboard.search.engine import TOO_DEEP
from jobboard.search.index import texts
from jobboard.search.index.texts import MOST_STEMS, Texts
from jobboard.search.query import Query
from jobboard.search.reading import TOO_MANY, understand
from jobboard.search.spelling import spelling_of
from jobboard.search.understanding import asking, known
from jobboard.search.understanding.terms import MOST_PHRASES, MOST_TERMS
from tests.conftest import MONDAY


@pytest.fixture
def read(session):
    return lambda q: understand(session, Query(q=q), MONDAY.date())


@pytest.fixture
def asked_for(monkeypatch):
    """What the text engine was asked for in full, as often as it was."""
    asked, answer = [], Texts._answering
    monkeypatch.setattr(texts, "FEW", 0)  # as on a board where many say the words
    monkeypatch.setattr(
        Texts,
        "_answering",
        lambda self, question, only: asked.append(str(question)) or answer(self, question, only),
    )
    return asked


@pytest.mark.parametrize("mark", ["", "-"])
def test_of_many_phrases_the_first_are_looked_for_and_it_is_said(read, mark):
    reading = read(" ".join(f'{mark}"desk number {place}"' for place in range(8)))
    assert [term.ways[0] for term in reading.terms] == [
        f"desk number {place}" for place in range(MOST_PHRASES)
    ]
    assert reading.messages == (TOO_MANY,)


def test_joined_words_count_as_phrases_and_words_behind_them_are_still_looked_for(read):
    reading = read(" ".join(f"follow-up{place}" for place in range(8)) + " denials")
    assert [term.ways[0] for term in reading.terms][MOST_PHRASES:] == ["denial"]


def test_of_many_words_the_first_are_looked_for_and_it_is_said(read):
    reading = read("alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo")
    assert (len(reading.terms), reading.messages) == (MOST_TERMS, (TOO_MANY,))
    assert read("alpha bravo charlie delta echo foxtrot golf hotel india juliett").messages == ()


def test_a_list_that_is_cut_keeps_its_commas(read, monkeypatch):
    """`DRG 1, 2, 3`: without them the numbers behind the first would be words."""
    monkeypatch.setattr(asking, "MOST_NUMBERS", 2)
    reading = read("DRG 1, 2, 3")
    assert ([code.said for code in reading.codes], reading.rest) == (["DRG 001", "DRG 002"], "")


def test_of_numbers_that_are_no_codes_few_are_kept(read):
    reading = read(" ".join(f"{number:03d}" for number in range(1, 300)))
    assert len(reading.rest.split()) == asking.MOST_WORDS
    assert asking.TOO_MANY in reading.messages


def test_a_phrase_is_asked_of_the_texts_once_however_much_advice_it_takes(a_posting, by_index, asked_for):
    a_posting("live", description="You code bowel cases and you write down which code it is. " * 6)
    result = by_index(q='"you code" "which code" "code you" "case bowel" "nowhere said"')
    assert result.total == 0
    assert len(asked_for) == len(set(asked_for)) == 4


def test_what_is_written_is_asked_anew(a_posting, by_index, asked_for, session):
    posting = a_posting("live", description="You code bowel cases. " * 10)
    assert by_index(q='"code bowel"').total == 1
    posting.live_edition.description = "You bowel code cases. " * 10
    posting.confirmed_at = MONDAY
    session.commit()
    assert by_index(q='"code bowel"').total == 0


def test_of_a_long_phrase_the_first_words_are_looked_for(a_posting, by_index):
    words = [f"word{number}" for number in range(MOST_STEMS)]
    a_posting("live", description=" ".join(words) + " and so on. " * 20)
    assert by_index(q=f'"{" ".join(words)} and something else"').total == 1
    assert by_index(q=f'"{" ".join(words[1:])} something else"').total == 0


def test_names_are_read_before_anybody_searches(session, a_keeper, clock, monkeypatch):
    engine = BoardEngine(session, a_keeper())
    engine.prepare(clock.now())
    for module, name in ((known, "_read"), (known, "_towns")):
        monkeypatch.setattr(module, name, None)
    assert engine.search(Query(q="cardiolgy in Houston, TX"), clock.now()).total == 0


def test_nothing_is_prepared_while_a_large_index_is_being_made(session, a_keeper, clock, monkeypatch):
    keeper = a_keeper()
    monkeypatch.setattr(keeper, "ready", lambda session: None)
    monkeypatch.setattr("jobboard.search.board.SqlEngine", None)
    BoardEngine(session, keeper).prepare(clock.now())


@pytest.fixture
def short_pages(monkeypatch):
    """Two pages of two."""
    for module in ("engine", "sql", "index.engine", "index.ordering", "index.ranges"):
        for name in ("PAGE_SIZE", "DEEPEST"):
            monkeypatch.setattr(f"jobboard.search.{module}.{name}", 2, raising=False)


@pytest.mark.parametrize("asked", [{}, {"q": "desk"}, {"sort": "pay"}, {"q": "44314 99213"}, {"q": "44314"}])
def test_behind_the_last_page_that_is_shown_nothing_is_put_in_order(search, a_posting, short_pages, asked):
    for _ in range(5):
        a_posting("live", title="Desk coder")
    shown = [search(**asked, page=page) for page in (1, 2, 3, 9999)]
    if shown[0].total:
        assert [(found.total, found.pages, len(found.ids)) for found in shown] == [
            (5, 2, 2), (5, 2, 2), (5, 2, 0), (5, 2, 0)
        ]  # fmt: skip
        assert [TOO_DEEP in found.messages for found in shown] == [False, True, True, True]


def test_where_all_are_shown_nothing_is_said(search, a_posting, short_pages):
    for _ in range(4):
        a_posting("live")
    assert TOO_DEEP not in (*search(page=2).messages, *search(page=3).messages)


def test_a_word_s_nearest_is_looked_for_once(session, monkeypatch):
    looked_at = spelling_of(session)
    monkeypatch.setattr(looked_at, "_nearest", {})
    assert looked_at.nearest("cardiolgy") == "cardiology"
    monkeypatch.setattr(looked_at, "by_start", {})
    assert looked_at.nearest("cardiolgy") == "cardiology"
