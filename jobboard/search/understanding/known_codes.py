"""Which of the things that look like codes are codes: many are asked for together, families come from memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet, sort_key, span_end, written
from jobboard.domain.codes.finding import Found, Standing
from jobboard.domain.codes.reading import NAMES, Typed
from jobboard.domain.codes.tabular import DiagnosisHeading
from jobboard.domain.tracking.finding import codes_named
from jobboard.search.understanding.codes_in import Seen, codes_in
from jobboard.search.understanding.known import Known
from jobboard.search.understanding.meant import AskedCode
from jobboard.search.understanding.pieces import cut

MOST_CODES = 200


class Spot(NamedTuple):
    """A range as sort keys of one set, and how it is said."""

    code_set: CodeSet
    low: str
    high: str
    said: str


@dataclass(frozen=True)
class Shelf:
    """What exists of all that was seen: codes by set and name, headings of diagnoses by their keys."""

    codes: dict[tuple[CodeSet, str], Code]
    headings: frozenset[str]


def looked_up(session: Session, seen: Sequence[Seen]) -> Shelf:
    """At most one question for each code set, and one for headings."""
    typed = [one for each in seen if not each.upto for one in each.meanings]
    codes = codes_named(session, typed) if typed else {}
    keys = {
        sort_key(one.code_set, one.code)
        for one in typed
        if one.code_set is CodeSet.ICD10CM and one[:2] not in codes
    }
    named = select(DiagnosisHeading.heading).where(DiagnosisHeading.heading.in_(keys))
    return Shelf(codes, frozenset(session.scalars(named)) if keys else frozenset())


def meant_by(one: Seen, shelf: Shelf, known: Known, on: date) -> AskedCode | None:
    """The code or range that was meant; None when there is no such thing."""
    if one.upto or not one.meanings:
        span = _span(one)
        return _range(span, known) if span else None
    found = [each for typed in one.meanings if (each := _found(typed, shelf, known, on))]
    if not found:
        return None
    best = next((each for each in found if each.standing is Standing.VALID), found[0])
    name = NAMES.get(best.code_set)
    return AskedCode(f"{name} {best.code}" if name else best.code, best.chain, best, one.times)


def _found(typed: Typed, shelf: Shelf, known: Known, on: date) -> Found | None:
    code = shelf.codes.get(typed[:2])
    if code is not None:
        chain = known.chain(code.family_id)
        return Found(code.code, code.code_set, chain, _standing(code, on), code, typed.modifiers)
    key = sort_key(typed.code_set, typed.code)
    if typed.code_set is not CodeSet.ICD10CM or key not in shelf.headings:
        return None
    runs = known.covering(typed.code_set, key, key)
    chain = known.chain(runs[0].family.id) if runs else ()
    return Found(typed.code, typed.code_set, chain, Standing.HEADING) if chain else None


def _standing(code: Code, on: date) -> Standing:
    if code.valid_from is not None and on < code.valid_from:
        return Standing.NOT_YET
    return Standing.VALID if code.is_valid(on) else Standing.DELETED


def _span(one: Seen) -> Spot | None:
    """The range from the first to the last code, in the first set that both may belong to; `443*` is all that begins so."""
    if not one.meanings:
        return _beginning(one.said)
    for low in one.meanings:
        high = next((each for each in one.upto if each.code_set is low.code_set), None)
        if high is None:
            continue
        keys = sort_key(low.code_set, low.code), span_end(high.code_set, high.code)
        if keys[0] <= keys[1]:
            name = NAMES.get(low.code_set)
            said = f"{low.code}-{high.code}"
            return Spot(low.code_set, *keys, f"{name} {said}" if name else said)
    return None


def _beginning(said: str) -> Spot | None:
    stem = said.upper().rstrip("*").replace(".", "")
    if stem.isdigit() and len(stem) < 5:
        code_set, key, size = CodeSet.CPT, f"0{stem}", 6
    elif len(stem) >= 3 and stem[0].isalpha() and stem[1].isdigit() and len(stem) < 7:
        code_set, key, size = CodeSet.ICD10CM, stem, 7
    else:
        code_set, key, size = CodeSet.ICD10PCS, stem, 7
    last = "9" if code_set is CodeSet.CPT else "Z"
    low = key.ljust(size, "0") if code_set is CodeSet.CPT else key
    return Spot(code_set, low, key.ljust(size, last), said.upper())


def _range(span: Spot, known: Known) -> AskedCode | None:
    """The families that hold all of a range, narrowest first, then those that hold a part of it, larger ones first."""
    runs = known.covering(span.code_set, span.low, span.high)
    whole = [run for run in runs if run.lo <= span.low and span.high <= run.hi]
    families = dict.fromkeys(run.family for run in (*whole, *reversed(runs)))
    return AskedCode(span.said, tuple(families)) if families else None


def _parts(span: Spot, known: Known) -> dict[int, str]:
    """Which part of a range each family holds that does not hold all of it."""
    parts: dict[int, str] = {}
    for run in known.covering(span.code_set, span.low, span.high):
        if run.lo <= span.low and span.high <= run.hi:
            parts[run.family.id] = ""
        else:
            parts.setdefault(run.family.id, _part(span, max(run.lo, span.low), min(run.hi, span.high)))
    return {id: said for id, said in parts.items() if said}


def _part(span: Spot, low: str, high: str) -> str:
    first = written(span.code_set, low)
    last = (
        written(span.code_set, high.rstrip("Z") or high)
        if span.code_set is CodeSet.ICD10CM
        else written(span.code_set, high)
    )
    return first if first == last else f"{first}-{last}"


def _range_in_full(code: AskedCode, span: Spot, known: Known) -> AskedCode:
    """Who does a range is told by its parts before what holds all of it and more."""
    parts = _parts(span, known)
    families = sorted(code.families, key=lambda family: family.id not in parts)
    doers = known.work.doers_of(families, span.code_set, written(span.code_set, span.low))
    return replace(code, parts=parts, specialties=doers)


def in_full(code: AskedCode, known: Known) -> AskedCode:
    """The only code asked, with those who do a noticeable part of the work; a range with what each family holds of it."""
    if code.found is None:
        seen = codes_in(cut(code.said))
        span = _span(seen[0]) if seen else None
        return _range_in_full(code, span, known) if span else code
    counting = (
        known.work.counting.get(code.said.rpartition(" ")[2], ())
        if code.found.code_set is CodeSet.HCC
        else ()
    )
    families = tuple(known.families[id] for id in counting if id in known.families)
    return replace(code, specialties=known.work.doers(code.found), counting=families)
