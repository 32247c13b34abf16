"""One builder a noun. Each makes the thing as the real verbs would, so that a test says only what it is about."""

from datetime import timedelta
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Any

from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard import clock
from jobboard.domain.accounts.employer import Employer, EmployerKind
from jobboard.domain.accounts.member import Member, Role
from jobboard.domain.accounts.user import Audience, User, key_of
from jobboard.domain.applications.application import Application, apply
from jobboard.domain.applications.lifecycle import NotChosenReason
from jobboard.domain.applications.resume import Resume, ResumeKind
from jobboard.domain.base import new_id
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.finding import chain
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings import parts, terms
from jobboard.domain.postings.edition import LISTS
from jobboard.domain.postings.posting import Posting, draft
from jobboard.domain.postings.terms import CloseReason, Status
from jobboard.domain.tracking.entry import add
from jobboard.domain.tracking.procedure_list import ProcedureList, Settings, Site, begin
from jobboard.domain.tracking.reading import read
from jobboard.extensions import db
from jobboard.work import outbox

PASSWORD = "correct horse battery staple"
number = count(1)

DESCRIPTION = (
    "You code same-day and inpatient colorectal cases for eleven surgeons from the operative report, answer the "
    "surgeons’ questions the day they come, and close every account within three days of the visit. Two senior coders "
    "review a sample each month and sit with you on what they find."
)


@cache
def hashed_password() -> str:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


def a_person(session: Session, name: str, audience: str = "coder", **words: Any) -> User:
    """A confirmed person whose password is PASSWORD."""
    address = name.lower().replace(" ", ".") + "@example.com"
    person = User(
        id=new_id(), email=address, email_key=key_of(address), name=name, audience=Audience(audience),
        password=hashed_password(), created_at=clock.now(), confirmed_at=clock.now(), fs_uniquifier=new_id(), seats=[], **words,
    )  # fmt: skip
    session.add(person)
    session.commit()
    return person


def an_employer(session: Session, name: str, **words: Any) -> Employer:
    slug = words.pop("slug", f"employer-{next(number)}")
    words = {
        "kind": EmployerKind.HEALTH_SYSTEM,
        "timezone": "America/New_York",
        "created_at": clock.now(),
    } | words
    employer = Employer(id=new_id(), slug=slug, name=name, **words)
    session.add(employer)
    session.commit()
    return employer


def a_member(session: Session, name: str, employer: Employer, role: Role = Role.OWNER) -> User:
    person = a_person(session, name, audience="employer")
    person.seats.append(
        Member(id=new_id(), employer=employer, employer_id=employer.id, role=role, since=clock.now())
    )
    session.commit()
    return person


def a_moderator(session: Session) -> User:
    """The moderator who moves postings along when a test does not care who."""
    known = session.scalar(select(User).where(User.email_key == "some.moderator@example.com"))
    return known or a_person(session, "Some Moderator", audience="staff", is_moderator=True)


def some_terms(session: Session) -> dict[str, Any]:
    """A complete, sound edition: a remote colorectal surgery desk."""
    family = chain(session, "44314")[0]
    credential = session.scalars(select(Credential).where(Credential.abbreviation == "CPC")).one()
    specialty = session.scalars(select(Specialty).order_by(Specialty.id)).first()
    assert specialty is not None
    return {
        "title": "Colorectal surgery coder",
        "description": DESCRIPTION,
        "closes_on": clock.now().date() + timedelta(days=30),
        "work_model": terms.WorkModel.REMOTE,
        "all_states": True,
        "schedule": terms.Schedule.DAYS,
        "pay_min": Decimal("28.00"),
        "pay_max": Decimal("36.00"),
        "pay_unit": terms.PayUnit.HOUR,
        "other_compensation": "None",
        "benefits": ["Health insurance", "Paid time off"],
        "experience_months": 24,
        "apprentices": terms.Apprentices.NO,
        "response_days": 5,
        "ai_use": terms.AiUse.NONE,
        "settings": [
            parts.SettingCell(side=terms.FeeSide.PROFESSIONAL, encounter=terms.Encounter.OUTPATIENT_SURGERY)
        ],
        "specialties": [parts.SpecialtyTag(specialty_id=specialty.id, specialty=specialty)],
        "families": [parts.FamilyTag(family_id=family.id, family=family, need=terms.Need.REQUIRED, share=60)],
        "credentials": [
            parts.CredentialTag(
                group_no=1,
                credential_id=credential.id,
                credential=credential,
                need=terms.CredentialNeed.REQUIRED,
            )
        ],
        "types": [parts.TypeTag(type=terms.EmploymentType.FULL_TIME)],
        "duties": [parts.DutyShare(duty=terms.Duty.CODING, percent=100)],
        "states": [],
        "places": [],
        "tools": [],
        "steps": [],
        "questions": [],
    }


def a_posting(
    session: Session, employer: Employer, by: User, status: str | Status = Status.LIVE, **words: Any
) -> Posting:
    """A posting of `employer` in `status`, moved there by the real verbs. Other words are terms of its edition."""
    now, judge = clock.now(), a_moderator(session)
    posting, line = draft(employer, by=by, at=now)
    edition = posting.edition
    edition.write({**blank(), **some_terms(session), **words}, at=now)
    session.add_all([posting, edition])
    session.flush()
    lines = [line, *moved(posting, Status(status), by, judge)]
    session.add_all(lines)
    session.commit()
    return posting


def blank() -> dict[str, Any]:
    """Every list of an edition, loaded and empty."""
    return {name: [] for name in LISTS}


def moved(posting: Posting, status: Status, by: User, judge: User) -> list[Any]:
    """The lines of the way from draft to `status`."""
    now = clock.now()
    if status == Status.DRAFT:
        return []
    lines = [posting.submit(by=by, at=now)]
    reasons = [Reason.PAY_UNCLEAR]
    if status == Status.NEEDS_CHANGES:
        lines.append(
            posting.ask_for_changes(by=judge, at=now, reasons=reasons, note="Please check the unit.")
        )
    if status == Status.REJECTED:
        lines.append(posting.reject(by=judge, at=now, reasons=reasons, note=""))
    if status in (Status.LIVE, Status.PAUSED, Status.CLOSED, Status.REMOVED):
        lines.append(posting.approve(by=judge, at=now))
    if status == Status.PAUSED:
        lines.append(posting.pause(by=by, at=now))
    if status == Status.CLOSED:
        lines.append(posting.close(by=by, at=now, reason=CloseReason.FILLED_HERE))
    if status == Status.REMOVED:
        lines.append(posting.remove(by=judge, at=now, reasons=[Reason.SCAM], note=""))
    return lines


def a_resume(session: Session, coder: User) -> Resume:
    resume = Resume(
        id=new_id(), coder_id=coder.id, kind=ResumeKind.PDF, shown_name="resume.pdf",
        stored_name=f"{new_id()}", size=1000, sha256="0" * 64, stored_at=clock.now(),
    )  # fmt: skip
    session.add(resume)
    session.flush()
    return resume


def an_application(
    session: Session,
    posting: Posting,
    coder: User,
    stage: str = "sent",
    note: str = "I know this desk.",
    **words: Any,
) -> Application:
    """An application to `posting`, moved to `stage` by the real verbs."""
    now = clock.now()
    resume = words.pop("resume", None) or a_resume(session, coder)
    sent, line = apply(posting, by=coder, at=now, resume=resume, note=note, answers=words.pop("answers", []))
    sent.posting = posting
    session.add(sent)
    session.flush()
    session.add(line)
    mover = coder if stage == "withdrawn" else a_moderator(session)
    for verb in WAY[stage]:
        extra = {"reason": NotChosenReason.EXPERIENCE} if verb == "decline" else {}
        session.add(getattr(sent, verb)(by=mover, at=now, **extra))
    session.commit()
    return sent


def a_procedure_list(session: Session, owner: User, text: str = "", name: str = "") -> ProcedureList:
    """A list of `owner` with what `text` says in it, as if pasted today."""
    today = clock.now().date()
    said = Settings(name or f"List {next(number)}", "", Site.FACILITY, None)
    begun, line = begin(said, by=owner, at=clock.now(), held=0)
    session.add(begun)
    session.flush()
    reading = read(session, text, day=today, today=today)
    assert reading.is_sound, [*reading.warnings, *reading.refused]
    entries, added = add(begun, reading.good, batch=new_id(), held=0, by=owner, at=clock.now())
    session.add_all([line, *entries, *([added] if entries else [])])
    session.commit()
    return begun


WAY: dict[str, list[str]] = {
    "sent": [],
    "opened": ["open"],
    "in_conversation": ["open", "start_conversation"],
    "interview": ["open", "invite_to_interview"],
    "offer": ["open", "make_offer"],
    "hired": ["open", "make_offer", "hire"],
    "not_chosen": ["open", "decline"],
    "withdrawn": ["withdraw"],
}


def deliver(app: Flask) -> int:
    """One pass of the outbox, as a worker would make it; how many letters went."""
    with app.app_context():
        return outbox.deliver(db.session, clock.now)
