"""The links we mail: each is signed, bound to a person and a purpose, works once and runs out.

Confirm, reset and new-address links carry the person's `fs_uniquifier`, which every use that matters renews. They
are made when the letter is rendered and are stored nowhere. An invitation's link is derived from its id, so that a
letter rendered twice says the same; the table holds only its SHA-256.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import current_app
from flask_security.confirmable import confirm_email_token_status, generate_confirmation_token
from flask_security.recoverable import generate_reset_password_token, reset_password_token_status
from flask_security.utils import check_and_get_token_status

from jobboard.domain.accounts import finding
from jobboard.domain.accounts.user import User
from jobboard.extensions import db
from jobboard.mail.links import site_link
from jobboard.web.signing import signature

CONFIRM_LASTS = timedelta(days=3)
RESET_LASTS = timedelta(hours=1)
NEW_EMAIL_LASTS = timedelta(hours=2)
LONGEST = 1000


@dataclass(frozen=True)
class Opened:
    """What a mailed link turned out to be: whose, or why not; `email` for a link to a new address."""

    user: User | None
    expired: bool = False
    email: str | None = None


def confirmation_link(user: User) -> str:
    return site_link("account.confirmation", token=generate_confirmation_token(user))  # type: ignore[no-untyped-call]


def reset_link(user: User) -> str:
    return site_link("account.new_password", token=generate_reset_password_token(user))  # type: ignore[no-untyped-call]


def new_email_link(user: User, email: str) -> str:
    serializer = current_app.extensions["security"].change_email_serializer
    return site_link("account.new_email", token=serializer.dumps([user.fs_uniquifier, email]))


def open_confirmation(token: str) -> Opened:
    status = confirm_email_token_status(token[:LONGEST])  # type: ignore[no-untyped-call]
    return opened(*status)


def open_reset(token: str) -> Opened:
    status = reset_password_token_status(token[:LONGEST])  # type: ignore[no-untyped-call]
    return opened(*status)


def open_new_email(token: str) -> Opened:
    expired, invalid, data = check_and_get_token_status(token[:LONGEST], "change_email", NEW_EMAIL_LASTS)
    if expired or invalid or not isinstance(data, list) or len(data) != 2:
        return Opened(None, expired=bool(expired))
    user = finding.by_uniquifier(db.session, data[0])
    return Opened(user if user and user.active else None, email=data[1])


def opened(expired: bool, invalid: bool, user: Any) -> Opened:
    if expired or invalid or user is None or not user.active:
        return Opened(None, expired=expired)
    return Opened(user)


# ---- invitations


def invitation_token(invitation_id: str) -> str:
    """128 bits and more that follow from the id for us alone."""
    return signature("invitation", invitation_id)


def invitation_link(invitation_id: str) -> str:
    return site_link("account.invitation", token=invitation_token(invitation_id))
