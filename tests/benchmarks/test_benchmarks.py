"""What measures the board still runs on the board as it is: every module is read, and the parts that need no peer are used."""

import importlib
from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest
from sqlalchemy import select

from benchmarks import hidden
from benchmarks.corpus import Corpus
from benchmarks.entries import Tags, entries
from benchmarks.hidden import KINDS, Hidden
from benchmarks.ranks import by_signed_ranks, paired
from benchmarks.side_channel import Took, asked_of, differences, table, texts_of
from jobboard.domain.postings.posting import Posting
from jobboard.search.index.catalog import read
from jobboard.search.index.documents import published
from tests.house.source import ROOT, python_files

MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in python_files("benchmarks")
    if path.name != "__init__.py"
]
# What only the environment of the benchmarks has.
ELSEWHERE = {"django", "fastapi"}


@pytest.mark.parametrize("module", MODULES)
def test_every_benchmark_can_be_read(module):
    try:
        importlib.import_module(module)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ELSEWHERE:
            raise


def test_made_postings_are_like_those_of_the_board(session, a_posting, clock):
    a_posting("live")
    corpus = Corpus(list(published(session, clock.now())), clock.now())
    made = list(entries(corpus.documents(50), read(session).names, Tags()))
    assert len({one.number for one in made}) == 50
    assert all(one.title and one.body and one.tags and one.families for one in made)


@pytest.fixture
def made(session, a_posting, clock, monkeypatch):
    monkeypatch.setattr(hidden, "POSTINGS", 2)
    monkeypatch.setattr(hidden, "WORDS", 1)
    for _ in range(2 * len(KINDS) + 1):
        a_posting("live", opens_on=clock.now().date(), closes_on=clock.now().date() + timedelta(days=30))
    return Hidden(session, Random(3), clock.now())


def test_what_is_hidden_says_what_nobody_else_says_and_in_turn_says_something_else(session, made, clock):
    texts = [text for *_, text in texts_of(made)]
    assert len(set(texts)) > 0.9 * len(texts)
    for turn in (0, 1):
        made.show(turn)
        made.put_off(clock.now())
        made.hide(clock.now())
        assert sum(one.is_listed(clock.now()) for one in session.scalars(select(Posting))) == 1
    said = made.of["paused"][1][0]
    assert asked_of(said)["a word of its text"] == said.texts


def test_a_difference_is_that_of_the_same_text_in_two_states():
    text, other = ("words", "paused", 0, "said first"), ("words", "paused", 1, "said second")
    turns = [{text: (9.0, 1.0), other: (4.0, 1.0)}, {text: (5.0, 1.0), other: (7.0, 1.0)}]
    assert differences(turns, "words", "paused", 0) == [4.0, 3.0]
    assert differences(turns, "words", "paused", 1) == [0.0, 0.0]


def test_chance_is_told_from_what_is_always_longer():
    chance = Random(1)
    noise = [chance.gauss(0, 10) for _ in range(100)]
    around, longer = paired(noise), paired([one + 9 for one in noise])
    assert around.low < 0 < around.high
    assert around.chance > 0.05
    assert longer.low > 0
    assert longer.chance < 0.001
    assert by_signed_ranks([0.0] * 5) == 1.0
    assert all(one <= other for one, other in pairwise((longer.low, longer.longer, longer.high)))


def test_the_table_has_a_line_for_each_kind():
    turns = [
        {("words", kind, turn, f"{kind} {turn}"): Took(9.0, 1.0) for kind in KINDS for turn in (0, 1)}
    ] * 2
    assert len(list(table([*turns]))) == 2 + len(KINDS)
