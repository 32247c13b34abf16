"""The language the judgments are written in: what has to be true of a posting, in words that fit a cell of a table.

`role=hcc,radv-auditor !wm=onsite / says~risk+adjustment`: terms stand side by side, `/` parts alternatives, `!` denies, `+` is a
space in a text. `=` wants one of the values, `~` a pattern at whole words, `>=` and `<=` compare figures.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from jobboard.seeds.shapes import PostingSeed

TERM = re.compile(r"(!?)([a-z_]+)(>=|<=|=|~)(.*)")


@dataclass(frozen=True)
class Judged:
    """A posting as it was sown, and the ids of its tagged families with their shares."""

    seed: PostingSeed
    families: dict[int, int]
    chain: Callable[[str], Sequence[int]] = field(repr=False)  # the families of a code, narrowest first

    @property
    def key(self) -> str:
        """What names it for ever: the requisition number, which no other posting has."""
        return self.seed.requisition

    def covers(self, code: str) -> bool:
        return any(family in self.families for family in self.chain(code))

    def narrowly(self, code: str, least: float) -> bool:
        """The code's own family is tagged, with at least so many percent of the work."""
        share = self.families.get(self.chain(code)[0])
        return share is not None and share >= least


def holds(condition: str, posting: Judged) -> bool:
    """Whether one of the alternatives is true of the posting. Nothing is true of no condition."""
    ways = [way.split() for way in condition.split(" / ") if way.strip()]
    return any(all(true(term, posting) for term in way) for way in ways)


def true(term: str, posting: Judged) -> bool:
    read = TERM.fullmatch(term)
    if read is None:
        raise ValueError(f"This is no condition: {term}")
    no, name, mark, wanted = read.groups()
    return _meets(name, mark, wanted.replace("+", " "), posting) != bool(no)


def _meets(name: str, mark: str, wanted: str, posting: Judged) -> bool:
    if mark == "~":
        return re.search(rf"\b(?:{wanted})\b", TEXTS[name](posting.seed), re.IGNORECASE) is not None
    if mark in (">=", "<="):
        figure = FIGURES[name](posting.seed) if name in FIGURES else dict(posting.seed.duties).get(name, 0)
        return figure is not None and (figure >= float(wanted) if mark == ">=" else figure <= float(wanted))
    if name in CODES:
        codes, _, least = wanted.partition("@")
        return CODES[name](posting, codes.split(","), float(least or 0))
    return bool(VALUES[name](posting.seed) & set(wanted.split(",")))


def _workable_from(seed: PostingSeed) -> set[str]:
    if seed.work_model != "remote":
        return {place.state for place in seed.places}
    return EVERY_STATE if seed.states == "all" else set(seed.states)


class _Everywhere(set[str]):
    """Holds whatever it is asked for."""

    def __and__(self, other: object) -> set[str]:
        return set(other) if isinstance(other, set) else set()


EVERY_STATE = _Everywhere()


def _hourly(seed: PostingSeed) -> float | None:
    """The top of the range in dollars an hour."""
    if seed.pay_unit not in ("hour", "year") or seed.pay_max is None:
        return None
    return seed.pay_max / 2080 if seed.pay_unit == "year" else seed.pay_max


def _held(seed: PostingSeed, *needs: str) -> set[str]:
    groups = [group for group in seed.credential_groups if not needs or group.need in needs]
    return {name for group in groups for name in group.credentials}


VALUES: dict[str, Callable[[PostingSeed], set[str]]] = {
    "role": lambda seed: {seed.role},
    "spec": lambda seed: set(seed.specialties),
    "emp": lambda seed: {seed.employer_slug},
    "cred": lambda seed: _held(seed),
    "need": lambda seed: _held(seed, "required"),
    "side": lambda seed: {cell.side for cell in seed.settings} | _both(seed),
    "at": lambda seed: {cell.encounter for cell in seed.settings},
    "wm": lambda seed: {seed.work_model or ""},
    "from": _workable_from,
    "in": lambda seed: {place.state for place in seed.places},
    "city": lambda seed: {place.city for place in seed.places},
    "type": lambda seed: set(seed.employment_types),
    "sched": lambda seed: {seed.schedule or ""},
    "tool": lambda seed: {tool.name for tool in seed.tools},
    "ai": lambda seed: {seed.ai_use or ""},
    "unit": lambda seed: {seed.pay_unit or ""},
    "ap": lambda seed: {seed.apprentices or ""},
}
TEXTS: dict[str, Callable[[PostingSeed], str]] = {
    "title": lambda seed: seed.title,
    "says": lambda seed: f"{seed.title}\n{seed.description}",
    "uses": lambda seed: "\n".join(tool.name for tool in seed.tools),
    "offers": lambda seed: "\n".join((seed.bonus, seed.other_compensation, *seed.benefits)),
}
FIGURES: dict[str, Callable[[PostingSeed], float | None]] = {
    "pay": _hourly,
    "months": lambda seed: seed.experience_months,
    "hours": lambda seed: seed.hours_per_week,
}
CODES: dict[str, Callable[[Judged, Sequence[str], float], bool]] = {
    "leaf": lambda posting, codes, least: any(posting.narrowly(code, least) for code in codes),
    "covers": lambda posting, codes, _: any(posting.covers(code) for code in codes),
    # `of=99213,99214@0.5`: families that cover at least half of the codes
    "of": lambda posting, codes, least: sum(map(posting.covers, codes)) >= least * len(codes),
}


def _both(seed: PostingSeed) -> set[str]:
    return {"professional", "facility"} if any(cell.side == "both" for cell in seed.settings) else set()
