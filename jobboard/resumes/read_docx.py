"""Reads a Word file as a stranger's: its zip is opened within caps, every XML part is parsed, nothing is run.

A script started by `confined.py`, which needs the standard library alone. Says one word of `refusal.REFUSALS`, or "ok".
"""

import io
import sys
import zipfile
from xml.parsers import expat

MOST_ENTRIES = 2_000
MOST_BYTES = 60 * 1024 * 1024  # all parts together, unpacked
MOST_RATIO = 200  # unpacked : packed, for parts worth the trouble
SMALL = 1024 * 1024
CHUNK = 64 * 1024

MAIN_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = "[Content_Types].xml"
HYPERLINK = "/hyperlink"


class Refused(Exception):
    """`str(error)` is the word."""


def check(data: bytes) -> None:
    """Raises Refused unless `data` is a plain Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            look_over(parts.infolist())
            Reader(parts).read()
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
    ) as error:
        raise Refused("docx_broken") from error


def look_over(entries: list[zipfile.ZipInfo]) -> None:
    """What the directory of the zip promises; what is really inside is counted while reading."""
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Refused("docx_bomb")
    if TYPES not in names:
        raise Refused("not_a_resume")
    if not entries or min(entry.header_offset for entry in entries) != 0 or len(set(names)) != len(names):
        raise Refused("docx_broken")
    for entry in entries:
        name = entry.filename
        if name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name:
            raise Refused("docx_broken")
        if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused("docx_broken")
        if name.lower().endswith("vbaproject.bin"):
            raise Refused("docx_macros")
        if "/activex/" in name.lower() or "oleobject" in name.lower():
            raise Refused("docx_active")
        if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            raise Refused("docx_bomb")


class Reader:
    """Streams every part once: counts what really comes out and parses the XML of it."""

    def __init__(self, parts: zipfile.ZipFile) -> None:
        self.parts, self.left = parts, MOST_BYTES
        self.main: str | None = None

    def read(self) -> None:
        for entry in self.parts.infolist():
            self.stream(entry, self.parser_for(entry.filename))
        if self.main is None or self.main not in self.parts.namelist():
            raise Refused("not_a_resume")

    def stream(self, entry: zipfile.ZipInfo, parser: expat.XMLParserType | None) -> None:
        with self.parts.open(entry) as part:
            while chunk := part.read(CHUNK):
                self.left -= len(chunk)
                if self.left < 0:
                    raise Refused("docx_bomb")
                if parser:
                    feed(parser, chunk)
        if parser:
            feed(parser, b"", last=True)

    def parser_for(self, name: str) -> expat.XMLParserType | None:
        if not name.endswith((".xml", ".rels")):
            return None
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = refuse_doctype
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        if name == TYPES:
            parser.StartElementHandler = self.on_type
        elif name.endswith(".rels"):
            parser.StartElementHandler = refuse_outside_links
        return parser

    def on_type(self, tag: str, words: dict[str, str]) -> None:
        kind = words.get("ContentType", "")
        if "macroenabled" in kind.lower() or "vbaproject" in kind.lower():
            raise Refused("docx_macros")
        if kind == MAIN_PART:
            self.main = words.get("PartName", "").lstrip("/")


def feed(parser: expat.XMLParserType, chunk: bytes, *, last: bool = False) -> None:
    try:
        parser.Parse(chunk, last)
    except expat.ExpatError as error:
        raise Refused("docx_broken") from error


def refuse_doctype(*words: object) -> None:
    """No part of a Word file has a document type; entities have no other use here than harm."""
    raise Refused("docx_active")


def refuse_outside_links(tag: str, words: dict[str, str]) -> None:
    """A link in the text may lead outside. A template, picture or object fetched from outside may not."""
    if words.get("TargetMode", "").lower() == "external" and not words.get("Type", "").endswith(HYPERLINK):
        raise Refused("docx_active")


if __name__ == "__main__":
    try:
        check(sys.stdin.buffer.read())
        print("ok")
    except Refused as refused:
        print(refused)
    except MemoryError:
        print("docx_bomb")
