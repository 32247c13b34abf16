"""How often look-up has a right answer among its first five, and how long it takes, on a board with the whole dataset.

The peer is SQLite's FTS5 (porter stems, bm25) over the same titles, labels, synonyms and code numbers, in the same run.

python benchmarks/lookup.py            # the figures
python benchmarks/lookup.py --misses   # and every query whose first five are all wrong
"""

import csv
import re
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from jobboard import create_app
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.family import Family
from jobboard.extensions import db
from jobboard.search.lookup.asking import look_up
from jobboard.search.lookup.hit import Answer, Hit
from tests.dataset.judging import FIRST, JUDGED, right_within

WORD = re.compile(r"[a-z0-9]+")
Asked = Callable[[str], Answer]


def full_text() -> Asked:
    """The peer: all words first; when no text has them all, any of them."""
    peer = sqlite3.connect(":memory:")
    peer.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(text, kind UNINDEXED, id UNINDEXED, tokenize='porter')"
    )
    codes = db.session.execute(select(Code.code, Code.title, Code.id).where(Code.active))
    peer.executemany("INSERT INTO texts VALUES (?, 'code', ?)", ((f"{c} {t or ''}", i) for c, t, i in codes))
    families = db.session.execute(select(Family.label, Family.synonyms, Family.id).where(~Family.retired))
    peer.executemany("INSERT INTO texts VALUES (?, 'family', ?)", ((f"{t} {s}", i) for t, s, i in families))
    wanted = "SELECT kind, id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?"

    def ask(query: str) -> Answer:
        quoted = [f'"{word}"' for word in WORD.findall(query.lower())]
        found: list[tuple[str, int]] = []
        for between in (" ", " OR "):
            found = found or peer.execute(wanted, (between.join(quoted), FIRST)).fetchall()
        return Answer(query, tuple(hit(*row) for row in found), len(found))

    return ask


def hit(kind: str, number: int) -> Hit:
    if kind == "family":
        return Hit(db.session.get_one(Family, number), "")
    code = db.session.get_one(Code, number, options=[joinedload(Code.family)])
    return Hit(code.family, "", code)


def judge(name: str, ask: Asked, judged: list[dict[str, str]]) -> None:
    ask("warm the vocabulary")
    places: list[int | None] = []
    clock, processor = [], []
    for row in judged:
        began, worked = perf_counter(), process_time()
        answer = ask(row["query"])
        clock.append((perf_counter() - began) * 1000)
        processor.append((process_time() - worked) * 1000)
        places.append(right_within(answer, row["answers"]))
        if places[-1] is None and "--misses" in sys.argv:
            shown = "; ".join(one.code.code if one.code else one.family.slug for one in answer.hits[:FIRST])
            print(f"  {name}: {row['query']} ({row['answers']}): {shown}")
    count = len(judged)
    print(
        f"{name}: {count} queries, right in the first five {sum(place is not None for place in places) / count:.1%},"
        f" right at once {places.count(1) / count:.1%};"
        f" clock p50 {median(clock):.1f} p95 {quantiles(clock, n=20)[-1]:.1f} ms,"
        f" processor p50 {median(processor):.1f} p95 {quantiles(processor, n=20)[-1]:.1f} ms"
    )


def main() -> None:
    app = create_app()
    with app.app_context():
        judged = list(csv.DictReader(JUDGED.read_text(encoding="utf-8").splitlines()))
        judge("look-up", lambda query: look_up(db.session, query), judged)
        judge("peer, FTS5", full_text(), judged)


if __name__ == "__main__":
    main()
