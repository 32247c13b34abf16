"""Loads the trees of code families: CPT and HCPCS as drawn by us, ICD-10-CM from its chapters, blocks and categories."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from sqlalchemy import delete
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.tree import Node, join_runs, run_of
from jobboard.dataset.writing import Row, bring, ids_by
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family, FamilyRange
from jobboard.domain.codes.wording import words_of

FILES = (
    "families_cpt.csv",
    "families_hcpcs.csv",
    "icd10cm_chapters.csv",
    "icd10cm_categories.csv",
    "icd10cm_everyday_names.csv",
)
DRAWN = {CodeSet.CPT: "families_cpt.csv", CodeSet.HCPCS: "families_hcpcs.csv"}


@cache
def nodes(code_set: CodeSet) -> tuple[Node, ...]:
    """Every family of a set, parents before children, in the order of the set."""
    found = tuple(_drawn(code_set) if code_set in DRAWN else _diagnoses())
    join_runs(found)
    return found


def _drawn(code_set: CodeSet) -> Iterator[Node]:
    by_slug: dict[str, Node] = {}
    for row in rows(DRAWN[code_set]):
        node = by_slug[row["slug"]] = Node(
            slug=row["slug"],
            code_set=code_set,
            label=row["label"],
            parent=by_slug.get(row["parent"]),
            synonyms=tuple(_listed(row["synonyms"])),
            runs=[run_of(code_set, text) for text in _listed(row["ranges"])],
        )
        yield node


def _diagnoses() -> Iterator[Node]:
    """Chapters, blocks, categories. A block that is a single category stands for both."""
    above = {row["id"]: row for row in rows("icd10cm_chapters.csv")}
    categories = list(rows("icd10cm_categories.csv"))
    names = {row["id"]: row["names"] for row in rows("icd10cm_everyday_names.csv")}
    size = Counter(row["block"] for row in categories)
    seen: dict[str, Node] = {}
    for chapter in (row for row in above.values() if row["kind"] == "chapter"):
        top = Node(f"icd10cm-chapter-{chapter['id']}", CodeSet.ICD10CM, _plain(chapter["title"]))
        yield top
        for row in (row for row in categories if row["chapter"] == chapter["id"]):
            parent, block = top, row["block"]
            if block and size[block] > 1:
                if block not in seen:
                    seen[block] = Node(
                        _slug(block), CodeSet.ICD10CM, _plain(above[block]["title"]), parent=top
                    )
                    yield seen[block]
                parent = seen[block]
            yield _category(row, parent, names.get(row["category"], ""))


def _category(row: Row, parent: Node, names: str) -> Node:
    return Node(
        slug=_slug(row["category"]),
        code_set=CodeSet.ICD10CM,
        label=row["title"] or f"New category {row['category']}",
        parent=parent,
        synonyms=tuple(_listed(names) + _listed(row["includes"])),
        runs=[run_of(CodeSet.ICD10CM, row["category"])],
    )


def _slug(block: str) -> str:
    return f"icd10cm-{block.lower()}"


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _plain(title: str) -> str:
    """`Cholera (A00-A09)` without the range, which is shown beside it."""
    return title[: title.rindex("(")].strip() if title.endswith(")") else title


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> int:
    """Bring the families and their ranges in; a family that no file draws any more is retired, never deleted."""
    drawn = [node for code_set in (*DRAWN, CodeSet.ICD10CM) for node in nodes(code_set)]
    ids = _ids(session, drawn)
    written = bring(session, Family, ["slug"], _family_rows(drawn, ids))
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
    return len(drawn)


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
