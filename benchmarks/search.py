"""How long a search takes, beside SQLite FTS5, PostgreSQL and bare tantivy on the same made postings, in one run.

    make bench-search                             10,000, 100,000 and 1,000,000 postings: an hour the first time
    BENCH_SIZES=10000,100000 make bench-search    fewer

It needs a board with the whole dataset and the demo postings in DATA_DIR (var/ if unset), which it only reads. What is built is
kept in BENCH_DIR (a folder for temporary files if unset) and used again. The figures go to benchmarks/results/search.md.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import report
from benchmarks.report import BARE, OURS, SQL, Measured
from benchmarks.worker import WHOLE, work

SIZES = "10000,100000,1000000"
CHANGES = 20
ENGINES = (OURS, WHOLE, BARE, *SQL)
RESULTS = ROOT / "benchmarks" / "results" / "search.md"


class Engine:
    """An engine in its own process."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe

    def __call__(self, wanted: str, *given: Any) -> Any:
        self.begin(wanted, *given)
        return self.pipe.recv()

    def begin(self, wanted: str, *given: Any) -> None:
        """Ask without waiting: the answer is for `pipe.recv`."""
        self.pipe.send((wanted, given))


@contextmanager
def engine(name: str, source: Path, folder: Path, count: int) -> Iterator[Engine]:
    start = get_context("spawn")
    here, there = start.Pipe()
    process = start.Process(target=work, args=(there, name, source, folder, count))
    process.start()
    there.close()
    one = Engine(here)
    try:
        yield one
        one("stop")
    finally:
        here.close()
        process.join(30)
        process.kill()


def measured(source: Path, folder: Path, count: int) -> tuple[Measured, list[str]]:
    """The figures of every class and engine; what is said of building, keeping, changing, and of hostile questions."""
    with ExitStack() as opened:
        engines, built = {}, {}
        for name in ENGINES:
            engines[name] = opened.enter_context(engine(name, source, folder, count))
            built[name] = engines[name]("ready")
            print(f"{count:,}: {name} is ready, {built[name]['build']:.0f} s to build.", flush=True)
        ours, found = engines[OURS], {}
        for kind, asked in ours("questions").items():
            found[kind] = {name: one("measure", kind, asked) for name, one in engines.items()}
            print(f"{count:,}: {kind}", flush=True)
        memory = {name: one("memory") for name, one in engines.items()}
        hostile = ours("hostile")
        with engine(OURS, source, folder, count) as other:
            other("ready")
            delays = [delay(ours, other) for _ in range(CHANGES)]
    return found, [
        *report.of_engines(built, memory), "", *report.of_delays(delays), "", *report.of_hostile(hostile)
    ]  # fmt: skip


def delay(ours: Engine, other: Engine) -> tuple[float, float]:
    """Milliseconds from the commit of a change until a search shows it: in the process that made it, in another."""
    before = ours("watched")
    after = before + (ours("is_paused") or -1)
    other.begin("watch", after)
    committed = ours("change")
    here, there = ours("watch", after), other.pipe.recv()
    return (here - committed) * 1000, (there - committed) * 1000


def main() -> None:
    source = Path(os.environ.get("DATA_DIR", ROOT / "var")).resolve()
    place = Path(os.environ.get("BENCH_DIR", Path(tempfile.gettempdir()) / "crosswalk-bench")).resolve()
    sizes = sorted(int(size) for size in os.environ.get("BENCH_SIZES", SIZES).split(","))
    lines, smaller = ["# How long a search takes", "", *report.about()], None
    judged: list[report.Verdict] = []
    for count in sizes:
        found, about = measured(source, place / str(count), count)
        lines += ["", f"## {count:,} postings", "", *report.table(found), "", *about]
        verdicts = list(report.verdicts(count, found, smaller))
        lines += ["", *report.of_verdicts(verdicts)] if verdicts else []
        judged += verdicts
        smaller = found if count == report.KERNEL_AT else smaller
    text = "\n".join(lines) + "\n"
    print(text)
    if sizes == sorted(int(size) for size in SIZES.split(",")):
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(text)


if __name__ == "__main__":
    main()
