"""Calendar days in an employer's time zone: a closing date ends at that zone's midnight, whatever the clock change."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def start_of_day(at: datetime, zone: str) -> datetime:
    """The local midnight that began the day of `at`; its `.date()` is the local calendar day."""
    return datetime.combine(at.astimezone(ZoneInfo(zone)).date(), time.min, ZoneInfo(zone))


def end_of_day(day: date, zone: str, days: int = 0) -> datetime:
    """The first moment after `day` (plus `days`) in that zone."""
    return datetime.combine(day + timedelta(days=days + 1), time.min, ZoneInfo(zone))
