"""Of a few postings those that a search holds, and a page without its choices: the same answers as the whole search gives."""

import pytest

from jobboard import clock
from jobboard.domain.codes.finding import chain
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings import parts, terms
from jobboard.search.board import BoardEngine
from jobboard.search.engine import PAGE_SIZE
from jobboard.search.index.engine import IndexEngine
from jobboard.search.keeping import query_of
from jobboard.search.query import Query
from jobboard.search.reading import understand
from jobboard.search.sql import SqlEngine


@pytest.fixture(params=["sql", "index"])
def engine(request, session, a_keeper):
    """Either engine, as the board stands when it is asked."""
    keeper = a_keeper()
    return lambda: (
        SqlEngine(session) if request.param == "sql" else IndexEngine(session, keeper.ready(session))
    )


@pytest.mark.parametrize(
    "asked",
    ["", "work=remote", "q=44314", "q=44314+45378:3+I25.10", "q=44314&work=remote&work=hybrid", "q=coder",
     "q=coder+-remote", "pay_min=30&from_state=TX", "since=7", "q=%22coder%22&type=full_time"],
)  # fmt: skip
def test_of_any_postings_those_are_named_that_the_search_holds_with_the_same_reasons(
    engine, chance_board, asked
):
    chance_board(7)
    some, query = [posting.id for posting in chance_board(8)][::2], query_of(asked)
    answer = engine().among(query, some, clock.now())
    whole = engine().search(query, clock.now())
    pages = [engine().search(query.but(page=page), clock.now()) for page in range(1, whole.pages + 1)]
    held = {id: list(page.reasons.get(id, ())) for page in pages for id in page.ids if id in some}
    held = {id: why for id, why in held.items() if not why or " codes 44314" not in why[0]}
    assert {id: list(why) for id, why in answer.items()} == held


def test_what_is_not_listed_is_never_named(engine, a_posting, clock):
    there, hidden = a_posting("live"), [a_posting("paused"), a_posting("in_review")]
    ids = [there.id, *(posting.id for posting in hidden), "x" * 26]
    assert set(engine().among(Query(), ids, clock.now())) == {there.id}
    clock.tick(days=400)
    assert not engine().among(Query(), ids, clock.now())
    assert not engine().among(Query(), [], clock.now())


def test_what_holds_only_most_of_the_words_is_not_named(by_index, session, a_keeper, a_posting):
    whole = a_posting("live", title="Trauma burn spine coder")
    most = a_posting("live", title="Trauma burn coder")
    query = Query(q="trauma burn spine")
    assert set(by_index(q=query.q).ids) == {whole.id, most.id}
    engine = IndexEngine(session, a_keeper().ready(session))
    assert set(engine.among(query, [whole.id, most.id], clock.now())) == {whole.id}


def test_what_shares_only_the_specialty_of_a_code_is_not_named(engine, session, a_posting):
    """It stands on the page, below those that declare the code; nobody asked to be written to about it."""
    family = chain(session, "99213")[0]
    doing = understand(session, Query(q="44314"), clock.now().date()).codes[0].specialties
    specialty = session.get(Specialty, next(iter(doing)))

    def other_work(title):
        tags = [parts.FamilyTag(family_id=family.id, family=family, need=terms.Need.REQUIRED)]
        theirs = [parts.SpecialtyTag(specialty_id=specialty.id, specialty=specialty)]
        return a_posting("live", title=title, families=tags, specialties=theirs)

    declared, shared, named = a_posting("live"), other_work("Surgical coder"), other_work("Coder for 44314")
    whole = engine().search(Query(q="44314"), clock.now())
    assert whole.reasons[shared.id] == [f"{specialty.name} codes 44314"]
    told = engine().among(Query(q="44314"), [declared.id, shared.id, named.id], clock.now())
    assert told.keys() == {declared.id, named.id}
    assert told[named.id][0] == "mentions 44314 in its text"


def test_a_page_without_its_choices_is_the_same_page(engine, chance_board):
    chance_board(3)
    query = Query(work=(terms.WorkModel.REMOTE.value,), sort="newest")
    whole, plain = engine().search(query, clock.now()), engine().found(query, clock.now())
    assert whole.total
    assert len(plain.ids) <= PAGE_SIZE
    assert whole.facets
    assert not plain.facets
    assert (plain.ids, plain.total, plain.reasons) == (whole.ids, whole.total, whole.reasons)


def test_a_page_without_reasons_is_the_same_page(engine, chance_board):
    chance_board(3)
    query = Query(q="44314")
    told, untold = (engine().found(query, clock.now(), why=why) for why in (True, False))
    assert told.reasons
    assert not untold.reasons
    assert untold.ids == told.ids


def test_the_board_asks_the_database_while_there_is_no_index(session, a_keeper, a_posting, monkeypatch):
    there, keeper = a_posting("live"), a_keeper()
    monkeypatch.setattr(keeper, "ready", lambda session: None)
    board = BoardEngine(session, keeper)
    assert set(board.among(Query(), [there.id], clock.now())) == {there.id}
    assert list(board.found(Query(), clock.now()).ids) == [there.id]
