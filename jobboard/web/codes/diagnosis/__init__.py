"""The sheet of an ICD-10-CM code or heading: its place in the list, its notes, hospital stays, risk adjustment."""

from datetime import datetime

from markupsafe import Markup
from sqlalchemy.orm import Session

from jobboard.domain.codes.categories import Counted, counted_below
from jobboard.domain.codes.codeset import CodeSet, sort_key
from jobboard.domain.codes.diagnoses import Grouping, severities
from jobboard.domain.codes.finding import Found, family_by_slug
from jobboard.domain.codes.inpatient import Severity
from jobboard.domain.codes.risk import RiskModel
from jobboard.domain.codes.tabular import Instruction
from jobboard.web.codes.addresses import code_path, family_path
from jobboard.web.codes.diagnosis.answers import questions
from jobboard.web.codes.diagnosis.instructions import placed
from jobboard.web.codes.diagnosis.known import Known, gather
from jobboard.web.codes.marking import fact
from jobboard.web.codes.page import Sheet
from jobboard.web.codes.validity import UNTITLED, days

LEVELS = {Severity.NONE: ("", "Neither CC nor MCC"), Severity.CC: ("CC", "CC"), Severity.MCC: ("MCC", "MCC")}
WHOLE_TREE = 80
LAST_PLACE = 6
LEVELS_OF_LIST, FIRST_STEPS = 9, 3


def sheet(session: Session, found: Found, now: datetime) -> Sheet:
    about = gather(session, found)
    facts = {
        "known": about,
        "glance": glance(session, about),
        "placed": placed(about.said, found.code, titles(about), found.chain),
        "place": about.place,
        "depth": depth(about),
        "levels": LEVELS,
        "models": RiskModel,
        "this": found.code,
    }
    return Sheet(
        title=about.title or UNTITLED,
        value=value(about),
        contents=contents(about),
        marks=marks(about),
        questions=questions(about),
        facts=facts,
    )


def titles(known: Known) -> dict[str, str | None]:
    return {branch.code: branch.title for branch in known.headings}


def depth(known: Known) -> int:
    """How far the list is drawn: to the codes beside a code; below a heading all of it, or two steps of a long one."""
    over = len(known.headings)
    if known.record is not None:
        return over + 1
    return over + (LEVELS_OF_LIST if known.line.count <= WHOLE_TREE else FIRST_STEPS)


def contents(known: Known) -> list[tuple[str, str]]:
    parts = [("glance", "At a glance")]
    parts += [("notes", "What the tabular list says")] if known.said else []
    parts += [("tree", "Codes below" if known.record is None else "Place in the tabular list")]
    if known.is_grouped:
        parts += [("stay", "In a hospital stay"), ("risk", "Risk adjustment")]
    return parts


def marks(known: Known) -> list[tuple[str, str]]:
    """What a coder looks for first, beside the standing."""
    found = []
    if known.grouping and known.grouping.severity is not Severity.NONE:
        found.append((LEVELS[known.grouping.severity][1], "plain"))
    return found + [(f"HCC {one.category.code}", "plain") for one in known.weighed]


def value(known: Known) -> str:
    """The code in one sentence."""
    if known.record is None:
        many = f"{known.line.count:,} code{'' if known.line.count == 1 else 's'}"
        return f"A heading, not a code: {many} stand below it, and a claim needs one of those."
    if known.is_new:
        parent = known.parent
        of = f" of {parent.code}, {parent.title}" if parent and parent.title else ""
        return f"A code{of} that begins with fiscal 2027. Title and groupings are not in our files yet."
    now = f"No longer billable: one of the {known.line.count} codes below it says more"
    parts = ["Billable"] if known.record.active else [now if known.divided else "No longer billable"]
    if known.grouping:
        parts.append(LEVELS[known.grouping.severity][1].replace("Neither", "neither"))
    if not known.is_grouped:
        return f"{parts[0]}."
    categories = " and ".join(f"HCC {one.category.code}" for one in known.weighed)
    parts.append(f"counts toward {categories} in CMS-HCC V28" if categories else "no category in CMS-HCC V28")
    return "; ".join(parts) + "."


def glance(session: Session, known: Known) -> list[tuple[str, str | Markup]]:
    """The first facts, as rows of `facts`."""
    code = known.record
    if code is None:
        return heading(session, known)
    rows: list[tuple[str, str | Markup]] = [("Billable", "Yes" if code.active else "No longer"), *days(code)]
    if code.title:
        rows.insert(0, ("Official title", fact("title", code.title)))
    rows += seventh(known)
    if known.grouping:
        level, words = LEVELS[known.grouping.severity]
        rows.append(("As secondary diagnosis", fact("severity", level, words)))
        rows += major(session, known.grouping)
    rows += [(one.model.label, risk(one)) for one in known.risks]
    return rows


def heading(session: Session, known: Known) -> list[tuple[str, str | Markup]]:
    """What holds for the codes below a heading."""
    rows: list[tuple[str, str | Markup]] = [("Billable", "No, it needs more characters")]
    rows.append(("Codes below", f"{known.line.count:,}"))
    levels = severities(session, known.found.code)
    graver = [
        f"{levels[level]:,} {LEVELS[level][1]}" for level in (Severity.MCC, Severity.CC) if level in levels
    ]
    if levels:
        rows.append(("As secondary diagnoses", ", ".join(graver) or "None is a CC or an MCC"))
    counting = counted_below(session, known.found.code)
    parts = [
        Markup('<a href="{}">HCC {}</a>: {:,}').format(code_path(one.code_set, one.code), one.code, count)
        for one, count in counting
    ]
    if levels:
        rows.append((RiskModel.V28.label, Markup(", ").join(parts) or "None counts toward a category"))
    return rows


def seventh(known: Known) -> list[tuple[str, str | Markup]]:
    """What the seventh character of the code says."""
    last = sort_key(CodeSet.ICD10CM, known.found.code)[LAST_PLACE:]
    lines = [text for one in known.said if one.kind is Instruction.SEVENTH for text in one.texts]
    told = next((text.partition(" ")[2] for text in lines if last and text.startswith(f"{last} ")), "")
    return (
        [("Seventh character", Markup('<span class="mono">{}</span>, {}').format(last, told))] if told else []
    )


def major(session: Session, grouping: Grouping) -> list[tuple[str, str | Markup]]:
    """The major category with the way to its groups."""
    if grouping.mdc is None:
        return []
    family = family_by_slug(session, f"msdrg-mdc-{grouping.mdc.mdc.lower()}")
    name = Markup("{} {}").format(fact("mdc", grouping.mdc.mdc), grouping.mdc.title)
    if family is None:
        return [("Major diagnostic category", name)]
    return [("Major diagnostic category", Markup('<a href="{}">{}</a>').format(family_path(family), name))]


def risk(one: Counted) -> Markup:
    """A category by its number and label, with its page where it has one."""
    name = Markup("{} {}").format(fact(f"hcc_{one.model.value}", one.category), one.label)
    if one.code is None:
        return name
    return Markup('<a href="{}">{}</a>').format(code_path(one.code.code_set, one.code.code), name)
