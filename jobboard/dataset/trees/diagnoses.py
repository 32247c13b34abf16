"""The tree of ICD-10-CM: chapters, blocks, categories, as the tabular list prints them."""

from collections import Counter
from collections.abc import Iterator

from jobboard.dataset.files import listed, rows
from jobboard.dataset.tree import Node, run_of
from jobboard.dataset.writing import Row
from jobboard.domain.codes.codeset import CodeSet

FILES = ("icd10cm_chapters.csv", "icd10cm_categories.csv", "icd10cm_everyday_names.csv")


def nodes() -> Iterator[Node]:
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
        synonyms=tuple(listed(names) + listed(row["includes"])),
        runs=[run_of(CodeSet.ICD10CM, row["category"])],
    )


def _slug(block: str) -> str:
    return f"icd10cm-{block.lower()}"


def _plain(title: str) -> str:
    """`Cholera (A00-A09)` without the range, which is shown beside it."""
    return title[: title.rindex("(")].strip() if title.endswith(")") else title
