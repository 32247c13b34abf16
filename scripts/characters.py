"""Works out what characters 4 to 7 of ICD-10-PCS codes mean from their official titles: `python scripts/characters.py`.

Codes of one table that differ in one character alone have titles that differ in one phrase alone: that phrase is what the
character means. A meaning is kept when the phrases of a code leave no word of its title over, and when it stands in
the title of every code of the table that carries the character. What the titles cannot tell is left out.
"""

import csv
import gzip
import io
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from jobboard.dataset.files import FOLDER, rows
from scripts.told import Table, Titles

LONGER = {"Control": "Control Bleeding", "Extirpation": "Extirpation of Matter"}
# Its titles name the artery with the function: they do not tell the two characters apart.
LEFT_OUT = {"XXE"}


def operations() -> dict[str, str]:
    """The operation of each table, and of each third character of surgery for tables newer than the list."""
    found = {}
    for row in rows("icd10pcs_tables.csv"):
        head, name = row["table"], row["title"].rsplit(", ", 1)[-1]
        name = LONGER.get(name, name)
        found[head] = name.split()[-1] if head[0] == "F" else name
        if head[0] == "0":
            found[f"0{head[2]}"] = found[head]
    return found


def tables() -> Iterator[Table]:
    titles: dict[str, Titles] = defaultdict(dict)
    for row in rows("icd10pcs.csv.gz"):
        if row["title"]:
            titles[row["code"][:3]][row["code"]] = row["title"]
    named = operations()
    for head in sorted(set(titles) - LEFT_OUT):
        yield Table(head, titles[head], named.get(f"{head[0]}{head[2]}") or named.get(head))


def main() -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("head", "position", "value", "beside", "meaning"))
    count = 0
    for table in tables():
        for (place, value, beside), meaning in sorted([*table.told(), *table.technologies()]):
            writer.writerow((table.head, place, value, beside, meaning))
            count += 1
    (FOLDER / "icd10pcs_characters.csv.gz").write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
    print(f"{count:,} meanings")


if __name__ == "__main__":
    main()
