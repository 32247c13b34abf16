"""The search answers the judged questions as well as it ever did, and the judgments say what their rules say."""

from dataclasses import replace

import pytest

from tests.search.judged import floor
from tests.search.judged.conditions import holds
from tests.search.judged.grading import SETS, asked, every_query, grades, recorded, resolve, table
from tests.search.judged.judging import Figures, judge, mean, ours
from tests.search.judged.measures import ndcg, recall, reciprocal_rank
from tests.search.judged.sown import sown

GRADES = {"a": 3, "b": 2, "c": 1}


@pytest.fixture(scope="module")
def board(tmp_path_factory):
    with sown(tmp_path_factory.mktemp("judged"), every_query()) as board:
        yield board


def posting_with(board, **said):
    first = board.postings[0]
    return replace(first, seed=replace(first.seed, **said))


EVERY_SET = pytest.mark.parametrize("folder", SETS.values(), ids=SETS.keys())


@EVERY_SET
def test_no_change_makes_the_answers_worse(board, folder):
    fallen = floor.fallen(mean(judge(ours(board), asked(folder), recorded(folder))), folder)
    assert not fallen, f"{fallen}: see `make bench-relevance` for the searches that are answered worse."


def test_a_figure_may_toss_about_its_floor_and_not_fall(monkeypatch):
    monkeypatch.setattr(floor, "reached", lambda _: {"ndcg": 0.9, "recall_20": 0.8})
    assert floor.fallen(Figures(0.896, 0.8, 0, 0)) == []
    assert len(floor.fallen(Figures(0.89, 0.79, 0, 0))) == 2


@EVERY_SET
def test_the_grades_written_down_are_those_of_the_rules(board, folder):
    assert recorded(folder) == resolve(board.postings, folder), (
        "Run `python benchmarks/relevance.py --grade` and read what changed."
    )


def test_every_judged_search_is_asked_once_and_has_a_right_answer():
    queries = [query for folder in SETS.values() for query in asked(folder)]
    right = [
        id for folder in SETS.values() for id, found in recorded(folder).items() if max(found.values()) >= 2
    ]
    assert len({query.id for query in queries}) == len(queries) >= 200
    for folder in SETS.values():  # what several people thought of is asked more often
        assert len({(query.q, query.filters) for query in asked(folder)}) == len(asked(folder))
    assert set(right) == {query.id for query in queries}


@EVERY_SET
def test_a_third_is_held_out(folder):
    held = [query for query in asked(folder) if query.held_out]
    assert 0.28 < len(held) / len(asked(folder)) < 0.38


def test_what_is_asked_for_twice_is_worth_the_lesser_of_the_two(board):
    topics = {row["name"]: row for row in table("topics.csv")}
    both = next(query for query in asked() if query.topics == "cardiology" and not query.only)
    coder = posting_with(board, role="cardiology", specialties=("cardiology",), work_model="remote")
    assert grades(both, topics, [coder]) == {coder.key: 3}
    assert grades(replace(both, topics="cardiology;inpatient coder"), topics, [coder]) == {}
    assert grades(replace(both, only="wm=onsite"), topics, [coder]) == {}


def test_conditions_say_what_is_true_of_a_posting(board):
    one = posting_with(
        board, title="Cath Lab Coder", role="cath-ep", work_model="remote", states=("TX", "OH"),
        specialties=("cardiology",), duties=(("coding", 80), ("auditing", 20)), pay_unit="year", pay_max=83_200,
    )  # fmt: skip
    true = ["role=cath-ep", "title~cath+lab", "from=TX", "!from=NV", "auditing>=20", "pay>=40", "pay<=40"]
    assert [condition for condition in true if not holds(condition, one)] == []
    assert holds("role=hcc / spec=cardiology wm=remote", one)
    assert not holds("spec=cardiology wm=onsite", one)
    assert not holds("", one)
    with pytest.raises(ValueError, match="no condition"):
        holds("cardiology", one)


def test_the_best_order_is_worth_one_and_any_other_less():
    assert ndcg(["a", "b", "c", "x"], GRADES) == 1
    assert ndcg(["b", "a", "c"], GRADES) < ndcg(["a", "c", "b"], GRADES) < 1
    assert ndcg(["x", "y"], GRADES) == 0


def test_recall_counts_what_is_right_among_what_has_room():
    assert recall(["a", "x", "c"], GRADES) == 0.5
    assert recall(["x", "b", "a"], GRADES, depth=2) == 0.5
    assert recall(["a"], GRADES, depth=1) == 1
    assert recall([], {}) == 0


def test_the_reciprocal_rank_is_that_of_the_first_right_answer():
    assert reciprocal_rank(["x", "c", "b", "a"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["c"], GRADES) == 0
