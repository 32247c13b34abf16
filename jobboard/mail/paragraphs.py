"""The few shapes a letter's text has (paragraphs, lists, quotations), laid out as plain text and told to the HTML.

What people wrote stands in letters only as a quotation or within one line, so it can never pose as our own words.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

WIDTH = 72
TEXT, ITEM, QUOTE = "text", "item", "quote"


@dataclass(frozen=True)
class Block:
    """`kind` is text (one line a paragraph), item (one line an entry) or quote (the lines as written)."""

    kind: str
    lines: tuple[str, ...]


def line(words: object) -> str:
    """Somebody's words as one harmless line: no line breaks, no control or direction characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in str(words)).split())


def quoted(words: str | None) -> str:
    """Somebody's text as a quotation: each line marked, empty ones at the ends dropped."""
    return "\n".join(f"> {line(each)}".rstrip() for each in (words or "").strip().splitlines())


def blocks(text: str) -> list[Block]:
    """The blocks of a rendered template: lines that begin with "- " or "> " are marked, others flow together."""
    found: list[Block] = []
    for kind, group in groupby(text.strip().splitlines(), key=kind_of):
        if kind == "":
            continue
        lines = tuple(each.strip() if kind == TEXT else each[2:] for each in group)
        found.append(Block(kind, (" ".join(lines),) if kind == TEXT else lines))
    return found


def kind_of(each: str) -> str:
    if each.startswith("- "):
        return ITEM
    if each.startswith(">"):
        return QUOTE
    return TEXT if each.strip() else ""


def laid_out(found: list[Block]) -> str:
    """Plain text of lines no longer than 72 characters, but for words that are longer (addresses)."""
    return "\n\n".join("\n".join(wrapped(block)) for block in found)


def wrapped(block: Block) -> Iterator[str]:
    first, later = {TEXT: ("", ""), ITEM: ("- ", "  "), QUOTE: ("> ", "> ")}[block.kind]
    for each in block.lines:
        filled = textwrap.wrap(
            each,
            WIDTH,
            initial_indent=first,
            subsequent_indent=later,
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from filled or [first.rstrip()]
