"""Whether it is really them: the password, counted before it is hashed and hashed with no transaction open."""

from jobboard.domain.accounts import finding
from jobboard.domain.accounts.attempt import Kind
from jobboard.domain.accounts.user import User
from jobboard.extensions import db
from jobboard.web.account.forms import AccountForm, ChangePasswordForm, LogInForm, NewEmailForm
from jobboard.web.account.hashing import hashed, is_dated, matches
from jobboard.web.account.limits import TOO_MANY, knock

WRONG = "The email address and the password do not go together."
NOT_IT = "This is not your current password."
UNCONFIRMED = (
    "Confirm your email address first, by the link we emailed you. Below you can have it sent again."
)
CLOSED = "This account has been closed. Write to us if that is a mistake."


def admit(form: LogInForm) -> User | None:
    """Whoever may log in with what was typed; otherwise None, and the form says why."""
    email, password = form.text("email"), form.text("password")
    tried = knock(Kind.LOG_IN_ADDRESS, Kind.LOG_IN_ACCOUNT, email=email)
    if tried.is_too_many:
        form.refuse(TOO_MANY, 429)
        return None
    stored = stored_for(email)
    if not matches(password, stored):
        form.refuse(WRONG)
        return None
    renewed = hashed(password) if stored and is_dated(stored) else stored
    user = finding.by_email(db.session, email)
    if user is None or user.password != stored or not may_enter(user, form):
        return None
    user.password = renewed
    tried.forgive()
    return user


def may_enter(user: User, form: AccountForm) -> bool:
    """Said only to those who knew the password, so nobody learns here which addresses have accounts."""
    if not user.active:
        form.refuse(CLOSED)
    elif user.confirmed_at is None:
        form.refuse(UNCONFIRMED)
    return not form.form_errors


def proves(form: ChangePasswordForm | NewEmailForm, user: User) -> bool:
    """Whether the current password was typed, for what a signed-in person may not do by a borrowed browser."""
    tried = knock(Kind.LOG_IN_ACCOUNT, email=user.email_key)
    if tried.is_too_many:
        form.refuse(TOO_MANY, 429)
        return False
    if not matches(form.text("current"), stored_for(user.email_key)):
        form.current.errors = [NOT_IT]
        return False
    tried.forgive()
    return True


def stored_for(email: str) -> str | None:
    """The hash kept for an address. The transaction is over when this returns: hashing comes next."""
    user = finding.by_email(db.session, email)
    stored = user.password if user else None
    db.session.commit()
    return stored
