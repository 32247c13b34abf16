"""The result page of twenty cards beside the same page in Django, FastAPI + Jinja, and Flask that says hello.

make bench-pages        # on a copy of the board in DATA_DIR (var/ if unset); writes benchmarks/results/pages.md
"""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from html import unescape
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

RESULTS = ROOT / "benchmarks" / "results" / "pages.md"
NAMES = (
    "Flask hello", "Django", "FastAPI + Jinja",
    "ours, page anew, without its search", "ours, page anew", "ours, cards kept, without its search",
    "ours, cards kept", "ours, page kept", "ours, unchanged",
)  # fmt: skip
ROUNDS = 15
CARDS = re.compile(r'<ol class="cards">.*?</ol>', re.DOTALL)
FACETS = re.compile(r'<div id="facets".*?(?=<div class="facets-foot")', re.DOTALL)


def answer(folder: Path, to: Path) -> None:
    """What the peers are handed: the search is answered for them, and the frame of our page stands ready."""
    from jobboard import create_app
    from jobboard.web.jobs import results
    from jobboard.web.jobs.filter_ways import ways_to_all
    from jobboard.web.jobs.long_lists import in_sight

    app = create_app(DATA_DIR=folder, SQLALCHEMY_DATABASE_URI=f"sqlite:///{folder / 'crosswalk.sqlite3'}")
    page = app.test_client().get("/jobs", base_url="http://127.0.0.1:5000").text
    facets, cards = FACETS.search(page), CARDS.search(page)
    if facets is None or cards is None:
        sys.exit("The page has no filters or no cards: is the board in DATA_DIR sown?")
    with app.test_request_context("/jobs"):
        result, _ = results.answer()
        shown = [in_sight(facet) for facet in result.facets]
        wholes = ways_to_all(result.reading.query, result.facets, shown)
    given = {
        "ids": list(result.ids),
        "facets": [
            {
                "name": one.name,
                "group": one.group,
                "title": one.title,
                "options": [o._asdict() for o in one.options],
                "whole": wholes[one.group]._asdict() if one.group in wholes else None,
            }
            for one in shown
        ],
        "before": page[: facets.start()],
        "between": page[facets.end() : cards.start()],
        "after": page[cards.end() :],
    }
    to.write_text(json.dumps(given))


class Measured:
    """One way of making the page, and what it told of itself."""

    def __init__(self, name: str, folder: Path, given: Path) -> None:
        command = [sys.executable, str(ROOT / "benchmarks" / "page_worker.py"), name, str(folder), str(given)]
        self.process = subprocess.Popen(  # noqa: S603 - our own script
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONHASHSEED": "0"},
        )
        self.name = name
        self.rounds: list[list[tuple[float, float]]] = []
        self.page: dict[str, Any] = self.told()

    def told(self) -> Any:
        line = self.process.stdout.readline() if self.process.stdout else ""
        if not line:
            sys.exit(f"{self.name} failed.")
        return json.loads(line)

    def ask(self) -> None:
        assert self.process.stdin
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        self.rounds.append(self.told())

    def end(self) -> dict[str, Any]:
        self.process.communicate()
        clock, processor = zip(*(one for asked in self.rounds for one in asked), strict=True)
        return self.page | {
            "processor": median(processor) * 1000,
            "p95": quantiles(processor, n=20)[-1] * 1000,
            "clock": median(clock) * 1000,
        }


def measured(folder: Path, given: Path) -> dict[str, dict[str, Any]]:
    """Everybody in turn, a few requests at a time, so that a busy moment of the machine is everybody's."""
    ways = [Measured(name, folder, given) for name in NAMES]
    for _ in range(ROUNDS):
        for way in ways:
            way.ask()
    return {way.name: way.end() for way in ways}


def words(page: str) -> str:
    """What the cards of a page say, for the comparison: the tags are left out."""
    cards = CARDS.search(page)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", cards.group())).split()) if cards else ""


def fair(figures: dict[str, dict[str, Any]]) -> None:
    """Every page says the same of the same cards, and none is much smaller than ours."""
    our = figures["ours, page anew"]
    for name in ("Django", "FastAPI + Jinja"):
        other = figures[name]
        if words(other["body"]) != words(our["body"]):
            sys.exit(f"The cards of {name} do not say what ours say.")
        if not 0.8 < other["bytes"] / our["bytes"] < 1.25:
            sys.exit(f"The page of {name} has {other['bytes']} bytes, ours {our['bytes']}.")


def table(figures: dict[str, dict[str, Any]]) -> list[str]:
    lines = [
        "| page | processor p50, ms | p95 | by the clock p50, ms | pages a second | bytes |",
        "|---|---|---|---|---|---|",
    ]
    for name, one in figures.items():
        a_second = 1000 / one["processor"]
        lines.append(
            f"| {name} | {one['processor']:.2f} | {one['p95']:.2f} | {one['clock']:.2f} | {a_second:,.0f} | {one['bytes']:,} |"
        )
    return lines


def promised(figures: dict[str, dict[str, Any]]) -> list[str]:
    """What we hold ourselves to, and whether it was kept in this run."""
    spent = {name: one["processor"] for name, one in figures.items()}
    anew, cards, kept = (
        spent[f"ours, {name}"]
        for name in ("page anew, without its search", "cards kept, without its search", "page kept")
    )
    rows = [
        (f"made anew: {spent['Django'] / anew:.1f} times quicker than Django", "5 times", spent["Django"] / anew >= 5),
        (f"made anew with its search: {spent['Django'] / spent['ours, page anew']:.1f} times quicker than Django", "for the record", None),
        (f"cards kept: {spent['FastAPI + Jinja'] / cards:.1f} times the pages a second of FastAPI + Jinja", "2.5 times", spent["FastAPI + Jinja"] / cards >= 2.5),
        (f"page kept: {spent['FastAPI + Jinja'] / kept:.1f} times the pages a second of FastAPI + Jinja", "2.5 times", spent["FastAPI + Jinja"] / kept >= 2.5),
        (f"cards kept: {cards:.2f} ms", "0.6 ms", cards < 0.6),
        (f"page kept: {kept:.2f} ms", "0.6 ms", kept < 0.6),
        (f"unchanged: {figures['ours, unchanged']['status']}, {figures['ours, unchanged']['bytes']} bytes", "304", figures["ours, unchanged"]["status"] == 304),
    ]  # fmt: skip
    verdict = {True: "kept", False: "not kept", None: ""}
    return [
        "| measured | promised | |",
        "|---|---|---|",
        *(f"| {said} | {goal} | {verdict[ok]} |" for said, goal, ok in rows),
    ]


def machine() -> str:
    info = Path("/proc/cpuinfo")
    models = re.findall(r"model name\s*: (.+)", info.read_text()) if info.exists() else []
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    names = ("flask", "sqlalchemy", "jinja2", "django", "fastapi")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    return (
        f"{date.today():%B %-d, %Y}; {os.cpu_count()} cores, {models[0] if models else platform.machine()}; load {load};"  # noqa: DTZ011
        f" Python {platform.python_version()}, {versions}; SQLite."
    )


ABOUT = """Each page is asked for 300 times, after 30 to warm up, in a process of its own, by a direct call of its WSGI or ASGI
application: no socket and no server takes part. The ways take turns, twenty requests each, so that a busy moment of the
machine is everybody's. Pages a second are those of one core. The peers are handed the answer of
the search and the frame of the page (head, navigation, foot) ready made; they read and draw the cards and the filters.
Django has its ORM, its templates and the usual middleware; FastAPI has our own statement for the cards. What their
cards say is compared with ours word for word. Ours is the whole application: sessions, limits, headers, checks.
"Page anew" forgets all that is kept before every request, "cards kept" only pages (the cards, the filters and the frame are those
of before), "page kept" nothing; "unchanged" is asked with the ETag. "Without its search" hands our page what the peers are
handed, the answer and the frame; what it reads and draws anew is what they do: the cards and the filters."""


def main() -> None:
    data = Path(os.environ.get("DATA_DIR", ROOT / "var"))
    with tempfile.TemporaryDirectory() as place:
        folder, given = Path(place) / "board", Path(place) / "answer.json"
        shutil.copytree(data, folder, ignore=shutil.ignore_patterns("resumes", "letters"))
        answer(folder, given)
        figures = measured(folder, given)
    fair(figures)
    said = "\n".join([*table(figures), "", *promised(figures)])
    print(said)
    RESULTS.write_text(f"# The result page of twenty cards\n\n{machine()}\n\n{said}\n\n{ABOUT}\n")


if __name__ == "__main__":
    main()
