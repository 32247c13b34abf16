"""Employers, accounts and seats as rows of their tables."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.member import Member
from jobboard.domain.accounts.user import Audience, User, key_of
from jobboard.seeds.book import id_of
from jobboard.seeds.markets import zone
from jobboard.seeds.shapes import Board, EmployerSeed, PersonSeed

Row = dict[str, Any]
Rows = Iterator[tuple[type[Any], Row]]
OLD, YOUNG = timedelta(days=400), timedelta(days=3)
AUDIENCES = {"coder": Audience.CODER, "member": Audience.EMPLOYER}


def rows_of_people(board: Board, now: datetime, password: str | None) -> Rows:
    """`password` is the hash all of them share; None leaves accounts nobody can sign in to."""
    for employer in board.employers:
        yield Employer, employer_row(employer, now)
    for person in board.people:
        yield User, user_row(person, now, password)
    for person in board.people:
        if person.employer_slug and person.seat:
            yield Member, seat_row(person, now)


def employer_row(seed: EmployerSeed, now: datetime) -> Row:
    return {
        "id": id_of("employer", seed.slug),
        "slug": seed.slug,
        "name": seed.name,
        "kind": seed.kind,
        "website": seed.website,
        "about": seed.about,
        "city": seed.city,
        "state": seed.state,
        "timezone": zone(seed.state),
        "size": seed.size,
        "confirmed_mail_domain": seed.mail_domain if seed.domain_verified else None,
        "created_at": now - (OLD if seed.domain_verified else YOUNG),
        "version": 1,
    }


def user_row(seed: PersonSeed, now: datetime, password: str | None) -> Row:
    return {
        "id": id_of("user", seed.key),
        "email": seed.email,
        "email_key": key_of(seed.email),
        "name": seed.name,
        "audience": AUDIENCES.get(seed.role, Audience.STAFF),
        "password": password,
        "active": True,
        "is_moderator": seed.role == "moderator",
        "is_admin": seed.role == "admin",
        "confirmed_at": now - OLD,
        "created_at": now - OLD,
        "fs_uniquifier": id_of("uniquifier", seed.key),
    }


def seat_row(seed: PersonSeed, now: datetime) -> Row:
    assert seed.employer_slug is not None
    return {
        "id": id_of("seat", seed.key),
        "user_id": id_of("user", seed.key),
        "employer_id": id_of("employer", seed.employer_slug),
        "role": seed.seat,
        "since": now - OLD,
        "ended_at": None,
    }
