"""Seven in the morning where the person lives: over midnight, over both changes of the clocks, on Mondays only."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.mornings import ZONES, next_look, next_morning

NEW_YORK, DENVER, HONOLULU, PHOENIX = (
    "America/New_York", "America/Denver", "Pacific/Honolulu", "America/Phoenix",
)  # fmt: skip


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "zone", "morning"),
    [
        ("2026-11-16 11:59", NEW_YORK, "2026-11-16 12:00"),
        ("2026-11-16 12:00", NEW_YORK, "2026-11-17 12:00"),
        ("2026-11-16 04:30", NEW_YORK, "2026-11-16 12:00"),
        ("2026-11-16 05:30", NEW_YORK, "2026-11-16 12:00"),
        ("2026-11-16 12:30", DENVER, "2026-11-16 14:00"),
        ("2026-11-17 09:59", HONOLULU, "2026-11-17 17:00"),
        # Clocks go back on November 1, 2026, and forward on March 14, 2027; Phoenix and Honolulu keep theirs.
        ("2026-10-31 11:30", NEW_YORK, "2026-11-01 12:00"),
        ("2026-11-01 11:30", NEW_YORK, "2026-11-01 12:00"),
        ("2026-11-01 12:00", NEW_YORK, "2026-11-02 12:00"),
        ("2027-03-13 13:00", NEW_YORK, "2027-03-14 11:00"),
        ("2027-03-13 15:00", PHOENIX, "2027-03-14 14:00"),
    ],
)
def test_the_next_morning_is_seven_o_clock_there(after, zone, morning):
    assert next_morning(utc(after), zone) == utc(morning)


@pytest.mark.parametrize(
    ("after", "zone", "morning"),
    [
        ("2026-11-16 11:00", NEW_YORK, "2026-11-16 12:00"),
        ("2026-11-16 12:00", NEW_YORK, "2026-11-23 12:00"),
        ("2026-10-26 12:00", NEW_YORK, "2026-11-02 12:00"),
        # Monday in London is still Sunday in Honolulu.
        ("2026-11-16 03:00", HONOLULU, "2026-11-16 17:00"),
        ("2026-11-16 17:00", HONOLULU, "2026-11-23 17:00"),
    ],
)
def test_weekly_letters_come_on_monday_mornings(after, zone, morning):
    assert next_morning(utc(after), zone, weekly=True) == utc(morning)


@given(
    st.integers(0, 4 * 365 * 24 * 60).map(lambda minutes: utc("2026-01-01") + timedelta(minutes=minutes)),
    st.sampled_from(sorted(ZONES)),
    st.booleans(),
)
def test_every_next_morning_is_later_at_seven_and_the_nearest(after, zone, weekly):
    morning = next_morning(after, zone, weekly=weekly)
    local = morning.astimezone(ZoneInfo(zone))
    assert after < morning
    assert (local.hour, local.minute) == (7, 0)
    assert (morning - after).total_seconds() <= (7 if weekly else 1) * 86400 + 3600
    assert not weekly or local.weekday() == 0


def test_at_once_is_now_and_no_letters_is_never():
    now = utc("2026-11-16 15:00")
    assert next_look(now, Rhythm.INSTANT, NEW_YORK) == now
    assert next_look(now, Rhythm.NONE, NEW_YORK) is None
