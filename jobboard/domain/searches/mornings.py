"""When the next letter of a rhythm is due: seven in the morning where the person lives, whatever the clocks do there."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from jobboard.domain.searches.lifecycle import Rhythm

MORNING = time(7)
MONDAY = 0
# From one Monday to the next, both counted.
DAYS_AHEAD = 8
EASTERN = "America/New_York"
# Every zone of the United States, by the name people there use.
ZONES = {
    "America/New_York": "Eastern",
    "America/Chicago": "Central",
    "America/Denver": "Mountain",
    "America/Phoenix": "Arizona",
    "America/Los_Angeles": "Pacific",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "Hawaii",
    "America/Puerto_Rico": "Atlantic (Puerto Rico)",
    "Pacific/Guam": "Guam",
}


def next_look(after: datetime, rhythm: Rhythm, zone: str) -> datetime | None:
    """The moment from which a search of that rhythm is looked at again; None for one without letters."""
    if rhythm == Rhythm.NONE:
        return None
    if rhythm == Rhythm.INSTANT:
        return after
    return next_morning(after, zone, weekly=rhythm == Rhythm.WEEKLY)


def next_morning(after: datetime, zone: str, *, weekly: bool = False) -> datetime:
    """The first seven o'clock in `zone` later than `after`; of a Monday when `weekly`."""
    place = ZoneInfo(zone)
    today = after.astimezone(place).date()
    days = [today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)]
    mornings = (
        datetime.combine(day, MORNING, place) for day in days if not weekly or day.weekday() == MONDAY
    )
    return next(morning for morning in mornings if morning > after)


def zone_like(zone: str | None, at: datetime) -> str:
    """The one of our zones that keeps the same time as any IANA zone; Eastern when none does or none is known."""
    if zone is None or zone in ZONES:
        return zone or EASTERN
    offset = at.astimezone(ZoneInfo(zone)).utcoffset()
    return next((ours for ours in ZONES if at.astimezone(ZoneInfo(ours)).utcoffset() == offset), EASTERN)
