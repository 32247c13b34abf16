"""Trees drawn by us row by row: CPT, HCPCS Level II and the risk categories, in labels of our own."""

from collections.abc import Iterator

from jobboard.dataset.files import listed, rows
from jobboard.dataset.tree import Node, run_of
from jobboard.domain.codes.codeset import CodeSet

ENDED = "families_cpt_ended.csv"
FILES = ("families_cpt.csv", ENDED, "families_hcpcs.csv", "families_hcc.csv")


def cpt() -> Iterator[Node]:
    """With the deleted numbers that stand beside the ranges in use, where the leaf before them is not theirs."""
    ended = {
        row["slug"]: [run_of(CodeSet.CPT, text) for text in listed(row["ranges"])] for row in rows(ENDED)
    }
    for node in _drawn(CodeSet.CPT, "families_cpt.csv"):
        node.ended = ended.get(node.slug, [])
        yield node


def hcpcs() -> Iterator[Node]:
    return _drawn(CodeSet.HCPCS, "families_hcpcs.csv")


def hcc() -> Iterator[Node]:
    return _drawn(CodeSet.HCC, "families_hcc.csv")


def _drawn(code_set: CodeSet, name: str) -> Iterator[Node]:
    by_slug: dict[str, Node] = {}
    for row in rows(name):
        node = by_slug[row["slug"]] = Node(
            slug=row["slug"],
            code_set=code_set,
            label=row["label"],
            parent=by_slug.get(row["parent"]),
            synonyms=tuple(listed(row["synonyms"])),
            runs=[run_of(code_set, text) for text in listed(row["ranges"])],
        )
        yield node
