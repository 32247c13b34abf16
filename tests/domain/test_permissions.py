"""The table of permissions, cell by cell: nine kinds of people, every act on every thing."""

import pytest

from jobboard.domain.accounts.member import Invitation, Role
from jobboard.domain.accounts.session import UserSession
from jobboard.domain.applications.resume import Resume
from jobboard.domain.codes.credential import Credential
from jobboard.domain.permissions import PERMISSIONS, may
from jobboard.domain.postings.posting import Posting
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.tracking.entry import ProcedureEntry
from jobboard.domain.tracking.procedure_list import ProcedureList
from jobboard.domain.wording.saying_group import SayingGroup
from tests import builders

PEOPLE = ("visitor", "owner", "recruiter", "viewer", "ex_member", "rival", "coder", "moderator", "admin")
RECRUITING = {"owner", "recruiter"}
SEATED = {"owner", "recruiter", "viewer"}
MODERATORS = {"moderator"}

WHO_MAY = {
    "posting": {
        "see": SEATED | {"moderator"},
        **dict.fromkeys(
            (
                "edit",
                "submit",
                "withdraw",
                "begin_change",
                "discard",
                "pause",
                "resume",
                "confirm",
                "close",
                "repost",
            ),
            RECRUITING,
        ),
        "see_applications": SEATED,
        **dict.fromkeys(("claim", "approve", "ask_for_changes", "reject", "remove"), MODERATORS),
        "apply": {"coder"},
    },
    "application": {
        "see": SEATED | {"coder"},
        **dict.fromkeys(
            ("open", "start_conversation", "invite_to_interview", "make_offer", "hire", "decline"), RECRUITING
        ),
        "withdraw": {"coder"},
    },
    "employer": {
        "see": set(PEOPLE),
        "post": RECRUITING,
        "edit": {"owner"},
        "see_members": SEATED,
        "invite": {"owner"},
    },
    "member": {"see": SEATED, "change_role": {"owner"}, "end_seat": {"owner", "recruiter"}},
    "invitation": {"see": SEATED, "withdraw_invitation": {"owner"}},
    "resume": {"see": {"coder"}, "delete": {"coder"}},
    "usersession": {"see": {"coder"}, "end_session": {"coder"}},
    "procedurelist": {key: {"coder"} for key in ("see", "edit", "add_entries", "delete")},
    "savedsearch": {key: {"coder"} for key in ("see", "open", "edit", "stop", "resume", "delete")},
    "credential": {key: {"admin"} for key in ("see", "confirm", "withdraw")},
    "sayinggroup": {key: {"admin"} for key in ("see", "change", "retire", "restore")},
    "procedureentry": {key: {"coder"} for key in ("see", "edit", "remove")},
}


@pytest.fixture
def people(session, acme, mira, rolf, amir, olga, ada, clock):
    gone = builders.a_member(session, "Greta Gone", acme, Role.RECRUITER)
    gone.seats[0].ended_at = clock.now()
    return {
        "visitor": None,
        "owner": mira,
        "recruiter": builders.a_member(session, "Rita Recruiter", acme, Role.RECRUITER),
        "viewer": builders.a_member(session, "Vera Viewer", acme, Role.VIEWER),
        "ex_member": gone,
        "rival": rolf,
        "coder": amir,
        "moderator": olga,
        "admin": ada,
    }


@pytest.fixture
def things(people, acme, a_posting, an_application):
    application = an_application(a_posting("live"), coder=people["coder"])
    return {
        "posting": a_posting("draft"),
        "application": application,
        "employer": acme,
        "member": people["recruiter"].seats[0],  # the recruiter's own: a seat may be given up
        "invitation": Invitation(employer_id=acme.id),
        "resume": Resume(coder_id=people["coder"].id),
        "usersession": UserSession(user_id=people["coder"].id),
        "credential": Credential(slug="cpc"),
        "sayinggroup": SayingGroup(),
        "savedsearch": SavedSearch(owner_id=people["coder"].id),
        "procedurelist": (kept := ProcedureList(owner_id=people["coder"].id)),
        "procedureentry": ProcedureEntry(procedure_list=kept),
    }


def test_the_expected_table_covers_every_act():
    acts = {kind.__name__.lower(): set(table) for kind, table in PERMISSIONS.items()}
    assert acts == {noun: set(table) for noun, table in WHO_MAY.items()}


def test_each_person_may_do_exactly_what_the_table_says(people, things, clock):
    wrong = [
        f"{name} {'may' if granted else 'may not'} {act} the {noun}"
        for noun, acts in WHO_MAY.items()
        for act, expected in acts.items()
        for name in PEOPLE
        if (granted := may(people[name], act, things[noun], clock.now())) != (name in expected)
    ]
    assert not wrong, wrong


def test_everybody_sees_a_posting_while_it_is_listed(people, a_posting, clock):
    posting = a_posting("live")
    assert all(may(person, "see", posting, clock.now()) for person in people.values())
    clock.tick(days=31)
    assert not may(people["visitor"], "see", posting, clock.now())


def test_a_moderator_with_a_seat_at_the_employer_does_not_judge_its_postings(session, acme, a_posting, clock):
    insider = builders.a_member(session, "Ines Insider", acme)
    insider.is_moderator = True
    assert not may(insider, "approve", a_posting("in_review"), clock.now())


def test_an_act_nobody_wrote_down_is_refused(olga, a_posting, clock):
    posting = a_posting("live")
    assert "delete" not in PERMISSIONS[Posting]
    assert not may(olga, "delete", posting, clock.now())
