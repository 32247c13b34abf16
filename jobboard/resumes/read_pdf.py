"""Reads a PDF as a stranger's: its objects are walked from the trailer, nothing in it is drawn or run.

A script started by `confined.py`; needs pypdf alone. Says one word of `refusal.REFUSALS`, or "ok".
"""

import io
import logging
import sys
import zipfile
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

MOST_PAGES = 40
MOST_OBJECTS = 50_000
ACTIONS = {
    "/JavaScript",
    "/Launch",
    "/ImportData",
    "/SubmitForm",
    "/GoToE",
    "/GoToR",
    "/Rendition",
    "/RichMediaExecute",
}
ACTIVE_KEYS = {"/JS", "/XFA", "/RichMediaContent"}


class Refused(Exception):
    """`str(error)` is the word."""


def check(data: bytes) -> None:
    """Raises Refused unless `data` is an open, passive PDF of a resume's length."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        raise Refused("two_files")
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Refused("pdf_protected")
        pages = len(reader.pages)
        walk(reader)
    except Refused:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
    ) as error:
        raise Refused("pdf_broken") from error
    if pages == 0:
        raise Refused("pdf_broken")
    if pages > MOST_PAGES:
        raise Refused("too_many_pages")


def walk(reader: PdfReader) -> None:
    """Look at every object that can be reached, once each."""
    waiting: list[Any] = [reader.trailer]
    seen: set[tuple[int, int]] = set()
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, IndirectObject):
            if (thing.idnum, thing.generation) in seen:
                continue
            seen.add((thing.idnum, thing.generation))
            if len(seen) > MOST_OBJECTS:
                raise Refused("pdf_broken")
            thing = thing.get_object()
        if isinstance(thing, DictionaryObject):
            look_at(thing)
            waiting.extend(thing.raw_get(key) for key in thing)
        elif isinstance(thing, ArrayObject):
            waiting.extend(list.__iter__(thing))


def look_at(thing: DictionaryObject) -> None:
    """`thing[...]` follows a reference where `thing.get(...)` would not: an action can be named by one."""
    if ACTIVE_KEYS & set(thing) or ("/S" in thing and str(thing["/S"]) in ACTIONS):
        raise Refused("pdf_active")
    if "/EF" in thing or ("/Type" in thing and str(thing["/Type"]) == "/EmbeddedFile"):
        raise Refused("pdf_attachment")


if __name__ == "__main__":
    logging.disable()
    try:
        check(sys.stdin.buffer.read())
        print("ok")
    except Refused as refused:
        print(refused)
    except MemoryError:
        print("pdf_broken")
