"""The frame of every code page: name, standing, release, families, who does the work, neighbors, what programs read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from markupsafe import Markup
from sqlalchemy.orm import Session

from jobboard.domain.codes.around import Beside, beside
from jobboard.domain.codes.finding import Found, Standing, specialties_for
from jobboard.domain.codes.notes import notes_for
from jobboard.domain.codes.releases import current
from jobboard.domain.codes.specialty import Basis, CodeShare, FamilyShare
from jobboard.domain.codes.statements import releases_of
from jobboard.web.codes.addresses import code_path, family_path, jobs_path, set_path, specialty_path
from jobboard.web.codes.jobs import jobs
from jobboard.web.codes.licensed import licensed_wording
from jobboard.web.codes.page import Question, Sheet
from jobboard.web.codes.structured import structured
from jobboard.web.jobs.addresses import whole
from jobboard.web.searching import sums_now
from jobboard.web.ui import day

BASIS = {
    Basis.PAYMENTS: "Medicare payments, 2023",
    Basis.SAMPLE: "a sample of Medicare payments, 2012 to 2023",
    Basis.ESTIMATE: "our estimate from neighboring codes",
    Basis.EDITORIAL: "our own reading of what each specialty does",
}
LEAST_SHARE = 0.01
MOST_SPECIALTIES = 8
NEARLY_ALL = 0.97


class Status(NamedTuple):
    """What the code is worth today: a word, how it is toned, and the dates as a sentence."""

    word: str
    tone: str
    icon: str
    sentence: str


class Bar(NamedTuple):
    """A specialty's part of the work, as `stripes` draws it."""

    label: str
    url: str
    share: float
    text: str


def framed(session: Session, found: Found, sheet: Sheet, now: datetime) -> dict[str, Any]:
    """Everything templates/codes/code.html shows outside the sheet."""
    canonical = whole(code_path(found.code_set, found.code))
    crumbs = [(found.code_set.label, set_path(found.code_set))]
    crumbs += [(family.label, family_path(family)) for family in reversed(found.chain)]
    who = bars(session, found)
    sheet = replace(sheet, questions=[*sheet.questions, *asked_of(found, who)])
    return {
        "found": found,
        "sheet": sheet,
        "status": status(found),
        "release": current(session, found.code_set.value),
        "crumbs": crumbs,
        "specialties": who,
        "notes": notes_for(session, found.family),
        "jobs": jobs(sums_now().covering(found.chain, now), jobs_path(found)),
        "beside": beside(session, found.record) if found.record else Beside(None, None),
        "path_of": code_path,
        "family_path": family_path,
        "canonical": canonical,
        "noindex": sheet.varies,
        "licensed": licensed_wording(session, found),
        "other_releases": releases_of(session, found.record) if found.record else [],
        "markup": structured(found, sheet, crumbs, canonical),
    }


def status(found: Found) -> Status:
    begun, ended = dates(found)
    match found.standing:
        case Standing.HEADING:
            return Status("Heading", "wait", "info", "A category: a claim needs one of the codes below it.")
        case Standing.NOT_YET:
            return Status("Not valid yet", "wait", "clock", f"Valid from {day(begun)}.")
        case Standing.DELETED:
            last = f"Its last valid day was {day(ended)}." if ended else "The release no longer carries it."
            return Status("Deleted", "stop", "circle-x", last)
        case _:
            parts = [f"since {day(begun)}"] if begun else []
            parts += [f"until {day(ended)}"] if ended else []
            return Status("Valid", "good", "circle-check", f"Valid {' '.join(parts)}." if parts else "")


def dates(found: Found) -> tuple[date | None, date | None]:
    return (found.record.valid_from, found.record.valid_to) if found.record else (None, None)


def bars(session: Session, found: Found) -> dict[str, Any] | None:
    """Who does the work of a code; of its family where the code itself is not known."""
    return shares_drawn(specialties_for(session, found))


def shares_drawn(rows: Sequence[CodeShare | FamilyShare]) -> dict[str, Any] | None:
    """Shares as `stripes` draws them, and how we know them. Less than 1 % is left out."""
    shares = [row for row in rows if row.share >= LEAST_SHARE][:MOST_SPECIALTIES]
    if not shares:
        return None
    return {
        "bars": [bar(row) for row in shares],
        "basis": BASIS[shares[0].basis],
        "of_family": isinstance(shares[0], FamilyShare),
        "estimate": shares[0].basis in (Basis.ESTIMATE, Basis.EDITORIAL),
        "others": sum(row.share for row in shares) < NEARLY_ALL,
    }


def asked_of(found: Found, who: dict[str, Any] | None) -> list[Question]:
    """The question every set shares; none where nobody is known to do the work."""
    if who is None:
        return []
    named = ", ".join(f"{one.label} ({one.text})" for one in who["bars"])
    whole_family = f", for the family {found.family.label} as a whole" if who["of_family"] else ""
    answer = Markup("{}. Basis: {}{}.").format(named, who["basis"], whole_family)
    return [Question(f"Which specialties code {found.code}?", answer)]


def bar(row: CodeShare | FamilyShare) -> Bar:
    share = round(row.share * 100, 1)
    return Bar(
        row.specialty.name, specialty_path(row.specialty), share, f"{share:.0f}%" if share >= 1 else "<1%"
    )
