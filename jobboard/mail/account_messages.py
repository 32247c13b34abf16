"""The letters about accounts and seats, one function each: from a line of the diary to its letters, often one.

A link is made here, when the letter is rendered, and is kept nowhere else.
"""

from collections.abc import Callable

from sqlalchemy.orm import Session

from jobboard.domain.accounts import finding
from jobboard.domain.accounts.user import User
from jobboard.domain.diary import Event
from jobboard.mail.letter import Letter, Mailbox
from jobboard.mail.links import site_link
from jobboard.mail.writing import write
from jobboard.web.account import links

Writer = Callable[[Session, Event], list[Letter]]


def person_of(session: Session, event: Event) -> User | None:
    """Whom the line is about, unless their account is closed."""
    user = finding.by_id(session, event.user_id) if event.user_id else None
    return user if user and user.active else None


def confirm_address(session: Session, event: Event) -> list[Letter]:
    """sign_up, ask_for_confirmation: the link, as long as it is needed."""
    user = person_of(session, event)
    if user is None or user.confirmed_at is not None:
        return []
    return [write(event, user, "account_confirm", url=links.confirmation_link(user))]


def sign_up_again(session: Session, event: Event) -> list[Letter]:
    """Somebody signed up with an address that has an account: its owner learns how to get in."""
    user = person_of(session, event)
    if user is None:
        return []
    reset = site_link("account.password_reset")
    if user.confirmed_at is None:
        return [
            write(event, user, "account_sign_up_unconfirmed", url=links.confirmation_link(user), reset=reset)
        ]
    return [write(event, user, "account_sign_up_again", url=site_link("account.log_in"), reset=reset)]


def ask_for_reset(session: Session, event: Event) -> list[Letter]:
    user = person_of(session, event)
    return [write(event, user, "account_ask_for_reset", url=links.reset_link(user))] if user else []


def password_is_new(session: Session, event: Event) -> list[Letter]:
    """reset_password, change_password: told to the owner, who may not have been the one."""
    user = person_of(session, event)
    return [write(event, user, "account_password", url=site_link("account.password_reset"))] if user else []


def ask_for_new_email(session: Session, event: Event) -> list[Letter]:
    """To the new address; none when it belongs to another account, and nobody is told that."""
    user, email = person_of(session, event), str(event.data["email"])
    if user is None or finding.by_email(session, email):
        return []
    to = Mailbox(user.name, email)
    return [
        write(event, to, "account_ask_for_new_email", url=links.new_email_link(user, email), old=user.email)
    ]


def change_email(session: Session, event: Event) -> list[Letter]:
    """To the old address: if it was not them, this is how they learn of it."""
    user = person_of(session, event)
    if user is None:
        return []
    return [write(event, Mailbox(user.name, str(event.data["old"])), "account_change_email", new=user.email)]


def invite(session: Session, event: Event) -> list[Letter]:
    """To the invited address, unless the invitation was withdrawn or used before it was mailed."""
    invitation = finding.invitation_by_id(session, str(event.data["invitation"]))
    if invitation is None or not invitation.is_open(event.at):
        return []
    url, to = links.invitation_link(invitation.id), Mailbox("", invitation.email_key)
    return [write(event, to, "account_invite", url=url, invitation=invitation)]


def seat_is_new(session: Session, event: Event) -> list[Letter]:
    """change_role, end_seat: told to whom it happened, unless they did it themselves."""
    user = person_of(session, event)
    employer = finding.employer_by_id(session, event.employer_id) if event.employer_id else None
    if user is None or employer is None or event.by_id == user.id:
        return []
    url = site_link("account.overview")
    return [
        write(event, user, f"account_{event.verb}", url=url, employer=employer, old=event.old, new=event.new)
    ]


LETTERS: dict[tuple[str, str], Writer] = {
    ("account", "sign_up"): confirm_address,
    ("account", "ask_for_confirmation"): confirm_address,
    ("account", "sign_up_again"): sign_up_again,
    ("account", "ask_for_reset"): ask_for_reset,
    ("account", "reset_password"): password_is_new,
    ("account", "change_password"): password_is_new,
    ("account", "ask_for_new_email"): ask_for_new_email,
    ("account", "change_email"): change_email,
    ("employer", "invite"): invite,
    ("employer", "change_role"): seat_is_new,
    ("employer", "end_seat"): seat_is_new,
}
SILENT = {
    ("account", "confirm"),
    ("account", "rename"),
    ("account", "make_admin"),
    ("account", "end_session"),
    ("account", "end_other_sessions"),
    ("employer", "edit"),
    ("employer", "sign_up"),
    ("employer", "take_seat"),
    ("employer", "withdraw_invitation"),
}
