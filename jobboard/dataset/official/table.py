"""Lines of a table with commas or tabs between the cells, each with the number of its line in the file."""

import csv
import io
from collections.abc import Iterator

from jobboard.dataset.official.faults import BadFile, Fault

HEAD = 30_000


def lines_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Line number (of a cell over several lines: the last) and cells without blanks around. Empty lines are left out."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter_of(text))
    try:
        for cells in reader:
            plain = [" ".join(cell.split()) for cell in cells]
            if any(plain):
                yield reader.line_num, plain
    except csv.Error as error:
        raise BadFile(Fault(reader.line_num, f"the line cannot be taken apart: {error}.")) from None


def delimiter_of(text: str) -> str:
    return "\t" if text[:HEAD].count("\t") > text[:HEAD].count(",") else ","


def header_of(text: str, *wanted: str) -> list[str] | None:
    """The first line near the top that has all of these names in its cells, in lower case; None without one."""
    try:
        for _, cells in lines_of(text[:HEAD]):
            names = [cell.lower() for cell in cells]
            if all(any(want in name for name in names) for want in wanted):
                return names
    except BadFile:
        return None
    return None


def is_header(cells: list[str], header: list[str]) -> bool:
    return [cell.lower() for cell in cells] == header
