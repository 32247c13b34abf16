"""Signed-in browsers: begin a session, find out whose it is on every request, end it.

The signed cookie holds a random secret; the row holds its hash and decides. A new secret is given at every log-in,
so nobody can be handed a session made by another.
"""

import secrets

from flask import g, request, session
from flask_login import current_user
from flask_security import login_user, logout_user
from sqlalchemy.exc import OperationalError

from jobboard import clock
from jobboard.domain.accounts import finding
from jobboard.domain.accounts.session import TOUCH_EVERY, UserSession, end_all, hash_of, start
from jobboard.domain.accounts.user import User
from jobboard.extensions import db
from jobboard.web.account.device import device_of


def begin(user: User) -> None:
    """Sign this browser in. Everything the cookie held before is dropped."""
    drop_current()
    session.clear()
    secret = secrets.token_urlsafe(32)
    session["secret"] = secret
    session.permanent = True
    db.session.add(start(user, secret, device_of(request.headers.get("User-Agent", "")), at=clock.now()))
    login_user(user)  # type: ignore[arg-type]


def end() -> None:
    """Sign this browser out."""
    drop_current()
    logout_user()
    session.clear()


def begin_alone(user: User) -> None:
    """Sign this browser in and every other one out: the password or the address has changed."""
    end_everywhere(user)
    begin(user)


def end_everywhere(user: User) -> None:
    end_all(finding.unended_sessions_of(db.session, user.id), at=clock.now())


def current() -> UserSession | None:
    """The row of this browser; None when nobody is signed in."""
    row: UserSession | None = g.get("user_session") if current_user.is_authenticated else None
    return row


def drop_current() -> None:
    row = current()
    if row is not None:
        end_all([row], at=clock.now())


def load_user(uniquifier: str) -> User | None:
    """Whose request this is: asked once at its beginning. None when the session has ended in any way."""
    secret = session.get("secret")
    row = finding.session_by_secret(db.session, hash_of(secret)) if isinstance(secret, str) else None
    if row is None:
        return None
    user = row.user
    if user.fs_uniquifier != uniquifier or not user.active or not row.is_open(user, clock.now()):
        return None
    g.user_session = row
    touch(row)
    return user


def touch(row: UserSession) -> None:
    """Note that the session is in use, at most once a minute; if the database is busy, the next request does it."""
    if clock.now() - row.seen_at < TOUCH_EVERY:
        return
    try:
        finding.touch_session(db.session, row.id, clock.now())
        db.session.commit()
    except OperationalError:
        db.session.rollback()
