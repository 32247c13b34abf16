"""How seats at an employer come and go: invite, take the seat, change its role, end it. An owner always remains."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.member import INVITATION_LASTS, Invitation, Member, Role
from jobboard.domain.accounts.user import User, key_of
from jobboard.domain.base import new_id
from jobboard.domain.diary import Event
from jobboard.domain.errors import Invalid, NotAllowed, NotNow

LAST_OWNER = "An employer needs an owner. Make somebody else an owner first."


@dataclass(frozen=True)
class Offer:
    """An invitation to be: its id, to whom, as what, and the SHA-256 of the token its link will carry."""

    id: str
    email: str
    role: Role
    token_hash: str


def invite(
    employer: Employer,
    offer: Offer,
    *,
    by: User,
    members: Sequence[Member],
    waiting: Sequence[Invitation],
    at: datetime,
) -> tuple[Invitation, Event]:
    """Offer a seat to whoever reads mail there. A newer invitation to the same address replaces the older."""
    _may_grant(by, employer.id, offer.role)
    if any(member.user.email_key == key_of(offer.email) for member in members):
        raise Invalid({"email": ["This person already has a seat here."]})
    for older in waiting:
        if older.email_key == key_of(offer.email):
            older.expires_at = at
    invitation = Invitation(
        id=offer.id,
        employer_id=employer.id,
        email_key=key_of(offer.email),
        role=offer.role,
        token_hash=offer.token_hash,
        invited_by_id=by.id,
        created_at=at,
        expires_at=at + INVITATION_LASTS,
    )
    line = employer.note("invite", by=by, at=at, new=offer.role.value, data={"invitation": invitation.id})
    return invitation, line


def withdraw_invitation(invitation: Invitation, *, by: User, at: datetime) -> Event:
    if not invitation.is_open(at):
        raise NotNow("This invitation has been used or has run out.")
    invitation.expires_at = at
    return invitation.employer.note("withdraw_invitation", by=by, at=at, data={"invitation": invitation.id})


def take_seat(
    invitation: Invitation, user: User, past: Member | None, *, at: datetime
) -> tuple[Member, Event]:
    """Accept an invitation. `past` is the seat this person has or had there; it is taken up again."""
    if not invitation.is_open(at):
        raise NotNow("This invitation has been used or has run out. Ask for a new one.")
    if user.email_key != invitation.email_key:
        raise NotAllowed("This invitation was sent to another address.")
    inviter = invitation.invited_by.seat_at(invitation.employer_id)
    if inviter is None or not inviter.role.covers(invitation.role):
        raise NotNow("The person who invited you can no longer do so. Ask the employer for a new invitation.")
    invitation.used_at = at
    seat = past or Member(
        id=new_id(), user_id=user.id, employer_id=invitation.employer_id, role=invitation.role, since=at
    )
    if seat.ended_at is not None:
        seat.role, seat.since, seat.ended_at = invitation.role, at, None
    line = invitation.employer.note("take_seat", by=user, at=at, new=seat.role.value)
    line.user_id = user.id
    return seat, line


def change_role(seat: Member, role: Role, *, by: User, members: Sequence[Member], at: datetime) -> Event:
    _still_held(seat)
    _may_grant(by, seat.employer_id, role)
    if role != Role.OWNER:
        _someone_else_owns(seat, members)
    old, seat.role = seat.role, role
    line = seat.employer.note("change_role", by=by, at=at, old=old.value, new=role.value)
    line.user_id = seat.user_id
    return line


def end_seat(seat: Member, *, by: User, members: Sequence[Member], at: datetime) -> Event:
    """An owner ends anybody's seat; everybody may leave by themselves."""
    _still_held(seat)
    if seat.user_id != by.id:
        _may_grant(by, seat.employer_id, seat.role)
    _someone_else_owns(seat, members)
    seat.ended_at = at
    line = seat.employer.note("end_seat", by=by, at=at, old=seat.role.value)
    line.user_id = seat.user_id
    return line


def _may_grant(by: User, employer_id: str, role: Role) -> None:
    own = by.seat_at(employer_id)
    if own is None or own.role == Role.VIEWER or not own.role.covers(role):
        raise NotAllowed("You can only give a role that your own covers.")


def _still_held(seat: Member) -> None:
    if seat.ended_at is not None:
        raise NotNow("This person no longer has a seat here.")


def is_last_owner(seat: Member, members: Sequence[Member]) -> bool:
    return seat.role == Role.OWNER and not any(m.role == Role.OWNER for m in members if m.id != seat.id)


def _someone_else_owns(seat: Member, members: Sequence[Member]) -> None:
    if is_last_owner(seat, members):
        raise NotNow(LAST_OWNER)
