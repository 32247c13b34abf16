"""What somebody wants to be paid at least: `$32`, `32/hr`, `70k`, `$70,000 a year`, `over $30`."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from jobboard.search.understanding.pieces import Piece, leading, without

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,6}(?:\.\d{1,2})?"
AMOUNT = re.compile(
    rf"(?P<sign>\$)?(?P<amount>{NUMBER})(?P<k>k)?(?:[-–—]\$?(?P<top>{NUMBER})(?P<top_k>k)?)?\+?(?:/(?P<unit>hour|hr|h|year|yr|y|annum))?\+?"
)
PER = frozenset(("per", "a", "an", "/", "each"))
UNITS = {"hour": "hour", "hr": "hour", "h": "hour", "hourly": "hour", "hours": "hour", "year": "year", "yr": "year",
         "y": "year", "annum": "year", "yearly": "year", "annually": "year", "annual": "year"}  # fmt: skip
ALONE = frozenset(("hourly", "yearly", "annually", "/hr", "/hour", "/h", "/yr", "/year", "ph", "/annum"))
# Paid by the piece, which is never compared, or by the day.
PIECES = frozenset(
    ("chart", "charts", "encounter", "encounters", "record", "records", "case", "cases", "account",
     "accounts", "line", "lines", "day", "diem", "week", "month", "visit", "claim", "claims")
)  # fmt: skip
BEFORE = frozenset(
    ("over", "above", "at", "least", "min", "minimum", "more", "than", "from", "pay", "paying", "pays",
     "paid", "rate", "hourly", "salary", "starting", "for", "around", "about", ">", ">=", "making", "earn", "earning", "making",
     "of", "with", "and", "or")
)  # fmt: skip
# What says behind an amount that it is a floor: `$40 or more`.
JOINED, MORE = (
    frozenset(("or", "and", "&")),
    frozenset(("more", "up", "above", "over", "higher", "better", "greater")),
)
ALSO_MORE = frozenset(("plus", "minimum", "min"))
CEILINGS = frozenset(
    ("under", "below", "less", "up", "max", "maximum", "most", "<")
)  # fmt: skip
MOST_AN_HOUR, LEAST_A_YEAR, MOST_A_YEAR = 1000, 1000, 1_000_000
DOLLARS = frozenset(("dollars", "dollar", "bucks", "usd"))
SIX_FIGURES = re.compile(r"(?:six|6)[ -]figures?")
NOT_PAY = frozenset(("401k", "403k", "457k"))  # plans for old age


class Floor(NamedTuple):
    amount: Decimal
    unit: str


def pay_in(pieces: Sequence[Piece]) -> tuple[Floor | None, list[Piece]]:
    """The first floor that is named, and the pieces without any. Amounts a chart, ceilings and bare numbers stay words."""
    found: Floor | None = None
    taken: set[int] = set()
    for start, piece in enumerate(pieces):
        if start in taken or not piece.key:
            continue
        read = _six_figures_at(pieces, start)
        if read is None and any(char.isdigit() for char in piece.key):
            read = _floor_at(pieces, start)
        if read is None:
            continue
        floor, first, end = read
        found = found or floor
        taken.update(range(first, end), leading(pieces, first, BEFORE))
    return found, without(pieces, taken)


def _six_figures_at(pieces: Sequence[Piece], at: int) -> tuple[Floor, int, int] | None:
    """`six figures`, `6-figure`: 100,000 a year."""
    for end in (at + 1, at + 2):
        if SIX_FIGURES.fullmatch(" ".join(piece.key or "" for piece in pieces[at:end])):
            return Floor(Decimal(100_000), "year"), at, end
    return None


def comparable(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without amounts that no search compares, `under $30`, and without the amount in `$3 per chart`."""
    taken: set[int] = set()
    for at, piece in enumerate(pieces):
        amount = AMOUNT.fullmatch(_plain(piece)) if piece.key else None
        first = leading(pieces, at, BEFORE | CEILINGS | {"to"}).start if amount else at
        if amount and (amount["sign"] or any(one.key in CEILINGS for one in pieces[first:at])):
            _, end = _unit_at(pieces, at + 1) or ("", at + 1)
            taken.update(range(first, end))
    return without(pieces, taken)


def _floor_at(pieces: Sequence[Piece], at: int) -> tuple[Floor, int, int] | None:
    """The floor named at a place, from where and up to where; None when there is none."""
    key = _plain(pieces[at])
    amount = AMOUNT.fullmatch(key)
    if amount is None or key in NOT_PAY:
        return None
    alone = at > 0 and pieces[at - 1].key == "$"
    first, end = at - alone, at + 1
    if any(one.key in CEILINGS for one in pieces[max(0, first - 2) : first]):
        return None
    signed, thousands = bool(amount["sign"] or alone), bool(amount["k"] or amount["top_k"])
    end, thousands = _past_range(pieces, end, thousands)
    if end < len(pieces) and pieces[end].key in DOLLARS:
        signed, end = True, end + 1
    unit = UNITS.get(amount["unit"] or "")
    if unit is None:
        read = _unit_at(pieces, end)
        if read is None:
            return None
        unit, end = read
    floor = (
        _floor(Decimal(amount["amount"].replace(",", "")), unit, thousands)
        if signed or thousands or unit
        else None
    )
    return (floor, first, _past_more(pieces, end)) if floor else None


def _past_more(pieces: Sequence[Piece], at: int) -> int:
    keys = [piece.key or "" for piece in pieces[at : at + 2]]
    if len(keys) == 2 and keys[0] in JOINED and keys[1] in MORE:
        return at + 2
    return at + 1 if keys and keys[0] in ALSO_MORE else at


def _plain(piece: Piece) -> str:
    return (piece.key or "").rstrip(",;|")


def _past_range(pieces: Sequence[Piece], at: int, thousands: bool) -> tuple[int, bool]:
    """Over `- $40` or `to 80k` behind an amount: the floor is the lower end."""
    if at + 1 < len(pieces) and pieces[at].key in ("-", "–", "—", "to") and pieces[at + 1].key:
        top = AMOUNT.fullmatch(_plain(pieces[at + 1]))
        if top is not None:
            return at + 2, thousands or bool(top["k"])
    return at, thousands


def _unit_at(pieces: Sequence[Piece], at: int) -> tuple[str, int] | None:
    """The unit behind an amount ('' when none) and the place behind it; None when it is paid by the piece."""
    keys = [piece.key or "" for piece in pieces[at : at + 2]]
    if keys and keys[0] in ALONE:
        return UNITS[keys[0].lstrip("/").replace("ph", "hour")], at + 1
    if keys and keys[0].startswith("/") and keys[0][1:] in PIECES:
        return None
    if len(keys) == 2 and keys[0] in PER:
        if keys[1] in PIECES:
            return None
        if keys[1] in UNITS:
            return UNITS[keys[1]], at + 2
    return "", at


def _floor(amount: Decimal, unit: str, thousands: bool) -> Floor | None:
    amount = amount * 1000 if thousands and amount < LEAST_A_YEAR else amount
    unit = unit or ("year" if amount >= LEAST_A_YEAR else "hour")
    sound = 0 < amount < MOST_AN_HOUR if unit == "hour" else LEAST_A_YEAR <= amount <= MOST_A_YEAR
    return Floor(amount, unit) if sound else None
