"""Who is written to: people whose accounts are open, and at an employer those who may act on the letter."""

from sqlalchemy.orm import Session

from jobboard.domain.accounts import finding
from jobboard.domain.accounts.member import Role
from jobboard.domain.accounts.user import User
from jobboard.domain.diary import Event
from jobboard.domain.postings import finding as postings
from jobboard.domain.postings.posting import Posting


def person(session: Session, id: str | None) -> list[User]:
    """That person, or nobody when the account is gone or shut."""
    found = finding.by_id(session, id) if id else None
    return [found] if found and found.active else []


def recruiters(session: Session, employer_id: str) -> list[User]:
    """Who may answer applicants there: owners and recruiters who hold a seat now."""
    return seated(session, employer_id, Role.OWNER, Role.RECRUITER)


def responsible(session: Session, posting: Posting) -> list[User]:
    """Who sent the posting for review last, if they still hold a seat there; else the owners."""
    sent = [each.by_id for each in postings.diary(session, posting.id) if each.verb == "submit"]
    senders = [user for user in recruiters(session, posting.employer_id) if sent and user.id == sent[-1]]
    return senders or seated(session, posting.employer_id, Role.OWNER)


def responsible_and_owners(session: Session, posting: Posting) -> list[User]:
    owners = seated(session, posting.employer_id, Role.OWNER)
    return owners + [user for user in responsible(session, posting) if user not in owners]


def sender(session: Session, event: Event) -> list[User]:
    """Who said the verb."""
    return person(session, event.by_id)


def seated(session: Session, employer_id: str, *roles: Role) -> list[User]:
    members = finding.members_of(session, employer_id)
    return [member.user for member in members if member.role in roles and member.user.active]
