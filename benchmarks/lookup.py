"""How often look-up has a right answer among its first five, and how long it takes, on a board with the whole dataset.

python benchmarks/lookup.py            # the figures
python benchmarks/lookup.py --misses   # and every query whose first five are all wrong
"""

import csv
import sys
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from jobboard import create_app
from jobboard.extensions import db
from jobboard.search.lookup.asking import look_up
from tests.dataset.judging import JUDGED, right_within


def main() -> None:
    app = create_app()
    with app.app_context(), JUDGED.open(encoding="utf-8") as file:
        judged = list(csv.DictReader(file))
        look_up(db.session, "warm the vocabulary")
        firsts = misses = 0
        times = []
        for row in judged:
            began = perf_counter()
            answer = look_up(db.session, row["query"])
            times.append((perf_counter() - began) * 1000)
            place = right_within(answer, row["answers"])
            firsts += place == 1
            if place is None:
                misses += 1
                if "--misses" in sys.argv:
                    shown = "; ".join(
                        f"{hit.code.code if hit.code else hit.family.slug}" for hit in answer.hits[:5]
                    )
                    print(f"  {row['query']} ({row['answers']}): {shown}")
    count = len(judged)
    print(
        f"{count} queries: right in the first five {1 - misses / count:.1%}, right at once {firsts / count:.1%}"
    )
    print(
        f"median {median(times):.1f} ms, p95 {quantiles(times, n=20)[-1]:.1f} ms, longest {max(times):.1f} ms"
    )


main()
