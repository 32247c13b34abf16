"""How accounts begin: a coder's, an employer's with its first owner, an invited member's, the first admin's."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from jobboard.domain.accounts import finding
from jobboard.domain.accounts.employer import Employer, EmployerKind
from jobboard.domain.accounts.mail_domains import company_domain
from jobboard.domain.accounts.member import Member, Role
from jobboard.domain.accounts.names import slug_of
from jobboard.domain.accounts.user import Audience, User, key_of
from jobboard.domain.base import new_id
from jobboard.domain.diary import Event


@dataclass(frozen=True)
class Person:
    """What somebody tells about themselves when they sign up; the password is hashed already, None for none yet."""

    email: str
    name: str
    hashed: str | None


@dataclass(frozen=True)
class Company:
    """What an employer's first owner tells about it. `timezone` is an IANA name."""

    name: str
    kind: EmployerKind
    website: str | None
    state: str | None
    timezone: str


def sign_up(session: Session, person: Person, audience: Audience, *, at: datetime) -> User:
    """A new account, not yet confirmed. Flushes: a second account for one address raises IntegrityError here."""
    user = User(
        id=new_id(),
        email=person.email,
        email_key=key_of(person.email),
        name=person.name,
        audience=audience,
        password=person.hashed,
        created_at=at,
        fs_uniquifier=new_id(),
        seats=[],
    )
    session.add(user)
    session.flush()
    session.add(user.note("sign_up", at=at, new=audience.value))
    return user


def sign_up_employer(session: Session, person: Person, company: Company, *, at: datetime) -> User:
    """An account, its employer and the owner's seat, in one."""
    user = sign_up(session, person, Audience.EMPLOYER, at=at)
    employer = Employer(
        id=new_id(),
        slug=finding.free_slug(session, slug_of(company.name)),
        name=company.name,
        kind=company.kind,
        website=company.website,
        state=company.state,
        timezone=company.timezone,
        created_at=at,
    )
    session.add(employer)
    session.flush()
    user.seats.append(Member(id=new_id(), employer=employer, role=Role.OWNER, since=at))
    session.add(employer.note("sign_up", by=user, at=at))
    session.flush()
    return user


def sign_up_invited(session: Session, person: Person, *, at: datetime) -> User:
    """An account whose address the mailed invitation has proved already."""
    user = sign_up(session, person, Audience.EMPLOYER, at=at)
    session.add(user.confirm(at=at))
    return user


def sign_up_again(user: User, *, at: datetime) -> Event:
    """Somebody signed up with an address that has an account. Only its owner is told, by email."""
    return user.note("sign_up_again", at=at)


def confirm(user: User, *, at: datetime) -> Event:
    """The address is theirs; what they own is then known to have mail at that domain."""
    for seat in user.current_seats:
        if seat.role == Role.OWNER and seat.employer.confirmed_mail_domain is None:
            seat.employer.confirmed_mail_domain = company_domain(user.email_key)
    return user.confirm(at=at)


def create_admin(session: Session, email: str, name: str, *, at: datetime) -> User:
    """An account with every staff right and no password: it is set from a link that works once."""
    user = finding.by_email(session, email) or sign_up_admin(session, email, name, at=at)
    user.is_admin = user.is_moderator = True
    session.add(user.note("make_admin", at=at))
    return user


def sign_up_admin(session: Session, email: str, name: str, *, at: datetime) -> User:
    user = User(
        id=new_id(),
        email=email,
        email_key=key_of(email),
        name=name,
        audience=Audience.STAFF,
        created_at=at,
        fs_uniquifier=new_id(),
        seats=[],
    )
    session.add(user)
    session.flush()
    return user
