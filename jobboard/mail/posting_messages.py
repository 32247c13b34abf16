"""Letters about postings: to those who look after them, and to applicants when one closes under them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from jobboard.domain.accounts.user import User
from jobboard.domain.applications import finding as applications
from jobboard.domain.applications.lifecycle import OPEN
from jobboard.domain.diary import Event
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings import finding
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import CloseReason
from jobboard.mail import recipients
from jobboard.mail.letter import Letter
from jobboard.mail.links import site_link
from jobboard.mail.paragraphs import line
from jobboard.mail.writing import write


def submit(session: Session, event: Event) -> list[Letter]:
    posting = of(session, event)
    return to_each(recipients.sender(session, event), event, posting, desk_link(posting))


def approve(session: Session, event: Event) -> list[Letter]:
    posting = of(session, event)
    words = {
        "shown_from": posting.opens_at,
        "shown_until": posting.closes_at,
        "zone": posting.employer.timezone,
    }
    return to_each(recipients.responsible(session, posting), event, posting, public_link(posting), **words)


def publish_change(session: Session, event: Event) -> list[Letter]:
    posting = of(session, event)
    return to_each(recipients.sender(session, event), event, posting, public_link(posting))


def ask_for_changes(session: Session, event: Event) -> list[Letter]:
    posting = of(session, event)
    url = site_link("employers.edit", id=posting.id)
    return to_each(recipients.responsible(session, posting), event, posting, url, **judgement(event))


def reject(session: Session, event: Event) -> list[Letter]:
    posting = of(session, event)
    people = recipients.responsible(session, posting)
    return to_each(people, event, posting, desk_link(posting), **judgement(event))


def remove(session: Session, event: Event) -> list[Letter]:
    """To the employer with the reasons; to applicants, because they may be in touch with somebody they should not."""
    posting = of(session, event)
    people = recipients.responsible_and_owners(session, posting)
    told = to_each(people, event, posting, desk_link(posting), **judgement(event))
    return told + to_applicants(session, event, posting, "posting_remove_applicant")


def close(session: Session, event: Event) -> list[Letter]:
    """To applicants who still wait for an answer. The employer pressed the button and knows."""
    posting = of(session, event)
    reason = CloseReason(event.data["reason"])
    return to_applicants(session, event, posting, "posting_close", reason=reason.value)


def of(session: Session, event: Event) -> Posting:
    posting = finding.headline(session, event.posting_id or "")
    assert posting is not None, "the diary of a posting outlives nothing it speaks of"
    return posting


def to_each(people: Iterable[User], event: Event, posting: Posting, url: str, **words: Any) -> list[Letter]:
    known: dict[str, Any] = {
        "title": title(posting),
        "employer": line(posting.employer.name),
        "change": is_change(posting, event),
    }
    return [write(event, person, url=url, **known, **words) for person in people]


def to_applicants(
    session: Session, event: Event, posting: Posting, template: str, **words: Any
) -> list[Letter]:
    known = {"title": title(posting), "employer": line(posting.employer.name)}
    waiting = [each for each in applications.of_posting(session, posting.id) if each.stage in OPEN]
    return [
        write(event, each.coder, template, url=site_link("applicants.show", id=each.id), **known, **words)
        for each in waiting
        if each.coder.active
    ]


def judgement(event: Event) -> dict[str, Any]:
    """The reasons as the sentences the employer reads, and the moderator's own words."""
    return {"reasons": [Reason(each).label for each in event.data["reasons"]], "note": event.note}


def is_change(posting: Posting, event: Event) -> bool:
    """Whether it was about a change to a posting that readers already see."""
    first = posting.first_published_at
    return first is not None and first < event.at


def title(posting: Posting) -> str:
    return line(posting.edition.title) or "A posting without a title yet"


def desk_link(posting: Posting) -> str:
    return site_link("employers.posting", id=posting.id)


def public_link(posting: Posting) -> str:
    return site_link("jobs.posting", id=posting.id)


LETTERS = {
    ("posting", verb.__name__): verb
    for verb in (submit, approve, publish_change, ask_for_changes, reject, remove, close)
}
# What an employer does to its own posting and sees at once, and what moderators do among themselves.
SILENT = frozenset(
    ("posting", verb)
    for verb in (
        "draft",
        "repost",
        "begin_change",
        "discard",
        "withdraw",
        "pause",
        "resume",
        "confirm",
        "claim",
    )
)
