"""What was asked, and how good an answer each posting is: 3 what was meant, 2 good, 1 of some use, 0 nothing."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs
from zlib import crc32

from tests.search.judged.conditions import Judged, holds

HERE = Path(__file__).parent
# By six people, the fifth and sixth and the seventh and eighth by one, none of whom had seen the others': what was tuned on the one is proved on the others.
SETS = {"first set": HERE} | {
    f"{name} set": HERE / name
    for name in ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
}
BEST = 3
GRADES = {"best": BEST, "good": 2, "fair": 1}


@dataclass(frozen=True)
class Asked:
    """One judged search. The best, good and fair answers by rule: a posting is worth what the least of its rules grants."""

    id: str
    kind: str
    q: str
    filters: str
    topics: str
    only: str
    best: str
    good: str
    fair: str
    meant: str

    @property
    def parameters(self) -> dict[str, list[str]]:
        return parse_qs(self.filters) | {"q": [self.q]}

    @property
    def held_out(self) -> bool:
        """A third is never looked at while the search is tuned."""
        return crc32(self.id.encode()) % 3 == 0


def asked(folder: Path = HERE) -> list[Asked]:
    return [Asked(**row) for row in table("queries.csv", folder)]


def table(name: str, folder: Path = HERE) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / name).read_text(encoding="utf-8").splitlines()))


def every_query() -> str:
    """The text of all sets, for the codes that stand in it."""
    return "\n".join((folder / "queries.csv").read_text(encoding="utf-8") for folder in SETS.values())


def grades(
    query: Asked, topics: Mapping[str, Mapping[str, str]], postings: Iterable[Judged]
) -> dict[str, int]:
    """Posting's key -> 1, 2 or 3."""
    rules = [topics[name] for name in query.topics.split(";") if name]
    rules += [{"best": query.best, "good": query.good, "fair": query.fair}] if query.best else []
    found = {posting.key: worth(query, rules, posting) for posting in postings}
    return {key: grade for key, grade in found.items() if grade}


def worth(query: Asked, rules: Sequence[Mapping[str, str]], posting: Judged) -> int:
    if query.only and not holds(query.only, posting):
        return 0
    return min((grade(rule, posting) for rule in rules), default=BEST)


def grade(rule: Mapping[str, str], posting: Judged) -> int:
    return next((worth for name, worth in GRADES.items() if holds(rule[name], posting)), 0)


def resolve(postings: Sequence[Judged], folder: Path = HERE) -> dict[str, dict[str, int]]:
    """Query's id -> its grades, by the rules. The topics are shared."""
    topics = {row["name"]: row for row in table("topics.csv")}
    return {query.id: grades(query, topics, postings) for query in asked(folder)}


def recorded(folder: Path = HERE) -> dict[str, dict[str, int]]:
    """The grades as they were written down."""
    found: dict[str, dict[str, int]] = {}
    for row in table("grades.csv", folder):
        found.setdefault(row["id"], {}).update(dict.fromkeys(row["postings"].split(), int(row["grade"])))
    return found


def record(resolved: Mapping[str, Mapping[str, int]], folder: Path = HERE) -> None:
    """Write the grades down: one line a query and grade."""
    with (folder / "grades.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("id", "grade", "postings"))
        for id, graded in resolved.items():
            for worth in GRADES.values():
                keys = sorted(key for key, grade in graded.items() if grade == worth)
                if keys:
                    out.writerow((id, worth, " ".join(keys)))
