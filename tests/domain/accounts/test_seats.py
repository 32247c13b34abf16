"""Who may give and take which seat: every role against every role."""

import pytest

from jobboard.domain.accounts import seats
from jobboard.domain.accounts.finding import members_of
from jobboard.domain.accounts.member import Role
from jobboard.domain.errors import NotAllowed, NotNow
from tests import builders

RANK = [Role.OWNER, Role.RECRUITER, Role.VIEWER]


def offer(role, email="new@example.com"):
    return seats.Offer(id="0" * 26, email=email, role=role, token_hash="0" * 64)


@pytest.mark.parametrize("granted", RANK)
@pytest.mark.parametrize("own", RANK)
def test_nobody_grants_above_their_own_role_and_viewers_grant_nothing(session, acme, clock, own, granted):
    nora = builders.a_member(session, "Nora Lindgren", acme, own)
    words = {"by": nora, "members": members_of(session, acme.id), "waiting": [], "at": clock.now()}
    if own != Role.VIEWER and RANK.index(own) <= RANK.index(granted):
        invitation, line = seats.invite(acme, offer(granted), **words)
        assert (invitation.role, line.verb, line.new) == (granted, "invite", granted.value)
    else:
        with pytest.raises(NotAllowed):
            seats.invite(acme, offer(granted), **words)


def test_somebody_of_another_employer_grants_nothing(session, acme, rolf, clock):
    with pytest.raises(NotAllowed):
        seats.invite(acme, offer(Role.VIEWER), by=rolf, members=[], waiting=[], at=clock.now())


def test_of_two_owners_one_may_leave_and_the_other_may_not(session, acme, mira, clock):
    nora = builders.a_member(session, "Nora Lindgren", acme, Role.OWNER)
    first = seats.end_seat(mira.seats[0], by=mira, members=members_of(session, acme.id), at=clock.now())
    session.add(first)
    session.commit()
    with pytest.raises(NotNow, match="needs an owner"):
        seats.end_seat(nora.seats[0], by=nora, members=members_of(session, acme.id), at=clock.now())


def test_an_ended_seat_is_not_ended_twice(session, acme, mira, clock):
    nora = builders.a_member(session, "Nora Lindgren", acme, Role.VIEWER)
    seats.end_seat(nora.seats[0], by=mira, members=members_of(session, acme.id), at=clock.now())
    with pytest.raises(NotNow):
        seats.end_seat(nora.seats[0], by=mira, members=members_of(session, acme.id), at=clock.now())


def test_every_change_of_a_seat_names_the_person_and_the_roles(session, acme, mira, clock):
    nora = builders.a_member(session, "Nora Lindgren", acme, Role.VIEWER)
    held = members_of(session, acme.id)
    line = seats.change_role(nora.seats[0], Role.OWNER, by=mira, members=held, at=clock.now())
    assert (line.by_id, line.user_id, line.employer_id) == (mira.id, nora.id, acme.id)
    assert (line.old, line.new) == ("viewer", "owner")
