"""Puts the judged searches to an engine and says how good its answers are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

from jobboard.search import parameters
from jobboard.search.index.engine import IndexEngine
from jobboard.search.query import Query
from tests.search.judged.grading import Asked
from tests.search.judged.measures import ndcg, recall, reciprocal_rank
from tests.search.judged.sown import NOW, Sown

PAGE = 20
Answer = Callable[[Asked], Sequence[str]]


class Figures(NamedTuple):
    """`recall` is that of all pages, `recall_20` that of the first one."""

    ndcg: float
    recall_20: float
    recall: float
    rank: float


class Outcome(NamedTuple):
    asked: Asked
    answers: Sequence[str]
    figures: Figures


def ours(board: Sown) -> Answer:
    """What the board answers: the keys of all postings found, best first, every page of them."""
    engine = IndexEngine(board.session, board.index)

    def answer(asked: Asked) -> Sequence[str]:
        query, _ = parameters.read(asked.parameters)
        return [board.keys[id] for id in every_page(engine, query)]

    return answer


def every_page(engine: IndexEngine, query: Query) -> list[str]:
    found: list[str] = []
    while ids := engine.search(query.but(page=1 + len(found) // PAGE), NOW).ids:
        found += ids
        if len(ids) < PAGE:
            break
    return found


def judge(answer: Answer, queries: Iterable[Asked], grades: Mapping[str, Mapping[str, int]]) -> list[Outcome]:
    return [outcome(asked, answer(asked), grades[asked.id]) for asked in queries]


def outcome(asked: Asked, answers: Sequence[str], grades: Mapping[str, int]) -> Outcome:
    measured = (ndcg(answers, grades), recall(answers, grades, PAGE), recall(answers, grades))
    return Outcome(asked, answers, Figures(*measured, reciprocal_rank(answers, grades)))


def mean(outcomes: Iterable[Outcome]) -> Figures:
    """Every search counts the same."""
    return Figures(*(fmean(column) for column in zip(*(one.figures for one in outcomes), strict=True)))
