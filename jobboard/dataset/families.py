"""Loads the trees of code families. Each set's tree is drawn in `trees`; here it becomes rows."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from sqlalchemy import delete
from sqlalchemy.orm import Session

from jobboard.dataset import trees
from jobboard.dataset.report import Report
from jobboard.dataset.tree import Node, join_runs
from jobboard.dataset.writing import Row, bring, ids_by
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family, FamilyRange
from jobboard.domain.codes.wording import words_of

FILES = trees.FILES


@cache
def nodes(code_set: CodeSet) -> tuple[Node, ...]:
    """Every family of a set, parents before children, in the order of the set."""
    found = tuple(trees.DRAWN[code_set]())
    join_runs(found)
    return found


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    """Bring the families and their ranges in; a family that no file draws any more is retired, never deleted."""
    report = Report()
    drawn = [node for code_set in CodeSet for node in nodes(code_set)]
    report.read = len(drawn)
    ids = _ids(session, drawn)
    written = report.bring(session, Family, ["slug"], _family_rows(drawn, ids))
    for gone in written.unseen:
        gone["retired"] = True
    bring(session, Family, ["slug"], written.unseen)
    session.execute(delete(FamilyRange))
    ranges = [
        {"family_id": ids[node.slug], "lo": run.lo, "hi": run.hi, "code_set": node.code_set}
        for node in drawn
        for run in node.runs
    ]
    bring(session, FamilyRange, ["family_id", "lo"], ranges)
    return report


def _ids(session: Session, drawn: Iterable[Node]) -> dict[str, int]:
    """Stored families keep their ids, new ones get the next: postings and profiles point at them."""
    ids = ids_by(session, Family.slug, Family.id)
    free = max(ids.values(), default=0) + 1
    for node in drawn:
        if node.slug not in ids:
            ids[node.slug] = free
            free += 1
    return ids


def _family_rows(drawn: list[Node], ids: dict[str, int]) -> Iterator[Row]:
    for position, node in enumerate(drawn):
        line = node.line
        yield {
            "id": ids[node.slug],
            "slug": node.slug,
            "code_set": node.code_set,
            "label": node.label,
            "span": node.span,
            "parent_id": ids[node.parent.slug] if node.parent else None,
            "depth": len(line) - 1,
            "path": "/" + "".join(f"{ids[part.slug]}/" for part in line),
            "position": position,
            "leaf": node.leaf,
            "retired": False,
            "synonyms": "; ".join(node.synonyms),
            "search_text": words_of(node.label, *node.synonyms),
        }
