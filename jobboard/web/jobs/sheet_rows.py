"""The rows of a posting's sheet: terms and what is said about each, from an edition that may still be incomplete."""

from itertools import groupby

from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import Step
from jobboard.domain.postings.terms import ApplyHow, Apprentices, WorkModel
from jobboard.web.jobs import phrases
from jobboard.web.jobs.phrases import counted

Row = tuple[str, str]
FactRow = tuple[str, str, str]


def places(edition: Edition) -> tuple[str, ...]:
    return tuple(sorted(f"{place.city}, {place.state}" for place in edition.places))


def groups(edition: Edition) -> list[phrases.Group]:
    """Credential groups as (need, months, abbreviations), in the employer's order."""
    found: list[phrases.Group] = []
    for _, tags in groupby(edition.credentials, key=lambda tag: tag.group_no):
        members = list(tags)
        names = [tag.credential.abbreviation for tag in members]
        found.append((members[0].need, members[0].within_months, names))
    return found


def facts(edition: Edition) -> tuple[FactRow, ...]:
    """What a coder decides by, in the order they ask."""
    states = [tag.state for tag in edition.states]
    cells = [(cell.side, cell.encounter) for cell in edition.settings]
    where = phrases.workplace(
        edition.work_model, edition.hybrid_days, edition.all_states, states, places(edition)
    )
    answer = f"Within {counted(edition.response_days, 'day')}" if edition.response_days else phrases.LEFT_OPEN
    return (
        ("Where", where, "map-pin" if edition.work_model != WorkModel.REMOTE else "laptop"),
        ("Setting", phrases.settings(cells), "hospital"),
        ("Credentials", phrases.credentials(groups(edition)), "badge-check"),
        ("Apprentices", apprentices(edition), "graduation-cap"),
        ("Experience", phrases.experience(edition.experience_months), "briefcase"),
        ("Hours", hours(edition), "clock"),
        ("Output", output(edition) or "No target given", "gauge"),
        ("Answer", answer, "message-square"),
    )


def apprentices(edition: Edition) -> str:
    if edition.apprentices is None:
        return phrases.LEFT_OPEN
    if edition.apprentices == Apprentices.WITH_CONDITIONS and edition.apprentice_conditions:
        return f"Welcome, with conditions: {edition.apprentice_conditions}"
    return {Apprentices.YES: "Welcome", Apprentices.NO: "Not for this job"}.get(
        edition.apprentices, "Welcome, with conditions"
    )


def hours(edition: Edition) -> str:
    parts = [tag.type.label for tag in sorted(edition.types, key=lambda tag: tag.type.value)]
    parts += [edition.schedule.label.lower()] if edition.schedule else []
    parts += [f"{edition.hours_per_week} hours a week"] if edition.hours_per_week else []
    return ", ".join(parts) or phrases.LEFT_OPEN


def output(edition: Edition) -> str:
    """'12 charts a day, 95% accuracy'."""
    parts = []
    if edition.target and edition.target_unit and edition.target_period:
        parts.append(f"{edition.target:,} {edition.target_unit.label} {edition.target_period.label}")
    if edition.accuracy_pct is not None:
        parts.append(f"{phrases.percentage(edition.accuracy_pct)} accuracy")
    return ", ".join(parts)


def needs(edition: Edition) -> tuple[Row, ...]:
    rows = [
        ("Experience", phrases.experience(edition.experience_months)),
        ("Apprentices", apprentices(edition)),
    ]
    for kind, tools in groupby(
        sorted(edition.tools, key=lambda tool: (tool.kind.value, tool.name)), key=lambda tool: tool.kind
    ):
        rows.append((kind.label, ", ".join(f"{tool.name} ({tool.need.label.lower()})" for tool in tools)))
    return tuple(rows)


def compensation(edition: Edition) -> tuple[Row, ...]:
    rows = (("Bonus", edition.bonus), ("Other compensation", edition.other_compensation))
    return tuple((term, said) for term, said in rows if said)


def measured(edition: Edition) -> tuple[Row, ...]:
    """How work is measured: the target, the time to reach it, accuracy and who checks it, AI."""
    of = f" ({edition.target_encounter.label})" if edition.target_encounter else ""
    ramp = f"{counted(edition.ramp_weeks, 'week')} to reach it" if edition.ramp_weeks else ""
    audit = ", ".join(
        part for part in (edition.audit_method.label if edition.audit_method else "", edition.auditor) if part
    )
    ai = ". ".join(part for part in (edition.ai_use.label if edition.ai_use else "", edition.ai_note) if part)
    rows = (
        ("Output", output(edition) + of if output(edition) else ""),
        ("Ramp", ramp),
        ("Audit", audit),
        ("AI in the work", ai),
    )
    return tuple((term, said) for term, said in rows if said)


def step_detail(step: Step) -> str:
    """'60 minutes, open book, paid, 80% to pass'; empty for a plain talk."""
    parts = [counted(step.minutes, "minute")] if step.minutes else []
    if step.open_book is not None:
        parts.append("open book" if step.open_book else "closed book")
    if step.paid is not None:
        parts.append("paid" if step.paid else "not paid")
    if step.pass_mark is not None:
        parts.append(f"{step.pass_mark}% to pass")
    return ", ".join(parts)


def fine_print(edition: Edition) -> tuple[Row, ...]:
    rows = [("Openings", f"{edition.seats or 1:,}")]
    rows += [("Requisition", edition.requisition)] if edition.requisition else []
    how = "Here, on this board" if edition.apply_how == ApplyHow.HERE else "On the employer's own site"
    return (*rows, ("How to apply", how))
