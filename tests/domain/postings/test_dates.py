"""A posting is listed through the end of its last day, in its employer's own zone, across the change of the clocks."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from jobboard.domain.postings.dates import end_of_day, start_of_day
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Status


@pytest.mark.parametrize(
    ("day", "zone", "ends"),
    [
        (date(2026, 11, 20), "America/New_York", datetime(2026, 11, 21, 5, tzinfo=UTC)),
        (date(2026, 11, 20), "Pacific/Honolulu", datetime(2026, 11, 21, 10, tzinfo=UTC)),
        (date(2026, 11, 20), "America/Phoenix", datetime(2026, 11, 21, 7, tzinfo=UTC)),
        (date(2027, 3, 13), "America/New_York", datetime(2027, 3, 14, 5, tzinfo=UTC)),
        (date(2027, 3, 14), "America/New_York", datetime(2027, 3, 15, 4, tzinfo=UTC)),
        (date(2026, 11, 1), "America/Chicago", datetime(2026, 11, 2, 6, tzinfo=UTC)),
    ],
)
def test_a_day_ends_at_midnight_of_its_zone(day, zone, ends):
    assert end_of_day(day, zone).astimezone(UTC) == ends


def test_today_is_the_employers_day_not_the_servers():
    late_in_hawaii = datetime(2026, 11, 17, 4, tzinfo=UTC)
    assert start_of_day(late_in_hawaii, "Pacific/Honolulu").date() == date(2026, 11, 16)


def test_a_posting_is_listed_until_its_last_day_is_over(a_posting, clock):
    posting = a_posting("live", closes_on=date(2026, 11, 20))
    assert posting.is_listed(datetime(2026, 11, 21, 4, 59, tzinfo=UTC))
    assert not posting.is_listed(datetime(2026, 11, 21, 5, tzinfo=UTC))


def test_a_posting_that_opens_later_is_not_listed_before(a_posting, clock):
    posting = a_posting("live", opens_on=clock.now().date() + timedelta(days=3))
    assert not posting.is_listed(clock.now())
    assert posting.is_listed(clock.now() + timedelta(days=3))


def test_python_and_sql_agree_on_what_is_listed(a_posting, session, clock):
    for status in Status:
        a_posting(status, closes_on=clock.now().date() + timedelta(days=2))
    a_posting("live", opens_on=clock.now().date() + timedelta(days=1))
    everything = session.scalars(select(Posting)).all()
    for hours in range(0, 24 * 4, 5):
        moment = clock.now() + timedelta(hours=hours)
        in_sql = set(session.scalars(select(Posting.id).where(listed(moment))))
        assert in_sql == {posting.id for posting in everything if posting.is_listed(moment)}, moment
