"""Reads the tabular list of ICD-10-CM (XML): the codes at its ends, seventh characters added as each category says.

The reader refuses document type declarations, so that no entity can be declared, let alone grow.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from jobboard.dataset.codes import Fact
from jobboard.dataset.files import titled
from jobboard.dataset.official.faults import BadFile, Fault, Faults, Stated, whole_file
from jobboard.dataset.official.order_file import SHAPES
from jobboard.domain.codes.codeset import CodeSet, written

ROOT = "ICD10CM.tabular"
LENGTH, FILLER = 6, "X"
DEEPEST = 40


@dataclass
class Entry:
    """An open `diag`: what it is called, the seventh characters it asks for, whether codes stand below it."""

    line: int
    name: str = ""
    title: str = ""
    sevenths: list[tuple[str, str]] = field(default_factory=list)
    parent: bool = False


def looks_like(text: str) -> bool:
    return f"<{ROOT}" in text[:2000]


def read(text: str) -> Stated:
    """Every code that may be billed. Raises BadFile, for XML that is not well-formed with the line where it breaks."""
    reading = _Reading()
    parser = expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = lambda name, attributes: reading.begin(
        name, attributes, parser.CurrentLineNumber
    )
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.hear
    parser.buffer_text = True
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise BadFile(
            Fault(error.lineno, f"the XML breaks off here: {expat.ErrorString(error.code)}.")
        ) from None
    return reading.faults.check(reading.stated)


def _refuse_doctype(*declared: object) -> None:
    raise whole_file("The file declares a document type, which the tabular list does not. It is not read.")


class _Reading:
    """What has been read so far, and which elements are open."""

    def __init__(self) -> None:
        self.stated, self.faults = Stated(), Faults()
        self._open: list[Entry] = []
        self._path: list[str] = []
        self._heard: list[str] = []
        self._character = ""
        self._seen: set[str] = set()

    def begin(self, name: str, attributes: dict[str, str], line: int) -> None:
        if len(self._path) > DEEPEST:
            raise whole_file(f"Elements stand more than {DEEPEST} deep at line {line}.")
        self._path.append(name)
        self._heard = []
        if name == "diag":
            if self._open:
                self._open[-1].parent = True
            self._open.append(Entry(line))
        elif name == "extension":
            self._character = attributes.get("char", "")

    def hear(self, text: str) -> None:
        self._heard.append(text)

    def end(self, name: str) -> None:
        self._path.pop()
        heard = " ".join("".join(self._heard).split())
        self._heard = []
        if not self._open:
            return
        entry, inside = self._open[-1], self._path[-1] if self._path else ""
        if name == "diag":
            self._close(self._open.pop())
        elif name == "name" and inside == "diag":
            entry.name = heard
        elif name == "desc" and inside == "diag":
            entry.title = heard
        elif name == "extension":
            entry.sevenths.append((self._character, heard))

    def _close(self, entry: Entry) -> None:
        self.stated.read += 1
        key, title = entry.name.replace(".", ""), titled(entry.title)
        if not SHAPES[CodeSet.ICD10CM].fullmatch(key):
            self.faults.add(entry.line, f"{entry.name[:20]!r} is not an ICD-10-CM code such as I25.10.")
        elif title is None:
            self.faults.add(entry.line, f"{entry.name} has no description.")
        elif entry.parent:
            self.stated.left_out["a heading, not a code"] += 1
        else:
            self._state(entry, key, title)

    def _state(self, entry: Entry, key: str, title: str) -> None:
        """The seventh characters are the code's own or those of the nearest heading that has any."""
        asked = [entry.sevenths, *(above.sevenths for above in reversed(self._open))]
        sevenths = next((found for found in asked if found), [])
        codes = [(key.ljust(LENGTH, FILLER) + mark, f"{title}, {said}") for mark, said in sevenths]
        for code, full in codes or [(key, title)]:
            if code in self._seen:
                self.faults.add(entry.line, f"{code} stands twice in the file.")
            self._seen.add(code)
            self.stated.facts.append(Fact(written(CodeSet.ICD10CM, code), full))
