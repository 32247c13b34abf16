"""What the official books say of a diagnosis: its place in the tabular list, its notes, how a stay is grouped by it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import ColumnElement, Row, and_, func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet, sort_key, span_end, written
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.inpatient import DiagnosisGrouping, MajorCategory, Severity
from jobboard.domain.codes.releases import current_id
from jobboard.domain.codes.tabular import DiagnosisHeading, DiagnosisNote, Instruction

CATEGORY = 3


@dataclass
class Branch:
    """A line of the tabular list, a code or a heading, with what stands below it."""

    key: str
    title: str | None
    active: bool = True
    is_code: bool = False
    below: list["Branch"] = field(default_factory=list)

    @property
    def code(self) -> str:
        return written(CodeSet.ICD10CM, self.key)

    @property
    def count(self) -> int:
        """How many codes in use stand at it and below it."""
        return (self.is_code and self.active) + sum(branch.count for branch in self.below)


class Said(NamedTuple):
    """The notes of one kind at one place, in the list's order."""

    place: str
    kind: Instruction
    texts: tuple[str, ...]


class Grouping(NamedTuple):
    """The major category a principal diagnosis leads to (None where the grouper names none), and its CC level."""

    mdc: MajorCategory | None
    severity: Severity


def above(session: Session, code: str) -> list[Branch]:
    """What stands over a code or heading, the three-character category first, without what is below.

    Headings, and codes that were deleted because others say more.
    """
    key = sort_key(CodeSet.ICD10CM, code)
    keys = [key[:size] for size in range(CATEGORY, len(key))]
    titles = _headings(session, DiagnosisHeading.heading.in_(keys))
    divided = select(Code.sort_key, Code.title, Code.active).where(
        Code.code_set == CodeSet.ICD10CM, Code.sort_key.in_(keys)
    )
    found = {one: Branch(one, title) for one, title in titles.items()}
    found |= {
        one: Branch(one, title, active, is_code=True) for one, title, active in session.execute(divided)
    }
    return [found.get(one, Branch(one, None)) for one in keys if one in found or len(one) == CATEGORY]


def below(session: Session, heading: str) -> Branch:
    """A heading with everything under it, as the list orders it."""
    key = sort_key(CodeSet.ICD10CM, heading)
    last = span_end(CodeSet.ICD10CM, heading)
    codes = select(Code.sort_key, Code.title, Code.active).where(_under(heading))
    titles = _headings(session, DiagnosisHeading.heading.between(key, last))
    return tree(key, titles, session.execute(codes.order_by(Code.sort_key)).all())


def tree(top: str, headings: dict[str, str], codes: Iterable[Row[str, str | None, bool]]) -> Branch:
    """Every code hangs under the longest heading that it begins with."""
    lines = {key: Branch(key, title) for key, title in headings.items()}
    lines |= {key: Branch(key, title, active, is_code=True) for key, title, active in codes}
    root = lines.pop(top, None) or Branch(top, None)
    known = {top: root}
    for key in sorted(lines):
        known[key] = lines[key]
        above = next(key[:size] for size in range(len(key) - 1, 0, -1) if key[:size] in known)
        known[above].below.append(lines[key])
    return root


def _headings(session: Session, where: ColumnElement[bool]) -> dict[str, str]:
    mine = select(DiagnosisHeading.heading, DiagnosisHeading.title).where(
        where, DiagnosisHeading.release_id == current_id("tabular")
    )
    return {row.heading: row.title for row in session.execute(mine)}


def titles_of(session: Session, keys: Collection[str]) -> dict[str, str]:
    """The titles of headings by their sort keys: `I25`, `I251`."""
    return _headings(session, DiagnosisHeading.heading.in_(keys))


def severities(session: Session, heading: str) -> dict[Severity, int]:
    """How many codes in use below a heading are CCs and MCCs."""
    under = (
        select(DiagnosisGrouping.severity, func.count())
        .join(Code, Code.id == DiagnosisGrouping.code_id)
        .where(DiagnosisGrouping.release_id == current_id("diagnoses"), _under(heading), Code.active)
    )
    return {level: count for level, count in session.execute(under.group_by(DiagnosisGrouping.severity))}


def _under(heading: str) -> ColumnElement[bool]:
    key = sort_key(CodeSet.ICD10CM, heading)
    return and_(
        Code.code_set == CodeSet.ICD10CM, Code.sort_key.between(key, span_end(CodeSet.ICD10CM, heading))
    )


def notes(session: Session, code: str, chain: Sequence[Family]) -> list[Said]:
    """Every note that holds for a code: its own first, then those of its headings, its block and its chapter."""
    where = places(code, chain)
    mine = select(DiagnosisNote.place, DiagnosisNote.kind, DiagnosisNote.text).where(
        DiagnosisNote.place.in_(where), DiagnosisNote.release_id == current_id("tabular")
    )
    texts: dict[tuple[str, Instruction], list[str]] = {}
    for place, kind, text in session.execute(mine.order_by(DiagnosisNote.place, DiagnosisNote.position)):
        texts.setdefault((place, kind), []).append(text)
    kinds = list(Instruction)
    said = [Said(place, kind, tuple(lines)) for (place, kind), lines in texts.items()]
    return sorted(said, key=lambda one: (where.index(one.place), kinds.index(one.kind)))


def places(code: str, chain: Sequence[Family]) -> list[str]:
    """Where notes for a code may stand, nearest first: `I25.10`, `I25.1`, `I25`, `I20-I25`, `9`."""
    key = sort_key(CodeSet.ICD10CM, code)
    own = [written(CodeSet.ICD10CM, key[:size]) for size in range(len(key), CATEGORY - 1, -1)]
    slugs = (family.slug.removeprefix("icd10cm-").upper() for family in chain)
    return own + [slug.removeprefix("CHAPTER-") for slug in slugs if slug != own[-1]]


def grouping(session: Session, code: Code) -> Grouping | None:
    """How the grouper takes the diagnosis; None where its tables do not name it."""
    mine = (
        select(MajorCategory, DiagnosisGrouping.severity)
        .select_from(DiagnosisGrouping)
        .outerjoin(MajorCategory, MajorCategory.mdc == DiagnosisGrouping.mdc)
        .where(DiagnosisGrouping.code_id == code.id, DiagnosisGrouping.release_id == current_id("diagnoses"))
    )
    row = session.execute(mine).first()
    return Grouping(*row) if row else None
