"""What a posting's page says, as one value: the public page, the employer's preview and the moderator's pane draw the
same sheet with `templates/jobs/_posting.html` (variable `sheet`, and `level` where the title is not the page's h1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import url_for

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.finding import states as known_states
from jobboard.domain.codes.credential import Credential
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import FamilyTag
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import WorkModel
from jobboard.extensions import db
from jobboard.web.jobs import phrases, sheet_rows
from jobboard.web.jobs.sheet_rows import Row


@dataclass(frozen=True)
class Bar:
    """One stripe: a code family or a duty. `share` is None where the employer named no figure."""

    label: str
    share: int | None
    note: str = ""
    url: str | None = None
    mine: bool = False


@dataclass(frozen=True)
class Pay:
    text: str
    unit: str
    note: str


@dataclass(frozen=True)
class CredentialGroup:
    """Any one of `names` (abbreviation, full name, address of its page or None) meets the group."""

    names: tuple[tuple[str, str, str | None], ...]
    need: str


@dataclass(frozen=True)
class Sheet:
    """Everything the body of a posting's page shows. An incomplete draft gives a sheet with gaps, never an error."""

    title: str
    employer_name: str
    employer_url: str
    employer_badge: str | None
    employer_reason: str | None
    pay: Pay
    facts: tuple[sheet_rows.FactRow, ...]
    families: tuple[Bar, ...]
    duties: tuple[Bar, ...]
    specialties: tuple[Row, ...]
    description: str
    credentials: tuple[CredentialGroup, ...]
    needs: tuple[Row, ...]
    states: dict[str, str]
    states_reason: str
    places: tuple[str, ...]
    compensation: tuple[Row, ...]
    benefits: tuple[str, ...]
    measured: tuple[Row, ...]
    steps: tuple[Row, ...]
    fine: tuple[Row, ...]
    first_published: date | None
    confirmed: date | None
    closes: date | None
    days_left: int | None


def sheet(posting: Posting, edition: Edition, now: datetime) -> Sheet:
    """The sheet of one edition (whole, as `finding.by_id` loads it). Days are days in the employer's time zone."""
    employer, zone = posting.employer, ZoneInfo(posting.employer.timezone)
    published, confirmed = posting.first_published_at, posting.confirmed_at
    return Sheet(
        title=edition.title or "Untitled posting",
        employer_name=employer.name,
        employer_url=url_for("jobs.company", slug=employer.slug),
        employer_badge="Verified" if employer.is_verified else None,
        employer_reason=verified_because(employer),
        pay=pay_of(edition),
        facts=sheet_rows.facts(edition),
        families=families(edition.families),
        duties=tuple(Bar(part.duty.label, part.percent) for part in edition.duties),
        specialties=tuple((tag.specialty.name, tag.specialty.slug) for tag in edition.specialties),
        description=edition.description,
        credentials=credential_groups(edition),
        needs=sheet_rows.needs(edition),
        states=states(edition),
        states_reason=edition.states_reason,
        places=sheet_rows.places(edition),
        compensation=sheet_rows.compensation(edition),
        benefits=tuple(edition.benefits or ()),
        measured=sheet_rows.measured(edition),
        steps=tuple((step.label, sheet_rows.step_detail(step)) for step in edition.steps),
        fine=sheet_rows.fine_print(edition),
        first_published=published.astimezone(zone).date() if published else None,
        confirmed=confirmed.astimezone(zone).date() if confirmed else None,
        closes=edition.closes_on,
        days_left=(edition.closes_on - now.astimezone(zone).date()).days if edition.closes_on else None,
    )


def verified_because(employer: Employer) -> str | None:
    if not employer.is_verified:
        return None
    return f"someone there answers email at {employer.confirmed_mail_domain}"


def states(edition: Edition) -> dict[str, str]:
    """Code and name of each state a remote coder may live in; empty when it is all of them."""
    chosen = {tag.state for tag in edition.states}
    if edition.work_model != WorkModel.REMOTE or edition.all_states or not chosen:
        return {}
    return {state.code: state.name for state in known_states(db.session) if state.code in chosen}


def pay_of(edition: Edition) -> Pay:
    low, high, unit = edition.pay_min, edition.pay_max, edition.pay_unit
    return Pay(phrases.figures(low, high), unit.label if unit else "", phrases.pay_note(low, high, unit))


def credential_groups(edition: Edition) -> tuple[CredentialGroup, ...]:
    known = {tag.credential.abbreviation: tag.credential for tag in edition.credentials}
    return tuple(
        CredentialGroup(tuple(credential_name(known[name]) for name in names), phrases.need(kind, months))
        for kind, months, names in sheet_rows.groups(edition)
    )


def credential_name(one: Credential) -> tuple[str, str, str | None]:
    """One that nobody confirmed has no page."""
    page = url_for("codes.credential", slug=one.slug) if one.confirmed else None
    return one.abbreviation, one.name, page


def families(tags: Iterable[FamilyTag]) -> tuple[Bar, ...]:
    """Largest share first, then those without a figure by name."""
    ordered = sorted(tags, key=lambda tag: (-(tag.share or 0), tag.family.label))
    return tuple(
        Bar(
            tag.family.label,
            tag.share,
            note=" · ".join(part for part in (tag.family.span, tag.need.label.lower()) if part),
            url=url_for("codes.family", slug=tag.family.slug),
        )
        for tag in ordered
    )
