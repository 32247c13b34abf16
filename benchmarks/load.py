"""How long the whole dataset takes to load, part by part, beside a peer: the same files by bare csv and sqlite3.

python benchmarks/load.py            # the median of three runs, each in a process of its own
python benchmarks/load.py --runs 1
"""

import csv
import gzip
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

RUNS = 3
Figures = dict[str, Any]


def peak() -> float:
    """Megabytes this process has held at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ours(folder: Path) -> Figures:
    """Migrates a new database and loads everything into it."""
    import flask_migrate

    from jobboard import create_app
    from jobboard.clock import now
    from jobboard.dataset.loading import load
    from jobboard.extensions import db

    app = create_app(
        DATA_DIR=folder,
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{folder / 'board.sqlite3'}",
        SECRET_KEY="only-for-this-benchmark-" * 3,
        LETTERS_TO="list",
    )
    parts: list[tuple[str, int, float, float, float]] = []
    with app.app_context():
        flask_migrate.upgrade()
        clock, processor = perf_counter(), process_time()
        marks = [(clock, processor)]

        def done(one: Any) -> None:
            marks.append((perf_counter(), process_time()))
            (before, worked), (after, now_worked) = marks[-2:]
            parts.append((one.part.title, one.report.rows, after - before, now_worked - worked, peak()))

        load(db.session, at=now(), done=done)
        found = {"clock": perf_counter() - clock, "processor": process_time() - processor}
        db.session.close()
        db.engine.dispose()
    size = sum(path.stat().st_size for path in folder.glob("*.sqlite3*")) / 1e6
    return found | {"peak": peak(), "size": size, "rows": sum(rows for _, rows, *_ in parts), "parts": parts}


def bare(folder: Path) -> Figures:
    """Every file into a table of its own columns as text: no checks, no keys, no indexes."""
    from jobboard.dataset.files import FOLDER
    from jobboard.dataset.parts import PARTS

    clock, processor, rows = perf_counter(), process_time(), 0
    database = sqlite3.connect(folder / "bare.sqlite3")
    for name in sorted({name for part in PARTS for name in part.files if name.endswith((".csv", ".csv.gz"))}):
        data = (FOLDER / name).read_bytes()
        lines = csv.reader((gzip.decompress(data) if name.endswith(".gz") else data).decode().splitlines())
        header = next(lines)
        table, marks = name.partition(".")[0], ", ".join("?" * len(header))
        columns = ", ".join(f'"{column}"' for column in header)
        database.execute(f'CREATE TABLE "{table}" ({columns})')
        rows += database.executemany(f'INSERT INTO "{table}" VALUES ({marks})', lines).rowcount
    database.commit()
    database.close()
    size = (folder / "bare.sqlite3").stat().st_size / 1e6
    return {"clock": perf_counter() - clock, "processor": process_time() - processor, "peak": peak(), "size": size, "rows": rows}  # fmt: skip


def run(way: str) -> Figures:
    """One run in a process of its own, so that its memory is its own."""
    told = subprocess.run(  # noqa: S603
        [sys.executable, __file__, "--child", way], capture_output=True, text=True, check=True
    )
    answer: Figures = json.loads(told.stdout.splitlines()[-1])
    return answer


def main(runs: int) -> None:
    measured = {way: [run(way) for _ in range(runs)] for way in ("bare", "ours")}
    middle = {
        way: {
            name: median(one[name] for one in found)
            for name in ("clock", "processor", "peak", "size", "rows")
        }
        for way, found in measured.items()
    }
    print(f"{'':<30}{'rows':>11}{'clock s':>9}{'processor s':>13}{'peak MB':>9}")
    for place, (title, rows, *_) in enumerate(measured["ours"][0]["parts"]):
        clock, processor, held = (
            median(one["parts"][place][n] for one in measured["ours"]) for n in (2, 3, 4)
        )
        print(f"{title:<30}{rows:>11,}{clock:>9.2f}{processor:>13.2f}{held:>9.0f}")
    for way, title in (("ours", "everything"), ("bare", "peer: bare csv and sqlite3")):
        one = middle[way]
        print(
            f"{title:<30}{one['rows']:>11,.0f}{one['clock']:>9.2f}{one['processor']:>13.2f}{one['peak']:>9.0f}"
            f"   {one['size']:.0f} MB on disk"
        )
    ratio = middle["ours"]["processor"] / middle["bare"]["processor"]
    print(f"{ratio:.1f} times the peer's processor time; the median of {runs} runs")


if __name__ == "__main__":
    if "--child" in sys.argv:
        with tempfile.TemporaryDirectory() as name:
            print(json.dumps({"ours": ours, "bare": bare}[sys.argv[-1]](Path(name))))
    else:
        main(int(sys.argv[sys.argv.index("--runs") + 1]) if "--runs" in sys.argv else RUNS)
