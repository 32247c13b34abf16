"""How long a search takes, with every facet counted: the index beside plain SQL on the same board, in the same run.

DATA_DIR=/path/of/a/seeded/board python benchmarks/search.py [tries [tries of the peer]]

At 100,000 postings the peer takes a minute for some questions: leave it out with 0.
"""

import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlalchemy import func, select

from jobboard import create_app
from jobboard.domain.postings.posting import Posting
from jobboard.extensions import db
from jobboard.search.index import keeper as keeping
from jobboard.search.index.engine import IndexEngine
from jobboard.search.query import Query
from jobboard.search.sql import SqlEngine
from jobboard.web.searching import keeper

PATIENCE = 60.0
QUERIES = {
    "browse": Query(),
    "one word": Query(q="cardiology"),
    "a wide word": Query(q="inpatient"),
    "two words, filter": Query(q="cardiology auditor", work=("remote",)),
    "three words, two filters": Query(q="orthopedic surgery hospital", work=("remote",), type=("full_time",)),
    "a code": Query(q="44314"),
    "newest": Query(sort="newest"),
    "pay floor": Query(pay_min=Decimal(35)),
    "odd pay floor by pay": Query(pay_min=Decimal("33.37"), sort="pay"),
    "from Texas, specialty": Query(from_state="TX", specialty=("cardiology",)),
}


def timed(engine: Any, query: Query, now: datetime, tries: int) -> tuple[int, list[float], list[float]]:
    """How many were found, and milliseconds by the clock and of the processor; a slow peer is not asked again and again."""
    clock, processor, total = [], [], 0
    while len(clock) < tries and sum(clock) < PATIENCE * 1000:
        began, worked = perf_counter(), process_time()
        total = engine.search(query, now).total
        clock.append((perf_counter() - began) * 1000)
        processor.append((process_time() - worked) * 1000)
    return total, clock, processor


def begin() -> None:
    """Take the board in, and say what that takes from nothing and from what lies on disk."""
    keeping.SMALL = 10**9  # take the board in while we wait
    for words, prepare in (("from the database", keeper().forget), ("from disk", keeper().drop)):
        prepare()
        began = perf_counter()
        keeper().ready(db.session)
        print(f"Index ready {words} after {perf_counter() - began:.1f} s.")
    print(f"The process holds {getrusage(RUSAGE_SELF).ru_maxrss // 1024} MB.\n")


def main() -> None:
    given = [int(number) for number in sys.argv[1:]]
    tries, peers = (given + [50, 3][len(given) :])[:2]
    with create_app().app_context():
        now = db.session.scalar(select(func.max(Posting.first_published_at))) or datetime.now(UTC)
        begin()
        index = keeper().ready(db.session)
        assert index is not None
        print(f"{'':<26}{'found':>8}{'p50':>9}{'p95':>9}{'processor':>11}{'SQL p50':>11}{'times':>8}")
        for name, query in QUERIES.items():
            total, clock, processor = timed(IndexEngine(db.session, index), query, now, tries)
            p95 = quantiles(clock, n=20)[18]
            row = f"{total:>8,}{median(clock):>9.2f}{p95:>9.2f}{median(processor):>11.2f}"
            if peers:
                _, peer, _ = timed(SqlEngine(db.session), query, now, peers)
                row += f"{median(peer):>11.1f}{median(peer) / median(clock):>8.0f}"
            print(f"{name:<26}{row}")


if __name__ == "__main__":
    main()
