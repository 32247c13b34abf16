"""The letters about accounts: every verb either writes one or is listed as silent, and each says the right thing."""

import re
from pathlib import Path

import pytest

from jobboard.domain.accounts import seats
from jobboard.domain.accounts.member import INVITATION_LASTS, Invitation, Role
from jobboard.domain.base import new_id
from jobboard.extensions import db
from jobboard.mail.account_messages import LETTERS, SILENT
from tests import builders

ROOM = Path(__file__).resolve().parents[2] / "jobboard"
NOTED = re.compile(
    r"""(?:user|me\(\)|self|by|employer|invitation\.employer|seat\.employer)\.note\(\s*["'](\w+)["']"""
)


def letters(app, session, event):
    session.add(event)
    session.commit()
    with app.app_context():
        return LETTERS[event.noun, event.verb](db.session, db.session.merge(event, load=True))


def test_every_verb_about_an_account_or_a_seat_has_its_letter_or_is_silent():
    files = [
        *(ROOM / "domain/accounts").glob("*.py"),
        *(ROOM / "web/account").glob("*.py"),
        ROOM / "web/employers/members.py",
    ]
    noted = {verb for path in files for verb in NOTED.findall(path.read_text())}
    assert len(noted) > 10
    assert noted <= {verb for _, verb in {*LETTERS, *SILENT}}, "say in account_messages.py what is mailed"


@pytest.mark.parametrize(
    "verb", ["sign_up_again", "ask_for_reset", "reset_password", "change_password"]
)  # fmt: skip
def test_each_letter_greets_and_ends_with_why_it_came(app, session, amir, clock, verb):
    (letter,) = letters(app, session, amir.note(verb, at=clock.now()))
    assert letter.to.email == amir.email
    assert "Hello Amir Haddad," in letter.text
    assert "You get this letter because" in letter.text
    assert "http://localhost/" in letter.text


def test_the_link_to_confirm_is_only_sent_while_it_is_needed(app, session, amir, clock):
    assert letters(app, session, amir.note("sign_up", at=clock.now())) == []
    amir.confirmed_at = None
    (letter,) = letters(app, session, amir.note("ask_for_confirmation", at=clock.now()))
    assert "/confirmation/" in letter.text


def test_a_closed_account_gets_no_letters(app, session, amir, clock):
    amir.active = False
    assert letters(app, session, amir.note("ask_for_reset", at=clock.now())) == []


def test_the_old_address_is_told_of_the_new_one(app, session, amir, clock):
    (letter,) = letters(app, session, amir.change_email("amir@new.example.com", at=clock.now()))
    assert letter.to.email == "amir.haddad@example.com"
    assert "amir@new.example.com" in letter.text


def test_an_invitation_says_the_same_when_it_is_written_twice(app, session, mira, acme, clock):
    offer = Invitation(
        id=new_id(), employer_id=acme.id, email_key="nora@example.com", role=Role.VIEWER, token_hash="0" * 64,
        invited_by_id=mira.id, created_at=clock.now(), expires_at=clock.now() + INVITATION_LASTS,
    )  # fmt: skip
    session.add(offer)
    line = acme.note("invite", by=mira, at=clock.now(), data={"invitation": offer.id})
    once, again = letters(app, session, line), letters(app, session, line)
    assert once == again
    assert "Mira Sandoval invites you to work for Acme Health" in " ".join(once[0].text.split())


def test_whoever_leaves_by_themselves_is_not_told_so(app, session, mira, acme, clock):
    nora = builders.a_member(session, "Nora Lindgren", acme, Role.VIEWER)
    left = seats.end_seat(nora.seats[0], by=nora, members=[nora.seats[0]], at=clock.now())
    assert letters(app, session, left) == []


def test_whoever_is_let_go_is_told(app, session, mira, acme, clock):
    nora = builders.a_member(session, "Nora Lindgren", acme, Role.VIEWER)
    ended = seats.end_seat(nora.seats[0], by=mira, members=[*mira.seats, *nora.seats], at=clock.now())
    (letter,) = letters(app, session, ended)
    assert letter.to.email == nora.email
    assert "ended your seat" in letter.text
