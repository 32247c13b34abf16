"""What must be true of an edition before people see it. Field names are the form's; sentences say what to do."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from jobboard.domain.postings import pay
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.terms import ApplyHow, Apprentices, CredentialNeed, PayUnit, WorkModel

SHORTEST_DESCRIPTION = 200
LONGEST_LISTING = timedelta(days=120)

Problems = dict[str, list[str]]


def problems(edition: Edition, *, today: datetime) -> Problems:
    """Everything that stops `edition` from being sent for review, by field, in the order of the form.

    `today` is the local midnight that began the employer's day.
    """
    found: Problems = {}
    for check in CHECKS:
        for field, sentence in check(edition):
            found.setdefault(field, []).append(sentence)
    for field, sentences in pay.problems(edition.pay_min, edition.pay_max, edition.pay_unit).items():
        found.setdefault(field, []).extend(sentences)
    for field, sentence in dates(edition, today):
        found.setdefault(field, []).append(sentence)
    return found


Said = Iterable[tuple[str, str]]


def words(edition: Edition) -> Said:
    if len(edition.title.strip()) < 8:
        yield "title", "Give a title coders would search for, for example “Profee cardiology coder”."
    if len(edition.description.strip()) < SHORTEST_DESCRIPTION:
        yield (
            "description",
            f"Describe the desk in at least {SHORTEST_DESCRIPTION} characters: what is coded, with whom, how.",
        )


def desk(edition: Edition) -> Said:
    if not edition.settings:
        yield "settings", "Choose at least one setting: fee side and kind of encounter."
    if not edition.specialties:
        yield "specialties", "Choose at least one specialty."
    if not edition.families:
        yield "families", "Tag at least one code family: type a code the desk uses every day."
    if sum(family.share or 0 for family in edition.families) > 100:
        yield "families", "The shares of the code families add up to more than 100 percent."
    total = sum(part.percent for part in edition.duties)
    if total != 100:
        yield "duties", f"The split of duties has to add up to 100 percent; it is {total} now."


def requirements(edition: Edition) -> Said:
    if edition.experience_months is None:
        yield "experience_months", "Say how much experience is needed. 0 is an answer."
    if edition.apprentices is None:
        yield "apprentices", "Say whether apprentices (CPC-A and the like) may apply."
    if edition.apprentices == Apprentices.WITH_CONDITIONS and not edition.apprentice_conditions.strip():
        yield "apprentice_conditions", "Say the conditions for apprentices."
    if edition.apprentices == Apprentices.YES and (edition.experience_months or 0) > 12:
        yield (
            "apprentices",
            "Apprentices are welcome, but more than a year of experience is asked for. Which is it?",
        )
    for tag in edition.credentials:
        if tag.need == CredentialNeed.OBTAIN and not tag.within_months:
            yield (
                "credentials",
                f"Say within how many months {tag.credential.abbreviation} has to be obtained.",
            )


def work(edition: Edition) -> Said:
    if edition.work_model is None:
        yield "work_model", "Choose where the work is done."
    if edition.work_model == WorkModel.HYBRID and not edition.hybrid_days:
        yield "hybrid_days", "Say how many days a week are on site."
    if edition.work_model in (WorkModel.ONSITE, WorkModel.HYBRID) and not edition.places:
        yield "places", "Name the city and state where the work is done."
    if edition.work_model == WorkModel.REMOTE:
        if not edition.all_states and not edition.states:
            yield "states", "Name the states a remote coder may live in, or choose all states."
        if not edition.all_states and edition.states and not edition.states_reason.strip():
            yield "states_reason", "Say why other states are out, for example payroll registration."
    if not edition.types:
        yield "types", "Choose at least one type of employment."


def promises(edition: Edition) -> Said:
    if not edition.benefits:
        yield "benefits", "State laws ask for the benefits. Choose them, or choose “No benefits”."
    if not edition.other_compensation.strip():
        yield "other_compensation", "State laws ask for other compensation. “None” is an answer."
    if edition.response_days is None:
        yield "response_days", "Say within how many days you answer every applicant."
    if edition.ai_use is None:
        yield "ai_use", "Say how AI is used in the workflow."
    if edition.pay_unit in (PayUnit.CHART, PayUnit.ENCOUNTER) and edition.target is None:
        yield (
            "target",
            "With piece pay, say how many are usual, so that coders can work out what it comes to.",
        )
    if edition.apply_how == ApplyHow.LINK and not is_web_address(edition.apply_url):
        yield "apply_url", "Give the full address of the page where coders apply, beginning with https://."


def dates(edition: Edition, today: datetime) -> Said:
    if edition.closes_on is None:
        yield "closes_on", "State laws ask for a closing date."
    elif edition.closes_on < today.date():
        yield "closes_on", "The closing date has passed."
    elif edition.closes_on > (today + LONGEST_LISTING).date():
        yield "closes_on", f"A posting runs at most {LONGEST_LISTING.days} days. You can re-post it later."
    if edition.opens_on and edition.closes_on and edition.opens_on > edition.closes_on:
        yield "opens_on", "It would open after it has closed."


CHECKS: tuple[Callable[[Edition], Said], ...] = (words, desk, requirements, work, promises)


def is_web_address(text: str | None) -> bool:
    parts = urlsplit(text or "")
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")


def differs(one: Edition, other: Edition, names: Iterable[str]) -> bool:
    """Whether two editions differ in any of the named terms; lists compare as sets of rows, steps and questions in their order."""
    return any(comparable(getattr(one, name)) != comparable(getattr(other, name)) for name in names)


def comparable(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    if value and hasattr(value[0], "position"):
        return [repr(as_row(part)) for part in sorted(value, key=lambda part: part.position)]
    return sorted(repr(as_row(part)) for part in value)


def as_row(part: Any) -> Any:
    if not hasattr(part, "__table__"):
        return part
    return [
        (column.key, getattr(part, column.key))
        for column in part.__table__.columns
        if column.key not in ("edition_id", "position")
    ]
