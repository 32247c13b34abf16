"""Whether a posting that nobody may see makes a search slower or faster: the words and codes that only such postings say are
asked while they say them and while nobody does.

    make bench-timing

It needs a board with the whole dataset and the demo postings in DATA_DIR (var/ if unset), which it only reads; a copy is changed.
The figures go to benchmarks/results/side_channel.md.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from statistics import mean, median
from tempfile import TemporaryDirectory
from time import perf_counter_ns, thread_time_ns
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.asking import asking, now
from benchmarks.hidden import KINDS, Hidden, Said
from benchmarks.ours import Ours, copied
from benchmarks.ranks import Paired, paired
from benchmarks.report import machine

RESULTS = ROOT / "benchmarks" / "results" / "side_channel.md"
SEED, TURNS, ROUNDS = 11, 4, int(os.environ.get("BENCH_ROUNDS", "8"))
HALF = 5  # letters of a word that is being typed

Ask = Callable[[str], Any]
Text = tuple[str, str, int, str]  # the class, the kind of posting, which of its two sayings, what is asked


class Took(NamedTuple):
    """Microseconds of one answer, the median of some rounds: of the processor, and by the clock."""

    processor: float
    clock: float


def asked_of(said: Said) -> Mapping[str, Sequence[str]]:
    """What is asked in each class of what one posting says."""
    return {
        "a word of its title": said.titles,
        "a word of its text": said.texts,
        "the same beside a word that all say": [f"coder {word}" for word in said.texts],
        "nearly a word of its title": [word[:3] + word[4:] for word in said.titles],
        "half a word of its text": [word[:HALF] for word in said.texts],
        "a phrase of its text": [f'"says {word}"' for word in said.texts[:1]],
        "without a word of its text": [f"coder -{word}" for word in said.texts],
        "a code that it alone covers": said.codes,
        "suggest: half a word of its title": [word[:HALF] for word in said.titles],
    }


def texts_of(hidden: Hidden) -> list[Text]:
    return [
        (name, kind, turn, text)
        for kind, sayings in hidden.of.items()
        for turn, saying in enumerate(sayings)
        for said in saying
        for name, texts in asked_of(said).items()
        for text in texts
    ]


def took(asks: Mapping[bool, Ask], texts: Sequence[Text], chance: Random) -> dict[Text, Took]:
    """All texts in turn, in another order each round, so that what else the machine does meets all."""
    spent: dict[Text, list[tuple[int, int]]] = {text: [] for text in texts}
    order = list(texts)
    for turn in range(ROUNDS + 1):
        chance.shuffle(order)
        for text in order:
            ask = asks[text[0].startswith("suggest")]
            clock, processor = perf_counter_ns(), thread_time_ns()
            ask(text[3])
            found = thread_time_ns() - processor, perf_counter_ns() - clock
            if turn:  # the first round warms
                spent[text].append(found)
        gc.collect()
    return {
        text: Took(*(median(some) / 1000 for some in zip(*rounds, strict=True)))
        for text, rounds in spent.items()
    }


def measured(source: Path, folder: Path) -> list[dict[Text, Took]]:
    """What each text took, in turns: while the hidden postings say the first of their sayings, the second, the first again."""
    copied(source, folder)
    ours, chance = Ours(folder), Random(SEED)
    from sqlalchemy.orm import Session

    from jobboard.extensions import db
    from jobboard.web.searching import keeper

    found = []
    with Session(db.engine) as session:
        hidden = Hidden(session, chance, now())
        for turn in range(TURNS):
            hidden.show(turn % 2)
            hidden.put_off(now())
            keeper().forget()  # of the words of the turn before nothing is left
            ours.open()
            hidden.hide(now())
            gc.disable()
            found.append(took(asking(ours), texts_of(hidden), chance))
            gc.enable()
            print(f"Turn {turn + 1} of {TURNS}.", flush=True)
    return found


def differences(turns: Sequence[Mapping[Text, Took]], name: str, kind: str, place: int) -> list[float]:
    """For each text how much longer it took while hidden postings said it than while nobody did."""
    return [
        mean(each[text][place] for turn, each in enumerate(turns) if turn % 2 == text[2])
        - mean(each[text][place] for turn, each in enumerate(turns) if turn % 2 != text[2])
        for text in turns[0]
        if text[:2] == (name, kind)
    ]


def table(turns: Sequence[Mapping[Text, Took]]) -> Iterator[str]:
    yield "| asked | hidden posting | takes | processor: longer by (99 of 100 draws) | p | clock: longer by (99 of 100 draws) | p |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for name in dict.fromkeys(text[0] for text in turns[0]):
        for kind in KINDS:
            usual = median(took.processor for text, took in turns[0].items() if text[:2] == (name, kind))
            cells = [row(paired(differences(turns, name, kind, place))) for place in (0, 1)]
            yield f"| {name} | {kind} | {usual:.0f} | {' | '.join(cells)} |"


def row(one: Paired) -> str:
    mark = "" if one.low <= 0 <= one.high else " \\*"
    return f"{one.longer:+.1f} ({one.low:+.1f} to {one.high:+.1f}){mark} | {one.chance:.3f}"


def about() -> Iterator[str]:
    yield "# Does what is hidden take time?"
    yield ""
    yield "Written by `make bench-timing`. Thirty postings that nobody may see, of five kinds, say words and cover codes that no other posting"
    yield "of the demo board does; half of the time other words and codes, which then nobody says. Each is searched for in both states, all in"
    yield f"turn and in another order each time, {ROUNDS} rounds in each of {TURNS} turns; the index is made anew between turns. Microseconds: what an answer"
    yield "takes, the median of how much longer it takes while a hidden posting says what is asked, between which values that lies in 99"
    yield "of 100 bootstrap draws (marked where 0 is not between them), and the chance of such a difference where there is none (Wilcoxon)."
    yield ""
    yield "Of ninety such ranges one lies beside 0 by chance. What was never public (a draft, what is not open yet) is in no part of the"
    yield "index. The words of what was public once (paused, removed, expired) may still be in its files, but nothing is looked for that no"
    yield "listed posting says: there is no cause for a difference."
    yield ""
    yield from machine()


def main() -> None:
    source = Path(os.environ.get("DATA_DIR", ROOT / "var")).resolve()
    with TemporaryDirectory() as folder:
        turns = measured(source, Path(folder))
    text = "\n".join([*about(), "", *table(turns)]) + "\n"
    print(text)
    RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
