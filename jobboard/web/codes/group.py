"""The sheet of an MS-DRG: what it groups, its ladder of severity, and what the newest version changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.finding import Found
from jobboard.domain.codes.groups import Grouped, Rung, base, grouped, ladder
from jobboard.domain.codes.inpatient import DrgKind
from jobboard.web.codes.addresses import family_path
from jobboard.web.codes.marking import fact
from jobboard.web.codes.page import Question, Sheet, bare

KINDS = {
    DrgKind.SURGICAL: ("SURG", "Surgical"),
    DrgKind.MEDICAL: ("MED", "Medical"),
    DrgKind.NEITHER: ("", "Neither"),
}
NEWER, OLDER = "v44.0 (fiscal 2027, from October 1, 2026)", "v43.1 (April 2026)"
MARKS = {
    "new": ("New in v44", "good"),
    "deleted": ("Deleted with v44", "stop"),
    "retitled": ("New title in v44", "wait"),
}


class Known(NamedTuple):
    """What the two versions say of a group."""

    code: Code
    found: Found
    row: Grouped | None
    ladder: Sequence[Rung]

    @property
    def change(self) -> str:
        return self.row.row.change if self.row else "same"

    @property
    def base(self) -> str:
        return base(self.code.title or "")


def sheet(session: Session, found: Found, now: datetime) -> Sheet:
    if found.record is None:
        return bare(session, found, now)
    known = Known(found.record, found, grouped(session, found.record), ladder(session, found.record))
    contents = [("glance", "At a glance"), ("change", "What v44 changed")]
    if len(known.ladder) > 1:
        contents.insert(1, ("ladder", "Severity levels"))
    return Sheet(
        title=known.code.title or found.family.label,
        value=value(known),
        contents=contents,
        marks=[MARKS[known.change]] if known.change in MARKS else [],
        questions=questions(known),
        facts={"known": known, "glance": glance(known), "changed": changed(known)},
    )


def value(known: Known) -> str:
    if known.row is None:
        return ""
    kind = KINDS[known.row.row.kind][1]
    where = f"major diagnostic category {known.row.mdc.mdc}, {known.row.mdc.title}" if known.row.mdc else ""
    what = f"A {kind.lower()} group" if kind != "Neither" else "A group that is neither surgical nor medical"
    many = len(known.ladder)
    rungs = f" One of {many} severity levels." if many > 1 else " It is not divided by severity."
    return f"{what}{' of ' + where if where else ''}.{rungs}"


def glance(known: Known) -> list[tuple[str, str | Markup]]:
    rows: list[tuple[str, str | Markup]] = [("Official title", fact("title", known.code.title or ""))]
    if known.row is None:
        return rows
    file, words = KINDS[known.row.row.kind]
    if known.row.mdc:
        top = known.found.chain[-1]
        name = Markup('{} <a href="{}">{}</a>').format(
            fact("mdc", known.row.row.mdc), family_path(top), known.row.mdc.title
        )
        rows.append(("Major diagnostic category", name))
    if known.row.row.placed:
        rows.append(("Placed by us", f"The release names no category: {known.row.row.placed}."))
    return [*rows, ("Type", fact("drg_kind", file, words)), ("In use", in_use(known.change))]


def in_use(change: str) -> str:
    return {
        "new": f"Only in {NEWER}",
        "deleted": f"Only in {OLDER}; its last day was September 30, 2026",
    }.get(change, f"In {OLDER} and {NEWER}")


def changed(known: Known) -> Markup:
    """What the step from v43.1 to v44 did to the group, in one sentence."""
    if known.change == "retitled" and known.row:
        return Markup("It got a new title. In {} it was called “{}”.").format(
            OLDER, fact("earlier_title", known.row.row.earlier_title or "")
        )
    return Markup("{}").format(
        {
            "new": f"It is new: {OLDER} does not have it.",
            "deleted": f"It is gone: {NEWER} no longer has it. A stay that was grouped here falls into other groups now.",
        }.get(known.change, f"Nothing: number and title are the same in {OLDER} and {NEWER}.")
    )


def questions(known: Known) -> list[Question]:
    name = f"MS-DRG {known.code.code}"
    asked = [
        (f"Is {name} surgical or medical?", kind(known)),
        (f"Which MDC is {name} in?", major(known)),
        (f"Which groups stand beside {name}?", rungs(known)),
        (f"What changed for {name} in fiscal 2027?", changed(known)),
    ]
    return [Question(question, answer) for question, answer in asked if answer]


def kind(known: Known) -> Markup:
    if known.row is None or known.row.row.kind is DrgKind.NEITHER:
        return Markup("")
    file, words = KINDS[known.row.row.kind]
    version = "by our own placing" if known.row.row.placed else "MS-DRG v43.1"
    return Markup("{} ({}).").format(fact("drg_kind", file, words), version)


def major(known: Known) -> Markup:
    if known.row is None or known.row.mdc is None:
        return Markup("")
    return Markup("MDC {}, {}.").format(fact("mdc", known.row.row.mdc), known.row.mdc.title)


def rungs(known: Known) -> Markup:
    others = [rung for rung in known.ladder if rung.code.id != known.code.id]
    if not others:
        return Markup("")
    parts = [f"{rung.code.code} {rung.severity or 'without a word on severity'}" for rung in others]
    return Markup("{} ({}).").format("; ".join(parts), known.base)
