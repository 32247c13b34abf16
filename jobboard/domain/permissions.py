"""Who may do what: one table of small predicates, closed by default.

Each act lists alternatives; an alternative is a tuple of predicates that must all hold. *When* an act is possible is
the business of the lifecycles. A button is drawn only if both say yes.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.member import Invitation, Member, Role
from jobboard.domain.accounts.session import UserSession
from jobboard.domain.accounts.user import User
from jobboard.domain.applications.application import Application
from jobboard.domain.applications.resume import Resume
from jobboard.domain.codes.credential import Credential
from jobboard.domain.postings.posting import Posting
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.tracking.entry import ProcedureEntry
from jobboard.domain.tracking.procedure_list import ProcedureList
from jobboard.domain.wording.saying_group import SayingGroup

Predicate = Callable[[User | None, Any, datetime], bool]
Alternatives = tuple[tuple[Predicate, ...], ...]


def employer_of(thing: Posting | Application | Employer | Member | Invitation) -> str:
    if isinstance(thing, Application):
        return thing.posting.employer_id
    return thing.id if isinstance(thing, Employer) else thing.employer_id


def holds(who: User | None, thing: Any, *roles: Role) -> bool:
    seat = who.seat_at(employer_of(thing)) if who else None
    return seat is not None and seat.role in roles


def anyone(who: User | None, thing: Any, now: datetime) -> bool:
    return True


def anyone_when_listed(who: User | None, thing: Posting, now: datetime) -> bool:
    return thing.is_listed(now)


def a_member_of_its_employer(who: User | None, thing: Any, now: datetime) -> bool:
    return holds(who, thing, Role.OWNER, Role.RECRUITER, Role.VIEWER)


def not_a_member_of_its_employer(who: User | None, thing: Any, now: datetime) -> bool:
    return not a_member_of_its_employer(who, thing, now)


def a_recruiter_of_its_employer(who: User | None, thing: Any, now: datetime) -> bool:
    return holds(who, thing, Role.OWNER, Role.RECRUITER)


def an_owner_of_its_employer(who: User | None, thing: Any, now: datetime) -> bool:
    return holds(who, thing, Role.OWNER)


def a_coder(who: User | None, thing: Any, now: datetime) -> bool:
    return who is not None and who.is_coder


def whose_it_is(who: User | None, thing: Member | UserSession, now: datetime) -> bool:
    return who is not None and who.id == thing.user_id


def its_coder(who: User | None, thing: Application | Resume, now: datetime) -> bool:
    return who is not None and who.id == thing.coder_id


def its_owner(who: User | None, thing: ProcedureList | ProcedureEntry | SavedSearch, now: datetime) -> bool:
    return who is not None and who.id == thing.owner_id


def a_moderator(who: User | None, thing: Any, now: datetime) -> bool:
    return who is not None and who.is_moderator


OWNER: Alternatives = ((its_owner,),)


def an_admin(who: User | None, thing: Any, now: datetime) -> bool:
    return who is not None and who.is_admin


RECRUITERS: Alternatives = ((a_recruiter_of_its_employer,),)
MODERATORS: Alternatives = ((a_moderator, not_a_member_of_its_employer),)

PERMISSIONS: dict[type, dict[str, Alternatives]] = {
    Posting: {
        "see": ((anyone_when_listed,), (a_member_of_its_employer,), (a_moderator,)),
        "edit": RECRUITERS,
        "submit": RECRUITERS,
        "withdraw": RECRUITERS,
        "begin_change": RECRUITERS,
        "discard": RECRUITERS,
        "pause": RECRUITERS,
        "resume": RECRUITERS,
        "confirm": RECRUITERS,
        "close": RECRUITERS,
        "repost": RECRUITERS,
        "see_applications": ((a_member_of_its_employer,),),
        "claim": MODERATORS,
        "approve": MODERATORS,
        "ask_for_changes": MODERATORS,
        "reject": MODERATORS,
        "remove": MODERATORS,
        "apply": ((a_coder, not_a_member_of_its_employer),),
    },
    Application: {
        "see": ((its_coder,), (a_member_of_its_employer,)),
        "open": RECRUITERS,
        "start_conversation": RECRUITERS,
        "invite_to_interview": RECRUITERS,
        "make_offer": RECRUITERS,
        "hire": RECRUITERS,
        "decline": RECRUITERS,
        "withdraw": ((its_coder,),),
    },
    Resume: {
        "see": ((its_coder,),),
        "delete": ((its_coder,),),
    },
    Employer: {
        "see": ((anyone,),),
        "post": RECRUITERS,
        "edit": ((an_owner_of_its_employer,),),
        "see_members": ((a_member_of_its_employer,),),
        "invite": ((an_owner_of_its_employer,),),
    },
    Member: {
        "see": ((a_member_of_its_employer,),),
        "change_role": ((an_owner_of_its_employer,),),
        "end_seat": ((an_owner_of_its_employer,), (whose_it_is, a_member_of_its_employer)),
    },
    Invitation: {
        "see": ((a_member_of_its_employer,),),
        "withdraw_invitation": ((an_owner_of_its_employer,),),
    },
    Credential: {
        "see": ((an_admin,),),
        "confirm": ((an_admin,),),
        "withdraw": ((an_admin,),),
    },
    SayingGroup: dict.fromkeys(("see", "change", "retire", "restore"), ((an_admin,),)),
    UserSession: {
        "see": ((whose_it_is,),),
        "end_session": ((whose_it_is,),),
    },
    SavedSearch: dict.fromkeys(("see", "open", "edit", "stop", "resume", "delete"), OWNER),
    ProcedureList: dict.fromkeys(("see", "edit", "add_entries", "delete"), OWNER),
    ProcedureEntry: dict.fromkeys(("see", "edit", "remove"), OWNER),
}


def may(who: User | None, act: str, thing: Any, now: datetime) -> bool:
    """Whether `who` (None: a visitor) may do `act` to `thing`. An act that is not in the table is refused."""
    alternatives = PERMISSIONS.get(type(thing), {}).get(act, ())
    return any(all(holds_for(who, thing, now) for holds_for in together) for together in alternatives)
