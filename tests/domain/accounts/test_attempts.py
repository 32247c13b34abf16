"""Limits that hold however many processes there are."""

import pytest

from jobboard.domain.accounts import finding
from jobboard.domain.accounts.attempt import LIMITS, Attempt, Kind
from jobboard.domain.accounts.attempts import forgive, try_once


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_its_limit_and_its_window(session, clock, kind):
    many, window = LIMITS[kind]
    for _ in range(many):
        assert try_once(session, {kind: "key"}, clock.now()) is None
    assert try_once(session, {kind: "key"}, clock.now()) == kind
    assert try_once(session, {kind: "another key"}, clock.now()) is None
    clock.tick(seconds=window.total_seconds())
    assert try_once(session, {kind: "key"}, clock.now()) is None


def test_a_try_that_is_turned_away_counts_for_nobody(session, clock):
    keys = {Kind.LOG_IN_ADDRESS: "192.0.2.1", Kind.LOG_IN_ACCOUNT: "a@example.com"}
    for _ in range(30):
        try_once(session, keys, clock.now())
    assert finding.attempts_since(session, Kind.LOG_IN_ADDRESS, "192.0.2.1", clock.tick(minutes=-1)) == 10


def test_a_right_password_clears_the_account_and_gives_the_address_one_try_back(session, clock):
    keys = {Kind.LOG_IN_ADDRESS: "192.0.2.1", Kind.LOG_IN_ACCOUNT: "a@example.com"}
    began = clock.now()
    for _ in range(3):
        clock.tick(seconds=1)
        try_once(session, keys, clock.now())
    forgive(session, keys, clock.now())
    assert finding.attempts_since(session, Kind.LOG_IN_ACCOUNT, "a@example.com", began) == 0
    assert finding.attempts_since(session, Kind.LOG_IN_ADDRESS, "192.0.2.1", began) == 2


def test_the_table_names_nobody_and_forgets_after_a_day(session, clock):
    try_once(session, {Kind.RESET_ACCOUNT: "a@example.com"}, clock.now())
    session.commit()
    assert "a@example.com" not in repr([vars(row) for row in session.query(Attempt)])
    clock.tick(days=1)
    try_once(session, {Kind.RESET_ACCOUNT: "b@example.com"}, clock.now())
    session.commit()
    assert session.query(Attempt).count() == 1
