"""The tree of ICD-10-PCS: section, body system, operation, read from the titles of its tables.

A table title ends with its operation: `Lower Joints, Replacement`. Tables newer than the file with the titles take
their body system and operation from tables beside them; what no table names yet is said to be new.
"""

from collections.abc import Iterator

from jobboard.dataset.files import rows
from jobboard.dataset.tree import Node, run_of
from jobboard.domain.codes.codeset import CodeSet

FILES = ("icd10pcs_sections.csv", "icd10pcs_tables.csv", "icd10pcs.csv.gz")
SURGERY = "0"


def nodes() -> Iterator[Node]:
    sections = {row["section"]: row["label"] for row in rows("icd10pcs_sections.csv")}
    systems, operations = _named(sections)
    tables = sorted({row["code"][:3] for row in rows("icd10pcs.csv.gz")})
    made: dict[str, Node] = {}
    for table in tables:
        for start in (table[0], table[:2]):
            if start not in made and not (len(start) == 2 and systems.get(start) == sections[table[0]]):
                label = sections[start] if len(start) == 1 else _system(start, sections, systems)
                made[start] = Node(_slug(start), CodeSet.ICD10PCS, label, made.get(start[:1]))
                yield made[start]
        parent = made.get(table[:2]) or made[table[0]]
        yield Node(
            slug=_slug(table),
            code_set=CodeSet.ICD10PCS,
            label=f"{_system(table[:2], sections, systems)}: {_operation(table, operations)}",
            parent=parent,
            runs=[run_of(CodeSet.ICD10PCS, table)],
        )


def _named(sections: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Body systems by their two characters, operations by section and third character."""
    systems: dict[str, str] = {}
    operations: dict[str, str] = {}
    for row in rows("icd10pcs_tables.csv"):
        table, title = row["table"], row["title"]
        system, _, operation = title.rpartition(", ")
        if system == sections[table[0]] and table[1] != "Z":
            systems.setdefault(table[:2], title)
            continue
        systems[table[:2]] = system
        operations[table[0] + table[2]] = operation
    return systems, operations


def _system(start: str, sections: dict[str, str], systems: dict[str, str]) -> str:
    return systems.get(start) or f"{sections[start[0]]}, body system {start[1]} (new)"


def _operation(table: str, operations: dict[str, str]) -> str:
    """New technology uses the operations of surgery."""
    known = operations.get(table[0] + table[2]) or operations.get(SURGERY + table[2])
    return known or f"operation {table[2]} (new)"


def _slug(start: str) -> str:
    return f"icd10pcs-{start.lower()}"
