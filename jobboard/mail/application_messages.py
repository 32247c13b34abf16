"""Letters about applications: each step of the employer to the coder, each step of the coder to the employer."""

from typing import Any

from sqlalchemy.orm import Session

from jobboard.domain.applications import finding
from jobboard.domain.applications.application import Application
from jobboard.domain.diary import Event
from jobboard.mail import recipients
from jobboard.mail.letter import Letter
from jobboard.mail.links import site_link
from jobboard.mail.paragraphs import line
from jobboard.mail.posting_messages import title
from jobboard.mail.writing import write


def apply(session: Session, event: Event) -> list[Letter]:
    """A confirmation to the coder, and word to those who may answer."""
    application = of(session, event)
    edition = application.posting.edition
    confirmed = to_coder(event, application, response_days=edition.response_days)
    return confirmed + to_employer(session, event, application, "application_apply_employer")


def moved(session: Session, event: Event) -> list[Letter]:
    """The employer did something: the coder is told, with the employer's words."""
    return to_coder(event, of(session, event), message=event.note)


def decline(session: Session, event: Event) -> list[Letter]:
    application = of(session, event)
    reason = application.reason.label if application.reason else ""
    return to_coder(event, application, message=event.note, reason=reason)


def withdraw(session: Session, event: Event) -> list[Letter]:
    return to_employer(session, event, of(session, event), "application_withdraw")


def of(session: Session, event: Event) -> Application:
    application = finding.by_id(session, event.application_id or "")
    assert application is not None, "the diary of an application outlives nothing it speaks of"
    return application


def to_coder(event: Event, application: Application, **words: Any) -> list[Letter]:
    url = site_link("applicants.show", id=application.id)
    coder = application.coder
    return [write(event, coder, url=url, **about(application), **words)] if coder.active else []


def to_employer(session: Session, event: Event, application: Application, template: str) -> list[Letter]:
    people = recipients.recruiters(session, application.posting.employer_id)
    url = site_link("employers.application", id=application.id)
    return [write(event, person, template, url=url, **about(application)) for person in people]


def about(application: Application) -> dict[str, Any]:
    posting = application.posting
    return {
        "title": title(posting),
        "employer": line(posting.employer.name),
        "coder": line(application.coder.name),
        "sent_at": application.sent_at,
    }


LETTERS = {
    ("application", "apply"): apply,
    ("application", "open"): moved,
    ("application", "start_conversation"): moved,
    ("application", "invite_to_interview"): moved,
    ("application", "make_offer"): moved,
    ("application", "hire"): moved,
    ("application", "decline"): decline,
    ("application", "withdraw"): withdraw,
}
SILENT: frozenset[tuple[str, str]] = frozenset()
