"""How good a list of answers is: what the trade calls nDCG, recall and reciprocal rank, all between 0 and 1."""

from collections.abc import Mapping, Sequence
from math import log2

RIGHT = 2  # from this grade on an answer counts as right


def ndcg(answers: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """The worth of the first answers, the earlier the more, as a part of the best that could stand there."""
    best = gain(sorted(grades.values(), reverse=True)[:depth])
    return gain([grades.get(key, 0) for key in answers[:depth]]) / best if best else 0.0


def gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, start=1))


def recall(answers: Sequence[str], grades: Mapping[str, int], depth: int | None = None) -> float:
    """The part of the right postings that is answered; of the first `depth`, as a part of what has room there."""
    right = {key for key, grade in grades.items() if grade >= RIGHT}
    room = len(right) if depth is None else min(depth, len(right))
    return len(right & set(answers[:depth])) / room if room else 0.0


def reciprocal_rank(answers: Sequence[str], grades: Mapping[str, int]) -> float:
    places = (place for place, key in enumerate(answers, start=1) if grades.get(key, 0) >= RIGHT)
    return next((1 / place for place in places), 0.0)
