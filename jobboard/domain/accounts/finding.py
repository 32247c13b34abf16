"""Where people, seats, sessions and counted attempts are looked up. Every `where` of this room is here."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session, joinedload

from jobboard.domain.accounts.attempt import Attempt, Kind, hidden
from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.member import Invitation, Member
from jobboard.domain.accounts.session import UserSession
from jobboard.domain.accounts.user import User, key_of
from jobboard.domain.places.place import City, State


def by_email(session: Session, email: str) -> User | None:
    return session.scalar(select(User).where(User.email_key == key_of(email)))


def by_id(session: Session, id: str) -> User | None:
    return session.get(User, id)


def by_uniquifier(session: Session, uniquifier: str) -> User | None:
    return session.scalar(select(User).where(User.fs_uniquifier == uniquifier))


def lock_user(session: Session, id: str) -> User | None:
    """The person as stored now, while nobody else can change them: a link must not work twice at once."""
    locked = (
        select(User).where(User.id == id).with_for_update(of=User).execution_options(populate_existing=True)
    )
    return session.scalar(locked)


def employer_by_slug(session: Session, slug: str) -> Employer | None:
    return session.scalar(select(Employer).where(Employer.slug == slug))


def employer_by_id(session: Session, id: str) -> Employer | None:
    return session.get(Employer, id)


def free_slug(session: Session, wanted: str) -> str:
    """`wanted`, or `wanted-2`, `wanted-3` ... when others had the name first."""
    taken = set(
        session.scalars(select(Employer.slug).where(Employer.slug.startswith(wanted, autoescape=True)))
    )
    number = 1
    while (slug := wanted if number == 1 else f"{wanted}-{number}") in taken:
        number += 1
    return slug


def states(session: Session) -> Sequence[State]:
    """Where an employer's main office may be."""
    return session.scalars(select(State).order_by(State.name)).all()


def main_timezone(session: Session, state: str) -> str | None:
    """The IANA zone most people of a state live in, from its cities."""
    living = func.sum(City.population)
    zones = select(City.timezone).where(City.state_code == state, City.timezone != "")
    return session.scalar(zones.group_by(City.timezone).order_by(living.desc(), City.timezone).limit(1))


# ---- seats


def members_of(session: Session, employer_id: str) -> Sequence[Member]:
    """The seats held now, the longest-held first."""
    held = select(Member).where(Member.employer_id == employer_id, Member.ended_at.is_(None))
    return session.scalars(held.options(joinedload(Member.user)).order_by(Member.since, Member.id)).all()


def lock_members(session: Session, employer_id: str) -> Sequence[Member]:
    """The same seats, while nobody else can change them: the last owner must not leave twice at once.

    Read anew, ended ones too: what was loaded before the lock may have been changed by whoever held it.
    """
    session.execute(select(Employer.id).where(Employer.id == employer_id).with_for_update())
    seats = select(Member).where(Member.employer_id == employer_id).order_by(Member.since, Member.id)
    fresh = seats.options(joinedload(Member.user)).execution_options(populate_existing=True)
    return [seat for seat in session.scalars(fresh) if seat.ended_at is None]


def member_by_id(session: Session, id: str) -> Member | None:
    return session.scalar(select(Member).where(Member.id == id).options(joinedload(Member.user)))


def seat_ever(session: Session, user_id: str, employer_id: str) -> Member | None:
    """The seat a person has or had there."""
    return session.scalar(select(Member).where(Member.user_id == user_id, Member.employer_id == employer_id))


def open_invitations_of(session: Session, employer_id: str, now: datetime) -> Sequence[Invitation]:
    waiting = select(Invitation).where(
        Invitation.employer_id == employer_id, Invitation.used_at.is_(None), Invitation.expires_at > now
    )
    return session.scalars(waiting.order_by(Invitation.created_at, Invitation.id)).all()


def invitations_to(session: Session, email: str, since: datetime) -> int:
    """How many invitations went to an address since then, from all employers together."""
    sent = select(func.count()).select_from(Invitation)
    return (
        session.scalar(sent.where(Invitation.email_key == key_of(email), Invitation.created_at > since)) or 0
    )


def invitation_by_id(session: Session, id: str) -> Invitation | None:
    return session.get(Invitation, id)


def invitation_by_token(session: Session, token_hash: str, *, lock: bool = False) -> Invitation | None:
    wanted = select(Invitation).where(Invitation.token_hash == token_hash)
    return session.scalar(wanted.with_for_update() if lock else wanted)


# ---- sessions


def session_by_secret(session: Session, secret_hash: str) -> UserSession | None:
    return session.scalar(
        select(UserSession)
        .where(UserSession.secret_hash == secret_hash)
        .options(joinedload(UserSession.user))
    )


def session_by_id(session: Session, id: str) -> UserSession | None:
    return session.get(UserSession, id)


def unended_sessions_of(session: Session, user_id: str) -> Sequence[UserSession]:
    rows = select(UserSession).where(UserSession.user_id == user_id, UserSession.ended_at.is_(None))
    return session.scalars(rows.order_by(UserSession.seen_at.desc(), UserSession.id)).all()


def touch_session(session: Session, session_id: str, now: datetime) -> None:
    session.execute(update(UserSession).where(UserSession.id == session_id).values(seen_at=now))


def sweep_sessions(session: Session, before: datetime) -> None:
    """Forget sessions that ended, or were last seen, before that."""
    session.execute(
        delete(UserSession).where(func.coalesce(UserSession.ended_at, UserSession.seen_at) < before)
    )


# ---- attempts


def attempts_since(session: Session, kind: Kind, key: str, since: datetime) -> int:
    mine = (Attempt.kind == kind, Attempt.key == hidden(kind, key), Attempt.at > since)
    return session.scalar(select(func.count()).select_from(Attempt).where(*mine)) or 0


def forget_attempts(session: Session, kind: Kind, key: str, at: datetime | None = None) -> None:
    """All attempts under this key, or only those of one moment."""
    mine = delete(Attempt).where(Attempt.kind == kind, Attempt.key == hidden(kind, key))
    session.execute(mine if at is None else mine.where(Attempt.at == at))


def sweep_attempts(session: Session, before: datetime) -> None:
    session.execute(delete(Attempt).where(Attempt.at <= before))
