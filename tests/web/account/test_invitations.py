"""Seats by invitation: mailed, taken once by whom it was mailed to, and an owner always remains."""

import pytest

from jobboard.domain.accounts.member import Invitation, Member, Role
from jobboard.domain.accounts.user import User
from tests import builders

PASSWORD = "violet carpet seven moons"


def seat_of(rows, person):
    return next(seat for seat in rows(Member) if seat.user_id == person.id)


def invite(browse, by, email, role="recruiter", status=200):
    return browse(by).send("/employer/invitations", status=status, email=email, role=role)


def test_an_owner_invites_somebody_new_who_joins_at_once(browse, post, mira, acme, rows):
    invite(browse, mira, "Nora@acme.example")
    link, browser = post.link(), browse(None)
    assert "Acme Health" in browser.open(link).text
    browser.send(f"{link}/account", status=302, follow=False, name="Nora Lindgren", password=PASSWORD)
    nora = next(user for user in rows(User) if user.email_key == "nora@acme.example")
    assert nora.confirmed_at is not None
    assert seat_of(rows, nora).role == Role.RECRUITER
    assert "Nora Lindgren" in browser.open("/employer/members").text


def test_an_invited_person_with_an_account_logs_in_and_joins(browse, post, mira, amir, rows):
    invite(browse, mira, amir.email, "viewer")
    link, browser = post.link(), browse(None)
    assert "Log in to join" in browser.open(link).text
    browser.log_in(amir.email, builders.PASSWORD)
    browser.send(link, status=302, follow=False)
    assert seat_of(rows, amir).role == Role.VIEWER


def test_an_invitation_works_once(browse, post, mira, amir, rows):
    invite(browse, mira, amir.email)
    link, browser = post.link(), browse(amir)
    browser.send(link, status=302, follow=False)
    browser.send(link, status=410)
    browser.open(link, status=410)


def test_an_invitation_works_for_two_days(browse, post, mira, amir, clock):
    invite(browse, mira, amir.email)
    link = post.link()
    clock.tick(days=2)
    browse(amir).send(link, status=410)


def test_an_invitation_is_only_for_whom_it_was_mailed_to(browse, post, mira, amir, dana, rows):
    invite(browse, mira, amir.email)
    link, browser = post.link(), browse(dana)
    assert "this invitation is for amir.haddad@example.com" in browser.open(link).text
    browser.send(link, status=403)
    assert dana.id not in {seat.user_id for seat in rows(Member)}


def test_a_newer_invitation_replaces_the_older(browse, post, mira, amir, rows):
    invite(browse, mira, amir.email, "owner")
    old = post.link()
    invite(browse, mira, amir.email, "viewer")
    browse(amir).send(old, status=410)
    browse(amir).send(post.link(), status=302, follow=False)
    assert seat_of(rows, amir).role == Role.VIEWER


def test_a_withdrawn_invitation_is_over(browse, post, mira, amir, rows):
    invite(browse, mira, amir.email)
    link, (offer,) = post.link(), rows(Invitation)
    browse(mira).send(f"/employer/invitations/{offer.id}/withdrawal")
    browse(amir).send(link, status=410)


def test_an_invitation_dies_with_the_inviters_seat(browse, session, post, mira, acme, amir):
    invite(browse, mira, amir.email)
    link = post.link()
    mira.seats[0].ended_at = mira.seats[0].since
    session.commit()
    browse(amir).send(link, status=409)


def test_the_table_holds_no_token(browse, post, mira, amir, rows):
    invite(browse, mira, amir.email)
    token = post.link().rpartition("/")[2]
    (offer,) = rows(Invitation)
    assert len(token) == 26
    assert token not in repr(vars(offer))


@pytest.mark.parametrize("token", ["x", "é" * 99, "a" * 26])
def test_a_made_up_invitation_is_over(browse, token):
    browse(None).open(f"/invitations/{token}", status=410)


def test_who_has_a_seat_is_not_invited_again(browse, session, mira, acme):
    builders.a_member(session, "Nora Lindgren", acme, Role.VIEWER)
    page = invite(browse, mira, "nora.lindgren@example.com", status=422)
    assert "already has a seat" in page.text


@pytest.mark.parametrize("role", [Role.RECRUITER, Role.VIEWER])
def test_only_owners_invite(browse, session, acme, role, rows):
    nora = builders.a_member(session, "Nora Lindgren", acme, role)
    invite(browse, nora, "friend@example.com", "owner", status=403)
    assert rows(Invitation) == []


def test_somebody_who_left_takes_the_seat_up_again(browse, session, post, mira, acme, rows):
    nora = builders.a_member(session, "Nora Lindgren", acme, Role.VIEWER)
    browse(mira).send(f"/employer/members/{nora.seats[0].id}/end")
    post.collect()
    invite(browse, mira, nora.email, "recruiter")
    browse(nora).send(post.link(), status=302, follow=False)
    seat = seat_of(rows, nora)
    assert (seat.role, seat.ended_at) == (Role.RECRUITER, None)


# ---- seats


def test_an_owner_changes_a_role_and_the_person_is_told(browse, session, post, mira, acme, rows):
    nora = builders.a_member(session, "Nora Lindgren", acme, Role.VIEWER)
    seat = nora.seats[0]
    browse(mira).open(f"/employer/members/{seat.id}/role")
    browse(mira).send(f"/employer/members/{seat.id}/role", role="recruiter")
    assert seat_of(rows, nora).role == Role.RECRUITER
    (letter,) = post.collect()
    assert letter.to.email == nora.email


def test_an_ended_seat_opens_nothing_from_that_moment(browse, session, mira, acme, rows):
    nora = builders.a_member(session, "Nora Lindgren", acme, Role.RECRUITER)
    browser = browse(nora)
    browser.open("/employer/members")
    browse(mira).send(f"/employer/members/{nora.seats[0].id}/end")
    browser.open("/employer/members", status=403)


def test_a_member_may_leave(browse, session, mira, acme, rows):
    nora = builders.a_member(session, "Nora Lindgren", acme, Role.VIEWER)
    assert browse(nora).send(f"/employer/members/{nora.seats[0].id}/end").path == "/account"
    assert seat_of(rows, nora).ended_at is not None


def test_a_viewer_ends_nobody_elses_seat(browse, session, mira, acme):
    nora = builders.a_member(session, "Nora Lindgren", acme, Role.VIEWER)
    browse(nora).send(f"/employer/members/{mira.seats[0].id}/end", status=403)


@pytest.mark.parametrize(("act", "fields"), [("end", {}), ("role", {"role": "viewer"})])
def test_the_last_owner_stays(browse, mira, rows, act, fields):
    page = browse(mira).send(f"/employer/members/{mira.seats[0].id}/{act}", status=409, **fields)
    assert "needs an owner" in page.text
    assert seat_of(rows, mira).role == Role.OWNER


def test_the_only_owner_is_offered_no_button_that_would_be_refused(browse, session, mira, acme):
    page = browse(mira).open("/employer/members")
    assert "The only owner" in page.text
    assert f"/employer/members/{mira.seats[0].id}" not in page.source
    builders.a_member(session, "Nora Lindgren", acme, Role.OWNER)
    assert f"/employer/members/{mira.seats[0].id}/end" in browse(mira).open("/employer/members").source


def test_seats_of_another_employer_are_not_there(browse, mira, rolf):
    browse(rolf).send(f"/employer/members/{mira.seats[0].id}/end", status=404)
    browse(rolf).open(f"/employer/members/{mira.seats[0].id}/role", status=404)
    assert "Mira" not in browse(rolf).open("/employer/members").text
