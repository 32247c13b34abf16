"""The one place where Flask-Security meets our people: its engine is bound to our User, its screens are left out.

Ours are the pages, the letters, the limits and the table of sessions; the library's are hashing, signed links and
the log-in itself. `docs/decisions/` says why the line runs here.
"""

from datetime import datetime
from typing import Any

from flask import Flask, current_app, request
from flask_security import Security, SQLAlchemyUserDatastore, UserMixin
from itsdangerous import TimestampSigner

from jobboard import clock
from jobboard.domain.accounts.session import ABSOLUTE
from jobboard.domain.accounts.user import User
from jobboard.extensions import db
from jobboard.web.account.links import CONFIRM_LASTS, NEW_EMAIL_LASTS, RESET_LASTS
from jobboard.web.account.signing_in import load_user
from jobboard.web.door import someone
from jobboard.web.files import ENDPOINTS

FIXED: dict[str, object] = {
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    "SECURITY_PASSWORD_SINGLE_HASH": {"argon2"},
    "SECURITY_HASHING_SCHEMES": ["hex_sha256"],
    "SECURITY_CONFIRM_EMAIL_WITHIN": CONFIRM_LASTS,
    "SECURITY_RESET_PASSWORD_WITHIN": RESET_LASTS,
    "SECURITY_CHANGE_EMAIL_WITHIN": NEW_EMAIL_LASTS,
    "SECURITY_CLI_USERS_NAME": None,
    "SECURITY_CLI_ROLES_NAME": None,
    "PERMANENT_SESSION_LIFETIME": ABSOLUTE,
    "SESSION_REFRESH_EACH_REQUEST": False,
}


class NoRoles:
    """The library asks for a class of roles. We have none: `domain/permissions.py` says who may do what."""


class SignerOnOurClock(TimestampSigner):
    """Signed links age by the one clock, so that a stopped clock stops them too."""

    def get_timestamp(self) -> int:
        return int(clock.now().timestamp())

    def timestamp_to_datetime(self, ts: int) -> datetime:
        return datetime.fromtimestamp(ts, tz=clock.now().tzinfo)


def init_security(app: Flask) -> None:
    """Bind the library to an app: no blueprint, no commands, no remember-me cookie, no tokens in headers."""
    graft(User)
    app.config.update(FIXED)
    costs: dict[str, int] = app.config["ARGON2"]
    options = {f"argon2__{name}": cost for name, cost in costs.items()}
    app.config["SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS"] = {"argon2__type": "ID", **options}
    security = Security()
    people = SQLAlchemyUserDatastore(db, User, NoRoles)  # type: ignore[arg-type]
    security.init_app(app, people, register_blueprint=False)
    for serializer in (
        security.confirm_serializer,
        security.reset_serializer,
        security.change_email_serializer,
    ):
        serializer.signer = SignerOnOurClock
    keeper = security.login_manager
    keeper.session_protection = None
    keeper.user_loader(load_user)
    keeper.request_loader(nobody)
    app.before_request(meet)


def meet() -> None:
    """Who comes with a session is asked for before anything is read or written: noting that it is in use ends a transaction."""
    if request.endpoint not in ENDPOINTS and current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
        someone()


def nobody(request: object) -> None:
    """Only the session cookie says who somebody is: never a header, never the query."""


def graft(record: type[Any]) -> None:
    """Give the plain mapped class what the library expects of a user, without the domain knowing of it."""
    for ancestor in UserMixin.__mro__[:-1]:
        for name, ability in vars(ancestor).items():
            if not name.startswith("__") and not hasattr(record, name):
                setattr(record, name, ability)
