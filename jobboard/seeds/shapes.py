"""The shapes of the demo board: plain values that know no database, so that they can be read and tested alone."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple


class Cell(NamedTuple):
    side: str
    encounter: str


class Family(NamedTuple):
    """A code family named by one real code: the leaf that holds it, or the ancestor so many levels up."""

    code: str
    levels_up: int
    need: str
    share: int


class Group(NamedTuple):
    """Any one of these credentials meets the group; a posting's groups are all to be met."""

    need: str
    within_months: int | None
    credentials: tuple[str, ...]


class Place(NamedTuple):
    city: str
    state: str


class Tool(NamedTuple):
    name: str
    kind: str
    need: str


class Step(NamedTuple):
    label: str
    minutes: int | None = None
    open_book: bool | None = None
    paid: bool | None = None
    pass_mark: int | None = None


class Question(NamedTuple):
    text: str
    kind: str


class Productivity(NamedTuple):
    unit: str
    target: float
    period: str
    encounter: str | None
    ramp_weeks: int
    accuracy_pct: int
    method: str
    auditor: str


class Line(NamedTuple):
    """One line of a diary: the verb, when, and who said why (`by` is a person's key; None is the clock)."""

    verb: str
    at: datetime
    by: str | None
    note: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EmployerSeed:
    slug: str
    name: str
    kind: str
    city: str
    state: str
    website: str
    mail_domain: str
    size: str
    about: str
    ehr: str  # several, divided by |, when clients bring their own
    encoder: str
    places: tuple[Place, ...]
    payroll_states: tuple[str, ...] | None  # None: every state
    payroll_reason: str
    roles: tuple[str, ...]
    weight: int
    auditor: str
    response_days: int
    benefits: tuple[str, ...]
    pay_factor: float = 1.0
    domain_verified: bool = True
    contractors: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonSeed:
    """`key` names the person inside the seeds. `roles`: coder, member, moderator, admin."""

    key: str
    name: str
    email: str
    role: str
    city: str = ""
    state: str = ""
    headline: str = ""
    credentials: tuple[str, ...] = ()
    experience_months: int = 0
    specialties: tuple[str, ...] = ()
    families: tuple[tuple[str, int, float], ...] = ()  # code, levels up, years
    tools: tuple[str, ...] = ()
    visibility: str = "hidden"
    desks: tuple[str, ...] = ()  # slugs of the roles this coder applies for
    about: str = ""
    employer_slug: str | None = None  # the seat, for members
    seat: str | None = None  # owner, recruiter, viewer


@dataclass(frozen=True, kw_only=True)
class PostingSeed:
    key: str
    employer_slug: str
    title: str
    description: str = ""
    role: str = ""  # the slug of the archetype; empty for hand-written postings
    settings: tuple[Cell, ...] = ()
    specialties: tuple[str, ...] = ()
    families: tuple[Family, ...] = ()
    credential_groups: tuple[Group, ...] = ()
    experience_months: int | None = None
    apprentices: str | None = None
    apprentice_conditions: str = ""
    work_model: str | None = None
    hybrid_days: int | None = None
    states: str | tuple[str, ...] = ()  # "all", or a list; only for remote
    states_reason: str = ""
    places: tuple[Place, ...] = ()
    employment_types: tuple[str, ...] = ()
    schedule: str | None = None
    hours_per_week: int | None = None
    pay_min: float | None = None
    pay_max: float | None = None
    pay_unit: str | None = None
    bonus: str = ""
    other_compensation: str = ""
    benefits: tuple[str, ...] = ()
    productivity: Productivity | None = None
    tools: tuple[Tool, ...] = ()
    steps: tuple[Step, ...] = ()
    response_days: int | None = None
    ai_use: str | None = None
    ai_note: str = ""
    apply_how: str = "here"
    apply_url: str = ""
    questions: tuple[Question, ...] = ()
    opens_on: date | None = None
    closes_on: date | None = None
    seats: int = 1
    requisition: str = ""
    duties: tuple[tuple[str, int], ...] = ()
    status: str = "draft"
    close_reason: str | None = None
    created_at: datetime | None = None
    first_published_at: datetime | None = None
    confirmed_at: datetime | None = None
    by: str = ""  # the key of the person who wrote it
    diary: tuple[Line, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ApplicationSeed:
    posting_key: str
    coder_key: str
    status: str
    note: str
    answers: tuple[tuple[str, str], ...]  # question text, answer
    sent_at: datetime
    reason: str = ""  # the requirement a "not chosen" is tied to, or why it was withdrawn
    diary: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Board:
    employers: tuple[EmployerSeed, ...] = ()
    people: tuple[PersonSeed, ...] = ()
    postings: tuple[PostingSeed, ...] = ()
    applications: tuple[ApplicationSeed, ...] = ()
    password: str = field(default="crosswalk-demo-2026", repr=False)
