"""Two people press at the same moment: one winner, one clear answer for the other, and the board holds together."""

import threading
from collections.abc import Callable
from functools import partial
from io import BytesIO

import pytest
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from jobboard.domain.accounts.member import Member, Role
from jobboard.domain.applications.application import Application
from jobboard.domain.diary import Event
from jobboard.domain.postings.finding import by_id
from jobboard.domain.postings.posting import Posting
from jobboard.web.moderation.forms import seen
from tests import builders
from tests.resumes.samples import a_pdf
from tests.security.somebody import Somebody, answer_of

ROUNDS = 3


def at_once(*presses: Callable[[], TestResponse]) -> list[str]:
    """Every press from a thread of its own, let go together; the answers in the order given."""
    barrier, answers = threading.Barrier(len(presses)), [""] * len(presses)

    def press(place: int) -> None:
        barrier.wait(10)
        answers[place] = answer_of(presses[place]())

    threads = [threading.Thread(target=press, args=(place,)) for place in range(len(presses))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert all(answer and answer < "500" for answer in answers), answers
    return answers


def lines(session, posting_id: str, verb: str) -> int:
    session.commit()
    return session.scalar(select(func.count()).where(Event.posting_id == posting_id, Event.verb == verb))


def test_two_applications_at_once_are_one(town):
    posting, resume = town.thing("live"), town.thing("resume")
    path = f"/me/postings/{posting}/application"
    edition = by_id(town.session, posting).live_edition_id
    tabs = [town.at["coder"], *(Somebody(town.app, town.people["coder"]) for _ in range(3))]
    fields = {"edition": edition, "kept": resume, "note": "Once."}
    town.session.commit()
    answers = at_once(*(partial(tab.post, path, **fields) for tab in tabs))
    assert answers == ["302"] * 4
    assert town.session.scalar(select(func.count()).select_from(Application)) == 1
    assert lines(town.session, posting, "apply") == 1


def test_two_applications_with_a_file_each_are_one(town):
    """While a file is inspected nothing is locked, so the table has the last word."""
    posting, file = town.thing("live"), a_pdf()
    path, edition = f"/me/postings/{posting}/application", by_id(town.session, posting).live_edition_id
    tabs = [town.at["coder"], *(Somebody(town.app, town.people["coder"]) for _ in range(2))]
    town.session.commit()
    answers = at_once(
        *(partial(tab.post, path, edition=edition, resume=(BytesIO(file), "a.pdf"), note="") for tab in tabs)
    )
    assert answers == ["302"] * 3
    town.session.commit()
    assert town.session.scalar(select(func.count()).select_from(Application)) == 1


@pytest.mark.parametrize("second", ["approval", "rejection", "change-request"])
def test_two_verdicts_at_once_are_one(town, second):
    olga = town.at["moderator"]
    paul = Somebody(
        town.app, builders.a_person(town.session, "Paul Moreno", audience="staff", is_moderator=True)
    )
    for _ in range(ROUNDS):
        posting = town.thing("in_review")
        words = {"seen": seen(by_id(town.session, posting)), "reasons": "wording", "note": ""}
        town.session.commit()
        desk = f"/moderation/postings/{posting}"
        answers = at_once(
            partial(olga.post, f"{desk}/approval", **words), partial(paul.post, f"{desk}/{second}", **words)
        )
        assert sorted(answers) == ["302", "409"]
        made = [lines(town.session, posting, verb) for verb in ("approve", "reject", "ask_for_changes")]
        assert sum(made) == 1


def test_a_verdict_against_a_withdrawal_has_one_winner(town):
    for _ in range(ROUNDS):
        posting = town.thing("in_review")
        words = {"seen": seen(by_id(town.session, posting))}
        town.session.commit()
        answers = at_once(
            partial(town.at["moderator"].post, f"/moderation/postings/{posting}/approval", **words),
            partial(town.at["owner"].post, f"/employer/postings/{posting}/withdrawal"),
        )
        assert sorted(answers) == ["302", "409"]
        status = town.session.scalar(select(Posting.status).where(Posting.id == posting))
        assert status == ("live" if answers[0] == "302" else "draft")


def test_two_who_write_one_draft_lose_nothing_in_silence(town):
    for _ in range(ROUNDS):
        posting = town.thing("draft")
        version = str(by_id(town.session, posting).edition.version)
        town.session.commit()
        path, words = f"/employer/postings/{posting}/edit", {"version": version, "all_states": "y"}
        answers = at_once(
            partial(town.at["owner"].post, path, title="Written by the owner", **words),
            partial(town.at["recruiter"].post, path, title="Written by the recruiter", **words),
        )
        assert sorted(answers) == ["302", "409"]
        kept = by_id(town.session, posting).edition.title
        assert kept == f"Written by the {'owner' if answers[0] == '302' else 'recruiter'}"


def test_two_owners_who_leave_at_once_leave_one(town):
    for number in range(ROUNDS):
        employer = builders.an_employer(town.session, f"Company {number}")
        people = [builders.a_member(town.session, f"{name} {number}", employer) for name in ("Ann", "Ben")]
        tabs = [Somebody(town.app, person) for person in people]
        paths = [f"/employer/members/{person.seats[0].id}" for person in people]
        town.session.commit()
        answers = at_once(
            partial(tabs[0].post, f"{paths[0]}/end"), partial(tabs[1].post, f"{paths[1]}/role", role="viewer")
        )
        assert sorted(answers) == ["302", "409"]
        assert owners(town, employer.id) == 1


def test_two_owners_who_end_each_other_leave_one(town):
    """Whoever is first is the owner who stays; the other has no seat left to do it from."""
    for number in range(ROUNDS):
        employer = builders.an_employer(town.session, f"Company {number}")
        people = [builders.a_member(town.session, f"{name} {number}", employer) for name in ("Cleo", "Drew")]
        tabs = [Somebody(town.app, person) for person in people]
        paths = [f"/employer/members/{person.seats[0].id}" for person in people]
        town.session.commit()
        answers = at_once(
            partial(tabs[0].post, f"{paths[1]}/role", role="viewer"),
            partial(tabs[1].post, f"{paths[0]}/role", role="viewer"),
        )
        assert "302" in answers
        assert owners(town, employer.id) == 1


def owners(town, employer_id: str) -> int:
    town.session.commit()
    held = (Member.employer_id == employer_id, Member.role == Role.OWNER, Member.ended_at.is_(None))
    return town.session.scalar(select(func.count()).select_from(Member).where(*held))


def test_one_invitation_taken_twice_at_once_is_one_seat(town):
    link = f"/invitations/{town.thing('invitation_link')}"
    tabs = [town.at["coder"], Somebody(town.app, town.people["coder"])]
    answers = at_once(*(partial(tab.post, link) for tab in tabs))
    assert sorted(answers) == ["302", "410"]
    seats = select(func.count()).where(Member.user_id == town.people["coder"].id)
    town.session.commit()
    assert town.session.scalar(seats) == 1
