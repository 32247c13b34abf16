"""NCCI's edits around a service: most units a day, add-on codes, pairs; and the answer for one other code."""

from dataclasses import dataclass
from typing import NamedTuple

from flask import request
from sqlalchemy.orm import Session

from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.edits import CONTRACTOR, PairGroup, Side
from jobboard.domain.codes.indicators import ADD_ON_KIND, PAIR_MODIFIER, Word, words_for, words_for_limit
from jobboard.domain.codes.reading import read_code
from jobboard.domain.codes.service import BILLED, Pairing, Service, existing, paired
from jobboard.web.codes.addresses import code_path
from jobboard.web.typed import one_line

FIELD = "with"
MOST = 400
LONGEST = 12
SIDES = {
    Side.PAID: "Not paid with {code}: column 2 codes",
    Side.DENIED: "{code} is not paid with these: column 1 codes",
}


class Linked(NamedTuple):
    """A code, and its address while the dataset has it."""

    code: str
    url: str


@dataclass(frozen=True)
class Listing:
    """A list of codes under one heading: `codes` are drawn, `more` are not."""

    title: str
    word: Word
    codes: list[Linked]
    total: int
    more: int


@dataclass(frozen=True)
class Check:
    """What was typed beside the code, and the edit between the two, if there is one."""

    typed: str
    code: str
    pairing: Pairing | None
    word: Word | None


@dataclass(frozen=True)
class Edits:
    """`units`: the limit with its words; `primaries` and `add_ons`: at most one listing each; `pairs`: by side and modifier."""

    units: tuple[int, Word, str] | None
    primaries: Listing | None
    add_ons: Listing | None
    pairs: list[Listing]
    check: Check | None

    def __bool__(self) -> bool:
        return bool(self.units or self.primaries or self.add_ons or self.pairs)

    @property
    def asked(self) -> bool:
        return FIELD in request.args


def edits(session: Session, known: Service) -> Edits:
    primaries = [row.primary_code for row in known.primaries if row.primary_code != CONTRACTOR]
    groups = [(group, group.codes) for group in known.pairs]
    named = {*primaries, *known.add_ons, *(code for _, codes in groups for code in codes[:MOST])}
    link = Links(existing(session, sorted(named)))
    kind = known.primaries[0].kind if known.primaries else ""
    to_these = Word("", "Add-on codes that may be billed beside it.")
    return Edits(
        units=limit(known),
        primaries=link.listing("Added to", words_for(ADD_ON_KIND, kind), primaries) if kind else None,
        add_ons=link.listing("Its add-on codes", to_these, known.add_ons) if known.add_ons else None,
        pairs=[of_pairs(link, known, group, codes) for group, codes in groups],
        check=check(known),
    )


def limit(known: Service) -> tuple[int, Word, str] | None:
    if known.units is None:
        return None
    limit = known.units
    return limit.units, words_for_limit(limit.units, limit.adjudication), limit.rationale


def of_pairs(link: "Links", known: Service, group: PairGroup, codes: list[str]) -> Listing:
    title = SIDES[group.side].format(code=known.code.code)
    return link.listing(title, words_for(PAIR_MODIFIER, group.modifier), codes)


class Links:
    """Addresses for many codes at once: the route is asked once a set."""

    def __init__(self, known: set[str]) -> None:
        self.known = known
        self.before = {code_set: code_path(code_set, "-")[:-1] for code_set in BILLED}

    def to(self, code: str) -> Linked:
        code_set = CodeSet.HCPCS if code[0].isalpha() else CodeSet.CPT
        return Linked(code, self.before[code_set] + code if code in self.known else "")

    def listing(self, title: str, word: Word, codes: list[str]) -> Listing:
        return Listing(
            title, word, [self.to(code) for code in codes[:MOST]], len(codes), max(0, len(codes) - MOST)
        )


def check(known: Service) -> Check | None:
    """The answer for the code typed into the box, if one was."""
    typed = one_line(request.args.get(FIELD))[:LONGEST]
    if not typed:
        return None
    code = next((read.code for read in read_code(typed) if read.code_set in BILLED), "")
    pairing = paired(known, code) if code else None
    return Check(typed, code, pairing, words_for(PAIR_MODIFIER, pairing.modifier) if pairing else None)
