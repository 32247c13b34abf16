"""Cuts the official tabular list of ICD-10-CM into the two files of facts: `python scripts/tabular.py TABULAR.xml`.

Headings are the categories and subcategories that are no codes themselves; notes are every instruction with its place.
"""

import csv
import gzip
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, parse

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from jobboard.dataset.files import FOLDER, rows

KINDS = {
    "inclusionTerm": "inclusion",
    "includes": "includes",
    "excludes1": "excludes1",
    "excludes2": "excludes2",
    "codeFirst": "code_first",
    "useAdditionalCode": "use_additional",
    "codeAlso": "code_also",
    "notes": "note",
}
PLACES = {"chapter": "name", "diag": "name"}


def places(root: Element) -> Iterator[tuple[str, Element]]:
    """Every chapter (`9`), block (`I20-I25`), category and code with its element."""
    for element in root.iter():
        if element.tag in PLACES:
            yield element.findtext(PLACES[element.tag], ""), element
        elif element.tag == "section":
            yield element.get("id", ""), element


def notes(root: Element) -> Iterator[tuple[str, str, str]]:
    for place, element in places(root):
        for child in element:
            if child.tag == "sevenChrDef":
                yield from (
                    (place, "seventh", f"{one.get('char')} {tidy(one)}") for one in child.iter("extension")
                )
            elif child.tag in KINDS:
                yield from (
                    (place, KINDS[child.tag], tidy(note)) for note in child.iter("note") if tidy(note)
                )


def headings(root: Element, codes: set[str]) -> Iterator[tuple[str, str]]:
    for element in root.iter("diag"):
        name = element.findtext("name", "")
        if name not in codes:
            yield name, tidy(element.find("desc"))


def tidy(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def write(name: str, head: tuple[str, ...], lines: Iterator[tuple[str, ...]]) -> int:
    """Packed without a date, so that the same list always gives the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    found = list(lines)
    writer.writerows(found)
    (FOLDER / name).write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
    return len(found)


def main(path: str) -> None:
    root = parse(path).getroot()  # noqa: S314 - the operator's own official file
    codes = {row["code"] for row in rows("icd10cm.csv.gz")}
    print(write("icd10cm_headings.csv.gz", ("heading", "title"), headings(root, codes)), "headings")
    print(write("icd10cm_notes.csv.gz", ("place", "kind", "text"), notes(root)), "notes")


if __name__ == "__main__":
    main(*sys.argv[1:])
