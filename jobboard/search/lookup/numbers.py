"""Finding by number: one code, a list, a range, the beginning of codes, and what a wrong number probably meant."""

import re
from dataclasses import replace

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import COUNTED, LAST, CodeSet, sort_key, span_end
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import Found, Standing, families_covering, resolve_all
from jobboard.domain.codes.reading import Typed, read_code
from jobboard.search.lookup.hit import Answer, Hit
from jobboard.search.lookup.mistakes import meant

BETWEEN = re.compile(
    r"^\s*(?P<lo>[0-9A-Z.]{3,8})\s*(?:-|–|—|\bTO\b|\bTHROUGH\b)\s*(?P<hi>[0-9A-Z.]{3,8})\s*$", re.I
)
APART = re.compile(r"[,;\n\t]+|\s+")
BEGUN = re.compile(r"[0-9A-Z]*\d[0-9A-Z.]*", re.I)
MOST_CODES = 40
STANDING = {
    Standing.VALID: "",
    Standing.NOT_YET: "{code} is not valid yet.",
    Standing.DELETED: "{code} is no longer valid.",
    Standing.HEADING: "{code} is a heading: a claim needs one of the longer codes below it.",
}


def by_number(session: Session, text: str, limit: int) -> Answer | None:
    """None when the text is no number of any kind: then it is words."""
    for way in (_one, _range, _list, _begun, _wrong):
        if answer := way(session, text, limit):
            return answer
    return None


def _one(session: Session, text: str, limit: int) -> Answer | None:
    found = resolve_all(session, text)
    if not found:
        return None
    hits: list[Hit] = []
    for one in found:
        hits += _of(session, one, limit)
    notes = [STANDING[one.standing].format(code=one.code) for one in found[:1]]
    unique = list({hit.key: hit for hit in hits}.values())
    return Answer(text, tuple(unique[:limit]), len(unique), tuple(note for note in notes if note))


def _of(session: Session, found: Found, limit: int) -> list[Hit]:
    """The code itself, then its families from the narrowest up; for a heading, the codes below it first."""
    families = [Hit(family, f"contains {found.code}") for family in found.chain]
    if found.record is not None:
        behind = f" with {', '.join(found.modifiers)}" if found.modifiers else ""
        return [Hit(found.family, f"the code itself{behind}", found.record), *families]
    lo, hi = sort_key(found.code_set, found.code), span_end(found.code_set, found.code)
    below, _ = _between(session, [_held(found.code_set, lo, hi)], limit - len(families))
    leaf = [families[0]] if len(found.code) == 3 else []
    return [
        *leaf,
        *(Hit(code.family, f"below {found.code}", code) for code in below),
        *families[1 - len(leaf) :],
    ]


def _list(session: Session, text: str, limit: int) -> Answer | None:
    parts = [part for part in APART.split(text.strip()) if part]
    if len(parts) < 2 or not all(read_code(part) for part in parts[:MOST_CODES]):
        return None
    hits, notes = [], []
    for part in parts[:MOST_CODES]:
        found = resolve_all(session, part)
        hits += [Hit(one.family, "from your list", one.record) for one in found[:1]]
        notes += [STANDING[one.standing].format(code=one.code) for one in found[:1]]
        notes += [] if found else [_sentence(session, read_code(part)[0])]
    return Answer(text, tuple(hits[:limit]), len(hits), tuple(note for note in notes if note))


def _range(session: Session, text: str, limit: int) -> Answer | None:
    edges = BETWEEN.match(text.upper())
    if edges is None:
        return None
    lows, highs = _edges(edges["lo"]), _edges(edges["hi"])
    held = [_held(s, sort_key(s, lows[s]), span_end(s, highs[s])) for s in lows if s in highs]
    if not held:
        return None
    codes, total = _between(session, held, limit)
    families = {code.family.id: code.family for code in codes}
    hits = [Hit(family, "in the range") for family in list(families.values())[:10]]
    hits += [Hit(code.family, "in the range", code) for code in codes]
    notes = [] if total else [f"No code in use lies between {edges['lo']} and {edges['hi']}."]
    return Answer(text, tuple(hits[:limit]), total + len(families), tuple(notes))


def _edges(text: str) -> dict[CodeSet, str]:
    found = {typed.code_set: typed.code for typed in read_code(text)}
    return found or ({CodeSet.MSDRG: text} if text.isdigit() and len(text) == 3 else {})


def _begun(session: Session, text: str, limit: int) -> Answer | None:
    """Codes that begin like this. Three digits may be an MS-DRG or a risk category too, which come first."""
    start = text.strip().upper().replace(".", "")
    if not 1 < len(start) < 7 or not BEGUN.fullmatch(start):
        return None
    whole = [
        found
        for name in ("DRG", "HCC")
        if start.isdigit()
        for found in resolve_all(session, f"{name} {start}")
    ]
    hits = [Hit(one.family, "the code itself", one.record) for one in whole]
    keys = {s: start for s in CodeSet if s not in COUNTED} | {CodeSet.CPT: f"0{start}"}
    codes, total = _between(session, [_held(s, key, key + LAST) for s, key in keys.items()], limit)
    families = {code.family.id: code.family for code in codes}
    hits += [Hit(family, f"codes that begin with {text.strip()}") for family in list(families.values())[:6]]
    hits += [Hit(code.family, f"begins with {text.strip()}", code) for code in codes]
    return Answer(text, tuple(hits[:limit]), total + len(whole) + len(families)) if hits else None


def _wrong(session: Session, text: str, limit: int) -> Answer | None:
    """A number that no release has: what it probably meant, and the families around it."""
    typed = read_code(text)
    if not typed:
        return _with_noughts(session, text, limit)
    likely = [code for one in typed for code in meant(session, one)]
    around = [family for one in typed for family in _around(session, one)]
    hits = [Hit(code.family, f"perhaps meant by {text.strip()}", code) for code in likely]
    hits += [Hit(family, f"{typed[0].code} would lie here") for family in around]
    return Answer(text, tuple(hits[:limit]), len(hits), (_sentence(session, typed[0]),))


def _with_noughts(session: Session, text: str, limit: int) -> Answer | None:
    """The letter O was typed for a nought, where no code could carry the letter."""
    mended = text.strip().upper().replace("O", "0")
    answer = _one(session, mended, limit) if mended != text.strip().upper() else None
    if answer is None:
        return None
    return replace(
        answer, query=text, said=(f"{text.strip()} is no code. Did you mean {mended}?", *answer.said)
    )


def _sentence(session: Session, typed: Typed) -> str:
    likely = [code.code for code in meant(session, typed)][:3]
    if not likely:
        return f"{typed.code} is no code of this release."
    names = f"{', '.join(likely[:-1])} or {likely[-1]}" if len(likely) > 1 else likely[0]
    return f"{typed.code} is no code of this release. Did you mean {names}?"


def _around(session: Session, typed: Typed) -> list[Family]:
    return list(families_covering(session, typed.code_set, sort_key(typed.code_set, typed.code)))


def _held(code_set: CodeSet, lo: str, hi: str) -> ColumnElement[bool]:
    return and_(Code.code_set == code_set, Code.sort_key.between(lo, hi))


def _between(session: Session, held: list[ColumnElement[bool]], limit: int) -> tuple[list[Code], int]:
    """Codes in use first, in their order; and how many there are in all."""
    wanted = select(Code).where(or_(*held)).options(joinedload(Code.family))
    total = session.scalar(select(func.count()).select_from(Code).where(or_(*held))) or 0
    ordered = wanted.order_by(Code.active.desc(), Code.sort_key).limit(max(limit, 0))
    return list(session.scalars(ordered)), total
