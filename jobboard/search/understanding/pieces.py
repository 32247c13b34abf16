"""What was typed, cut into pieces: words, phrases in quotes, and what may not stand there (`-auditor`).

Nothing is understood inside quotes and after a minus. Pieces written one after another are cut the same again.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

QUOTES = str.maketrans("“”„‟″", '"""""')
CUT = re.compile(
    r"""(?P<minus>(?<![^\s,;|])-+)?"(?P<said>[^"]*)"
    | (?P<word>(?:\$[ ]?\d{1,3}(?:,\d{3})+|\d{2,3},000(?!\d))[^\s",;|]*[,;|]*   # an amount keeps its commas
      | [^\s",;|]+[,;|]*)""",
    re.VERBOSE,
)
LONGEST_WORD = 100
MARKS = ".,;:|!?()[]{}'’‘`"
# What leads to a choice and says nothing once it is taken: `in Texas`, `cpc or ccs`.
JOINS = frozenset(
    ("a", "an", "and", "&", "at", "for", "from", "in", "near", "of", "or", "the", "to", "with", "as",
     "on", "by")
)  # fmt: skip


class Piece(NamedTuple):
    """`text` as typed, without quotes and minus; `key` the plain word (None where nothing may be understood)."""

    text: str
    key: str | None
    exact: bool = False
    minus: bool = False

    @property
    def said(self) -> str:
        text = f'"{self.text}"' if self.exact else self.text.rstrip(",;|")
        return f"-{text}" if self.minus else text

    @property
    def closed(self) -> bool:
        """A comma or the like stands behind it."""
        return self.text.endswith((",", ";", "|"))


def cut(text: str) -> list[Piece]:
    """The pieces of a text. A quote that is never closed is not there."""
    found = (_piece(match) for match in CUT.finditer(text.translate(QUOTES)))
    return [piece for piece in found if piece is not None]


def bounded(pieces: Iterable[Piece], most_words: int, most_numbers: int) -> list[Piece]:
    """The first pieces without a digit and the first with one, so many of each, in their order."""
    left = {False: most_words, True: most_numbers}
    kept = []
    for piece in pieces:
        kind = any(char.isdigit() for char in piece.text)
        left[kind] -= 1
        if left[kind] >= 0:
            kept.append(piece)
    return kept


def _piece(match: re.Match[str]) -> Piece | None:
    if match["said"] is not None:
        said = " ".join(match["said"].split())
        return Piece(said, None, exact=True, minus=bool(match["minus"])) if said.strip(MARKS + "-") else None
    text = match["word"][:LONGEST_WORD]
    if text.startswith("-") and len(text) > 1:
        left = text.lstrip("-").rstrip(",;|")
        return Piece(left, None, minus=True) if left.strip(MARKS) else None
    return Piece(text, text.lower().strip(MARKS))


def written(pieces: Iterable[Piece], *, closed: bool = False) -> str:
    """The pieces as a text again. Marks that stand alone are left out, and joins that lead nowhere at both ends; with `closed`
    a comma stays behind each that had one, for what is still to be understood."""
    kept = [piece for piece in pieces if piece.said.strip("-–—,;|")]
    while kept and _is_join(kept[0]):
        kept.pop(0)
    while kept and _is_join(kept[-1]):
        kept.pop()
    return " ".join(f"{piece.said}," if closed and piece.closed else piece.said for piece in kept)


def _is_join(piece: Piece) -> bool:
    """`or` leads nowhere; `OR` is a room."""
    return (piece.key in JOINS and piece.text.islower()) or piece.text == "&"


def without(pieces: Sequence[Piece], taken: Collection[int]) -> list[Piece]:
    return [piece for place, piece in enumerate(pieces) if place not in taken]


def leading(pieces: Sequence[Piece], start: int, words: Collection[str]) -> range:
    """The places before `start` that hold nothing but such words."""
    first = start
    while first and pieces[first - 1].key in words:
        first -= 1
    return range(first, start)
