"""The words of a query read: amounts, places, codes and choices are taken out until nothing more is understood.

What comes out, read again, is the same: the address of a search says all that was understood.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard import clock
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.places.place import Zip
from jobboard.domain.tracking.days import days_in
from jobboard.domain.tracking.privacy import LONGEST_LINE, is_long_ago, names_somebody
from jobboard.search.query import Query
from jobboard.search.understanding.choosing import Typed, with_choices
from jobboard.search.understanding.codes_in import Seen, codes_in
from jobboard.search.understanding.counted import with_counts
from jobboard.search.understanding.kept_out import places_kept_out
from jobboard.search.understanding.known import Known, known
from jobboard.search.understanding.known_codes import MOST_CODES, Shelf, looked_up, meant_by
from jobboard.search.understanding.meant import AskedCode
from jobboard.search.understanding.names import begins_a_name
from jobboard.search.understanding.pay_in import pay_in
from jobboard.search.understanding.persons_in import WORD, names_a_person
from jobboard.search.understanding.phrases_in import Table, phrases_in, table
from jobboard.search.understanding.pieces import Piece, bounded, cut, without, written
from jobboard.search.understanding.places_in import Where, places_in
from jobboard.search.understanding.terms import PLAIN_NAMES, SMALL

PASSES = 6
MOST_WORDS, MOST_NUMBERS, MOST_RANGES = 60, 500, 20
A_LIST = 6  # from so many codes on, what else stands there could be anything from a chart
MOST_NAMED, SLACK = 5, 20
PATIENT = (
    "What was typed looks like patient data, such as a name with a record number or a birth date. It was not searched and is "
    "not kept: this board takes codes and words about jobs only."
)
TOO_MANY = f"The search looks at the first {MOST_WORDS} words and the first {MOST_NUMBERS} numbers of what was typed."
BESIDE = "Words beside a list of codes are left out: only codes and counts belong in a list."
TABLES: dict[int, tuple[Known, Table]] = {}


@dataclass
class Asked:
    """`query` holds what was understood, in `q` what is left: `codes`, then `rest`."""

    query: Query
    codes: list[AskedCode] = field(default_factory=list)
    rest: list[Piece] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


class Reader:
    """Reads for one query; what was looked up once is known in the next pass."""

    def __init__(self, session: Session, on: date) -> None:
        self.session, self.on, self.known = session, on, known(session)
        self.shelf: tuple[tuple[Seen, ...], Shelf] | None = None
        self.ranges: dict[str, AskedCode | None] = {}
        self.names: dict[str, bool] = {}

    def read(self, query: Query) -> Asked:
        """Pass after pass until one changes nothing."""
        asked = Asked(query)
        pieces = cut(query.q)
        kept = bounded(pieces, MOST_WORDS, MOST_NUMBERS)
        if len(kept) < len(pieces):
            asked = Asked(replace(query, q=written(kept, closed=True)), messages=[TOO_MANY])
        for _ in range(PASSES):
            before = asked.query
            asked = self.once(asked)
            if asked.query == before:
                break
        rest = written(asked.rest)
        of_somebody = bool(asked.codes) or "patient" in WORD.findall(rest.lower())
        if asked.query.q and (
            holds_a_patient(query.q, rest, self.on)
            or (of_somebody and names_a_person(query.q, rest, self.is_name))
        ):
            return Asked(replace(query, q=""), messages=[PATIENT])
        return asked

    def once(self, asked: Asked) -> Asked:
        pieces = cut(asked.query.q)
        floor, pieces = pay_in(places_kept_out(pieces, self.known, self.is_name))
        places, pieces = places_in(pieces, self.known, self.is_name)
        codes, pieces, zips, messages = self.codes(pieces)
        choices, pieces = phrases_in(pieces, self.table())
        places += zips
        query = with_choices(asked.query, Typed(tuple(choices), tuple(places), floor))
        if len(codes) >= A_LIST and pieces:
            pieces, messages = [], [*messages, BESIDE]
        if len(pieces) > MOST_WORDS:
            pieces, messages = pieces[:MOST_WORDS], [*messages, TOO_MANY]
        rest = written(pieces)
        if says_nothing(pieces) and (codes or replace(query, q="") != Query()):
            rest, pieces = "", []
        q = " ".join(filter(None, (*(code.counted for code in codes), rest)))
        query = query if q == query.q else replace(query, q=q)
        return Asked(query, codes, cut(rest), list(dict.fromkeys([*asked.messages, *messages])))

    def is_name(self, typed: str) -> bool:
        if typed not in self.names:
            self.names[typed] = begins_a_name(self.session, typed, clock.now())
        return self.names[typed]

    def table(self) -> Table:
        kept = TABLES.get(id(self.known))
        if kept is None or kept[0] is not self.known:
            TABLES.clear()
            kept = TABLES[id(self.known)] = (self.known, table(self.known.credentials, self.known.states))
        return kept[1]

    def codes(self, pieces: Sequence[Piece]) -> tuple[list[AskedCode], list[Piece], list[Where], list[str]]:
        """The codes, the pieces without them, five digits that are a ZIP code, and what has to be said of the rest."""
        every = with_counts(pieces, codes_in(pieces))
        if not every:
            return [], list(pieces), [], []
        seen, extra = every[: MOST_CODES + SLACK], every[MOST_CODES + SLACK :]
        shelf, more = self.shelved(seen), too_many_ranges(seen)
        meant = [(one, None if one in more else self.meant(one, shelf)) for one in seen]
        found = together([code for _, code in meant if code])
        strange = [one for one, code in meant if code is None and one not in more]
        zips = self.zips(strange)
        unknown = [one for one in strange if found and is_surely_one(one) and one.said not in zips]
        gone = {one.start: one for one, code in meant if code or one.said in zips}
        gone |= {one.start: one for one in (*unknown, *more, *extra)}
        taken = {place for one in gone.values() for place in range(one.start, one.end)}
        return (
            found[:MOST_CODES],
            without(pieces, taken),
            [Where("", zip) for zip in zips],
            told(len(found) + len(extra), unknown, more),
        )

    def meant(self, one: Seen, shelf: Shelf) -> AskedCode | None:
        """A range may hold thousands of families: it is worked out once."""
        if not one.upto and one.meanings:
            return meant_by(one, shelf, self.known, self.on)
        if one.said not in self.ranges:
            self.ranges[one.said] = meant_by(one, shelf, self.known, self.on)
        known = self.ranges[one.said]
        return replace(known, weight=one.times) if known else None

    def shelved(self, seen: Sequence[Seen]) -> Shelf:
        meanings = {one for each in seen for one in each.meanings}
        if self.shelf is None or not meanings <= {one for each in self.shelf[0] for one in each.meanings}:
            self.shelf = (tuple(seen), looked_up(self.session, seen))
        return self.shelf[1]

    def zips(self, strange: Sequence[Seen]) -> list[str]:
        digits = [one.said for one in strange if len(one.said) == 5 and one.said.isdigit()][:MOST_NAMED]
        return list(self.session.scalars(select(Zip.zip).where(Zip.zip.in_(digits)))) if digits else []


def too_many_ranges(seen: Sequence[Seen]) -> set[Seen]:
    ranges = list({one.said: one for one in seen if one.upto or not one.meanings})
    few = set(ranges[:MOST_RANGES])
    return {one for one in seen if (one.upto or not one.meanings) and one.said not in few}


def together(codes: Sequence[AskedCode]) -> list[AskedCode]:
    """Each code once: one that stands there again was done again."""
    found: dict[str, AskedCode] = {}
    for code in codes:
        earlier = found.get(code.said)
        found[code.said] = replace(code, weight=earlier.weight + code.weight) if earlier else code
    return list(found.values())


def is_surely_one(one: Seen) -> bool:
    """Five digits and the like can be nothing but a code, so one that does not exist is a mistake; `B12` may be a word."""
    return any(typed.code_set is not CodeSet.ICD10CM or "." in one.said for typed in one.meanings)


def told(codes: int, unknown: Sequence[Seen], ranges: Collection[Seen]) -> list[str]:
    """What has to be said of codes that are left out."""
    said = [f"The search takes {MOST_RANGES} ranges of codes; the others are left out."] if ranges else []
    if unknown:
        names = list(dict.fromkeys(one.said.upper()[:12] for one in unknown))
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        said.append(f"No code that this board knows, so left out: {', '.join(names[:MOST_NAMED])}{more}.")
    if codes > MOST_CODES:
        said.append(f"The search takes {MOST_CODES} codes; the others are left out.")
    return said


def says_nothing(pieces: Sequence[Piece]) -> bool:
    return tuple(piece.key for piece in pieces) not in PLAIN_NAMES and all(
        piece.key is not None and piece.key in SMALL for piece in pieces
    )


def holds_a_patient(typed: str, rest: str, today: date) -> bool:
    """Whether it plainly holds an identifier: a number of a person, an address, a birth date."""
    days = days_in(typed)
    if len(days) > 1 or any(day is not None and is_long_ago(day, today) for day in days):
        return True
    step = 10 * LONGEST_LINE
    return any(names_somebody(rest[at : at + step]) for at in range(0, len(rest), step))
