"""How long the domain takes to answer about codes, on a board with the whole dataset. Each is promised under 1 ms.

python benchmarks/domain_answers.py
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlalchemy import select

from jobboard import create_app
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.finding import (
    chain,
    covers,
    families_for,
    neighbours,
    resolve,
    specialties,
    specialties_for,
)
from jobboard.extensions import db

TRIES, WARM = 1000, 200
PROMISED = 1.0


def timed(asked: list[Any], answer: Callable[[Any], object]) -> tuple[list[float], list[float]]:
    """Milliseconds by the clock and of the processor of each question, after two hundred to warm up.

    The session forgets what it read between them, as it does between requests.
    """
    clock, processor = [], []
    for number, one in enumerate(asked[:WARM] + asked):
        db.session.expunge_all()
        began, worked = perf_counter(), thread_time()
        answer(one)
        if number >= WARM:
            clock.append((perf_counter() - began) * 1000)
            processor.append((thread_time() - worked) * 1000)
    return clock, processor


def main() -> None:
    app = create_app()
    with app.app_context():
        pick = random.Random(44314)
        codes = pick.choices(db.session.scalars(select(Code.code).where(Code.active)).all(), k=TRIES)
        found = [one for one in (resolve(db.session, code) for code in codes) if one]
        families = [pick.choice(one.chain) for one in found]
        named = pick.choices(specialties(db.session), k=TRIES)
        answers = {
            "chain": timed(codes, lambda code: chain(db.session, code)),
            "covers": timed(
                list(zip(families, pick.sample(found, len(found)), strict=True)), lambda pair: covers(*pair)
            ),
            "families_for": timed(named, lambda one: families_for(db.session, one)),
            "specialties_for": timed(found, lambda one: specialties_for(db.session, one)),
            "neighbours": timed(named, lambda one: neighbours(db.session, one)),
        }
    for name, (clock, processor) in answers.items():
        verdict = "" if p95(processor) < PROMISED else "   over a millisecond"
        print(
            f"{name:<16} clock p50 {median(clock):6.3f} p95 {p95(clock):6.3f} ms,"
            f" processor p50 {median(processor):6.3f} p95 {p95(processor):6.3f} ms{verdict}"
        )


def p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
