"""A board in memory with one of each: an employer, its people, a live posting, two applications, an invitation."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from jobboard.domain import everything
from jobboard.domain.accounts.employer import Employer, EmployerKind
from jobboard.domain.accounts.member import Invitation, Member, Role
from jobboard.domain.accounts.user import Audience, User
from jobboard.domain.applications.application import Application
from jobboard.domain.applications.lifecycle import NotChosenReason, Stage
from jobboard.domain.applications.resume import Resume, ResumeKind
from jobboard.domain.base import Base
from jobboard.domain.diary import Event
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Apprentices, PayUnit, Status, WorkModel
from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.mornings import EASTERN
from jobboard.domain.searches.saving import ask_to_confirm, save
from jobboard.domain.searches.sent_match import SentMatch
from jobboard.domain.searches.suppressed import SuppressedAddress, hidden
from jobboard.domain.searches.wish import Wish

PUBLISHED = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
BEFORE, LATER = PUBLISHED - timedelta(days=1), PUBLISHED + timedelta(days=9)
EMPTY = ""
LIVE = {"posting": "edition", "found": "told"}
# What a letter tells of new jobs is still listed when it is composed, and examples are composed at any time.
LONG_AFTER = datetime(2126, 1, 1, tzinfo=UTC)


@contextmanager
def sample_board() -> Iterator[Session]:
    assert everything, "the tables are known before they are created"
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        for layer in (people(), seats(), postings(), editions(), applications(), searches()):
            session.add_all(layer)
            session.flush()
        for id, shown in LIVE.items():
            live = session.get_one(Posting, id)
            live.live_edition_id, live.status = shown, Status.LIVE
        session.commit()
        yield session
    engine.dispose()


def people() -> list[Base]:
    acme = Employer(
        id="acme", slug="acme-health", name="Acme Health", kind=EmployerKind.HEALTH_SYSTEM, created_at=BEFORE
    )
    return [
        acme,
        person("owen", "Owen Castellanos", Audience.EMPLOYER),
        person("mira", "Mira Sandoval", Audience.EMPLOYER),
        person("amir", "Amir Haddad", Audience.CODER),
        person("dana", "Dana Whitfield", Audience.CODER),
        person("nova", "Nova Ellison", Audience.CODER, confirmed=False),
    ]


def person(id: str, name: str, audience: Audience, *, confirmed: bool = True) -> User:
    return User(
        id=id, email=f"{id}@example.com", email_key=f"{id}@example.com", name=name, audience=audience,
        password=EMPTY, created_at=BEFORE, confirmed_at=BEFORE if confirmed else None, fs_uniquifier=id,
    )  # fmt: skip


def seats() -> list[Base]:
    owner = Member(id="owner", user_id="owen", employer_id="acme", role=Role.OWNER, since=BEFORE)
    recruiter = Member(
        id="recruiter", user_id="mira", employer_id="acme", role=Role.RECRUITER, since=PUBLISHED
    )
    invitation = Invitation(
        id="invitation", employer_id="acme", email_key="viola@example.com", role=Role.VIEWER, token_hash=EMPTY,
        invited_by_id="owen", created_at=BEFORE, expires_at=LATER + timedelta(days=1),
    )  # fmt: skip
    return [owner, recruiter, invitation]


def postings() -> list[Base]:
    return [posting("posting", LATER + timedelta(days=21)), posting("found", LONG_AFTER)]


def posting(id: str, closes_at: datetime) -> Posting:
    return Posting(
        id=id, employer_id="acme", status=Status.DRAFT, created_at=BEFORE, first_published_at=PUBLISHED,
        confirmed_at=PUBLISHED, opens_at=PUBLISHED, closes_at=closes_at,
    )  # fmt: skip


def editions() -> list[Base]:
    title = "Colorectal surgery coder"
    return [
        Edition(id="edition", posting_id="posting", number=1, saved_at=BEFORE, title=title, response_days=5),
        Edition(
            id="told", posting_id="found", number=1, saved_at=BEFORE, title=title, pay_min=Decimal(28), pay_max=Decimal(36),
            pay_unit=PayUnit.HOUR, work_model=WorkModel.REMOTE, all_states=True, apprentices=Apprentices.NO,
        ),
    ]  # fmt: skip


def searches() -> list[Base]:
    """A guest's that waits, Amir's with one new job, and Mira's mailbox that took no letters."""
    wish = Wish("Remote surgery", "q=surgery&work=remote", "“surgery”, Remote", Rhythm.WEEKLY, EASTERN)
    asked, _ = ask_to_confirm(wish, "guest@example.com", at=BEFORE)
    kept, _ = save(wish, by=person("amir", "Amir Haddad", Audience.CODER), at=BEFORE, held=0, change=0)
    asked.id, kept.id = "asked", "kept"
    line = Event(id="saved_search-match-25-mira", noun="saved_search", verb="match", at=LATER)
    sent = SentMatch(
        saved_search_id="kept",
        posting_id="found",
        event_id=line.id,
        place=0,
        reason="matches “surgery”, Remote",
    )
    refused = SuppressedAddress(key=hidden("mira@example.com"), at=BEFORE, reason="550 no such mailbox")
    return [asked, kept, line, sent, refused]


def applications() -> list[Base]:
    return [
        *(resume(coder) for coder in ("amir", "dana")),
        application("waiting", "amir", Stage.SENT, None),
        application("declined", "dana", Stage.NOT_CHOSEN, NotChosenReason.EXPERIENCE),
    ]


def resume(coder: str) -> Resume:
    return Resume(
        id=coder, coder_id=coder, kind=ResumeKind.PDF, shown_name="resume.pdf", stored_name=coder, size=1,
        sha256="-", stored_at=BEFORE,
    )  # fmt: skip


def application(id: str, coder: str, stage: Stage, reason: NotChosenReason | None) -> Application:
    return Application(
        id=id, posting_id="posting", edition_id="edition", coder_id=coder, resume_id=coder, stage=stage,
        sent_at=PUBLISHED, moved_at=PUBLISHED, reason=reason,
    )  # fmt: skip
