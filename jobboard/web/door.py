"""Who comes in. A desk has one door for its audience; a view finds a thing for a purpose or does not get it."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from jobboard import clock
from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.finding import employer_by_id, invitation_by_id, member_by_id, session_by_id
from jobboard.domain.accounts.member import Invitation, Member
from jobboard.domain.accounts.session import UserSession
from jobboard.domain.accounts.user import User
from jobboard.domain.applications import finding as applications
from jobboard.domain.applications.application import Application
from jobboard.domain.applications.resume import Resume
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.finding import credential_called
from jobboard.domain.errors import NotAllowed, NotThere
from jobboard.domain.permissions import may
from jobboard.domain.postings import finding as postings
from jobboard.domain.postings.posting import Posting
from jobboard.domain.searches import finding as searches
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.tracking import finding as tracking
from jobboard.domain.tracking.entry import ProcedureEntry
from jobboard.domain.tracking.procedure_list import ProcedureList
from jobboard.domain.wording.finding import group_by_id
from jobboard.domain.wording.saying_group import SayingGroup
from jobboard.extensions import db

Door = Callable[[], ResponseReturnValue | None]
Thing = TypeVar(
    "Thing",
    Posting,
    Application,
    Employer,
    Member,
    Invitation,
    UserSession,
    Resume,
    ProcedureList,
    ProcedureEntry,
    SavedSearch,
    Credential,
    SayingGroup,
)

FINDERS: dict[type, Callable[..., Any]] = {
    Posting: postings.by_id,
    Application: applications.by_id,
    Employer: employer_by_id,
    Member: member_by_id,
    Invitation: invitation_by_id,
    UserSession: session_by_id,
    Resume: applications.resume_by_id,
    ProcedureList: tracking.list_by_id,
    ProcedureEntry: tracking.entry_by_id,
    SavedSearch: searches.by_id,
    Credential: credential_called,
    SayingGroup: group_by_id,
}


class Desk(Blueprint):
    """A blueprint for one audience. The door is asked before every view, so a new view is closed before it is written."""

    def __init__(self, name: str, import_name: str, *, door: Door, url_prefix: str | None = None) -> None:
        super().__init__(name, import_name, url_prefix=url_prefix)
        self.door = door
        self.before_request(door)


def someone() -> User | None:
    """The person who is signed in, or None. The record itself, never Flask-Login's proxy."""
    person = current_user._get_current_object()
    return person if person.is_authenticated else None


def me() -> User:
    """The person who is signed in; asks a visitor to log in first (401, which leads to the log-in page)."""
    person = someone()
    if person is None:
        abort(401)
    return person


def find(kind: type[Thing], id: str, *, to: str) -> Thing:
    """The thing, for a purpose. 404 if this person may not see it, 403 if they may see but not do `to`.

    A visitor who would have to sign in to do it is asked to.
    """
    thing: Thing | None = FINDERS[kind](db.session, id)
    person, now = someone(), clock.now()
    if thing is None or not may(person, "see", thing, now):
        raise NotThere
    if not may(person, to, thing, now):
        if person is None:
            abort(401)
        raise NotAllowed("Your account may see this, but not do that.")
    return thing


# ---- doors


def open_to_all() -> None:
    return None


def signed_in_only() -> None:
    me()


def coders_only() -> None:
    if not me().is_coder:
        raise NotAllowed("This desk is for coders. You are signed in with an employer's or staff account.")


def members_only() -> None:
    if not me().current_seats:
        raise NotAllowed("This desk is for employers. Your account has no seat at one.")


def moderators_only() -> None:
    if not me().is_moderator:
        raise NotThere


def admins_only() -> None:
    if not me().is_admin:
        raise NotThere


def json_wanted() -> bool:
    return request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json"
