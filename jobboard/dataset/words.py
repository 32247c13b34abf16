"""Loads the index of look-up: which words stand in which titles and family names, and what people say instead."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from jobboard.dataset.files import listed, rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row, bring
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.wording import stem, stems, words
from jobboard.domain.codes.wordlist import FAMILIES, SameWord, Saying, WordList, packed

FILES = ("lookup_same.csv", "lookup_sayings.csv")
LONGEST = 40

Index = dict[tuple[str, str], list[int]]


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report = Report()
    for record in (WordList, SameWord, Saying):
        session.execute(delete(record))
    index: Index = defaultdict(list)
    for family_id, text in session.execute(_families()):
        _enter(index, FAMILIES, family_id, text)
        report.read += 1
    for code_id, code_set, title in session.execute(_titles()):
        _enter(index, code_set.value, code_id, title or "")
        report.read += 1
    report.bring(session, WordList, ["stem", "bucket"], _lists(index))
    bring(session, SameWord, ["stem", "other"], _same(report))
    report.bring(session, Saying, ["phrase", "place"], _sayings(report))
    return report


def _families() -> Select[int, str]:
    return select(Family.id, Family.search_text).where(~Family.retired).order_by(Family.position)


def _titles() -> Select[int, CodeSet, str | None]:
    """Codes with words, valid and short ones first: of many that match, the first are shown."""
    worded = select(Code.id, Code.code_set, Code.title).where(Code.title.is_not(None))
    return worded.order_by(Code.active.desc(), func.length(Code.title), Code.sort_key)


def _enter(index: Index, bucket: str, number: int, text: str) -> None:
    for word in {stem(word)[:LONGEST] for word in words(text)}:
        index[word, bucket].append(number)


def _lists(index: Index) -> Iterator[Row]:
    for (word, bucket), numbers in index.items():
        yield {"stem": word, "bucket": bucket, "count": len(numbers), "ids": packed(numbers)}


def _same(report: Report) -> Iterator[Row]:
    """A line of the file lists words that mean the same; each leads to each other."""
    seen: set[tuple[str, str]] = set()
    for row in report.reading(rows("lookup_same.csv")):
        line = [stem(word) for word in row["words"].split()]
        for pair in ((one, other) for one in line for other in line if one != other):
            if pair not in seen:
                seen.add(pair)
                yield {"stem": pair[0], "other": pair[1]}


def _sayings(report: Report) -> Iterator[Row]:
    places: dict[str, int] = defaultdict(int)
    for row in report.reading(rows("lookup_sayings.csv")):
        for said in listed(row["said"]):
            phrase = " ".join(stems(said))
            for target in listed(row["targets"]):
                yield {"phrase": phrase, "place": places[phrase], "said": said, "target": target}
                places[phrase] += 1
