"""What the tag picker offers while somebody types: families by code, by the start of a number, by words."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import LAST, CodeSet, sort_key
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import families_covering, resolve_all
from jobboard.domain.codes.reading import read_code
from jobboard.domain.codes.wording import telling_words, words

MATCHES = 400
MOST = 50
SHORT = 2
SAID_OF_ALL = frozenset(
    {"surgery", "surgeries", "surgical", "procedure", "procedures", "coding", "coder", "codes"}
)


@dataclass(frozen=True)
class Suggestion:
    """A family and, in a few words, why it is offered."""

    family: Family
    why: str


def suggest(session: Session, text: str, limit: int = 10) -> list[Suggestion]:
    """Families for what was typed, best first: the narrowest that holds the code, then the wider ones above it."""
    for way in (_by_code, _by_number, _by_range, _by_words):
        if found := way(session, text):
            return found[:limit]
    return []


def _by_code(session: Session, text: str) -> list[Suggestion]:
    found = resolve_all(session, text)
    firsts = [Suggestion(one.chain[0], f"holds {one.code}") for one in found]
    return firsts + [Suggestion(family, f"holds {one.code}") for one in found for family in one.chain[1:]]


def _by_range(session: Session, text: str) -> list[Suggestion]:
    """For a number that is no code of the release: the families whose range it falls into."""
    for typed in read_code(text):
        around = families_covering(session, typed.code_set, sort_key(typed.code_set, typed.code))
        if around:
            return [Suggestion(family, f"{typed.code} is not in use; this is its range") for family in around]
    return []


def _by_number(session: Session, text: str) -> list[Suggestion]:
    """The leaves of the codes that begin like this: `443`, `J18`, `I25.1`."""
    start = text.strip().upper().replace(".", "")
    if len(start) < 2 or not start.isalnum() or not any(mark.isdigit() for mark in start[:2]):
        return []
    ids = select(Code.family_id).where(or_(*_begun(start))).group_by(Code.family_id)
    ranked = ids.order_by(func.min(Code.sort_key)).limit(MOST)
    leaves = select(Family).where(Family.id.in_(ranked.scalar_subquery())).order_by(Family.position)
    return [Suggestion(family, f"codes that begin with {text.strip()}") for family in session.scalars(leaves)]


def _begun(start: str) -> list[ColumnElement[bool]]:
    """The codes of each set that begin like this. A CPT number's key has a nought in front."""
    keys = {code_set: start for code_set in (CodeSet.HCPCS, CodeSet.ICD10CM, CodeSet.ICD10PCS)}
    if start[0].isdigit():
        keys = {CodeSet.CPT: f"0{start}", CodeSet.ICD10PCS: start}
    return [
        and_(Code.code_set == code_set, Code.sort_key.between(key, key + LAST))
        for code_set, key in keys.items()
    ]


def _by_words(session: Session, text: str) -> list[Suggestion]:
    """Families whose label or synonyms have a word beginning with each word typed."""
    said = telling_words(text)
    wanted = [word for word in said if word not in SAID_OF_ALL] or said
    if not wanted or len(wanted) > 12:
        return []
    each = (Family.search_text.contains(_start(word), autoescape=True) for word in wanted)
    matching = select(Family).where(and_(~Family.retired, *each)).order_by(Family.position).limit(MATCHES)
    typed = " ".join(words(text))
    ranked = sorted(session.scalars(matching), key=lambda family: _distance(family, typed, said))
    return [Suggestion(family, _reason(family, wanted)) for family in ranked]


def _start(word: str) -> str:
    """Two letters are a short form (`GI`, `E/M`): met whole, not as the beginning of any word."""
    return f" {word} " if len(word) <= SHORT else f" {word}"


def _distance(family: Family, typed: str, wanted: list[str]) -> tuple[int, bool, int, int]:
    """How far a family is from what was typed: the whole label or synonym, its beginning, its words, parts of them.

    The anesthesia for a part of the body comes after the work on it.
    """
    label, *synonyms = [part for part in family.search_text.split(" | ") if part.strip()]
    if typed == label or typed in synonyms:
        grade = 0
    elif label.startswith(typed):
        grade = 1
    elif set(wanted) <= set(label.split()):
        grade = 2
    elif any(set(wanted) <= set(synonym.split()) for synonym in synonyms):
        grade = 3
    else:
        grade = 4
    beside = label.startswith("anesthesia") and "anesthesia" not in typed
    return (grade, beside, list(CodeSet).index(family.code_set), family.position)


def _reason(family: Family, wanted: list[str]) -> str:
    """The synonym that was met, when the label itself does not show why."""
    label = words(family.label)
    if all(any(word.startswith(part) for word in label) for part in wanted):
        return ""
    for synonym in family.synonyms.split("; "):
        if any(word.startswith(part) for word in words(synonym) for part in wanted):
            return f"also called {synonym}"
    return ""
