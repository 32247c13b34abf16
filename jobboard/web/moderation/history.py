"""A posting's diary in a moderator's words."""

from collections.abc import Iterable

from jobboard.domain.diary import Event
from jobboard.domain.moderation.reason import Reason
from jobboard.web.timeline import Entry, words_for

WORDS = {
    "draft": ("Started", "pencil", "plain"),
    "repost": ("Re-posted as new", "copy", "plain"),
    "submit": ("Sent for review", "send", "plain"),
    "withdraw": ("Taken back by the employer", "undo-2", "plain"),
    "discard": ("Discarded by the employer", "trash-2", "plain"),
    "claim": ("Claimed", "eye", "plain"),
    "approve": ("Approved", "circle-check", "good"),
    "ask_for_changes": ("Changes asked for", "message-square", "wait"),
    "reject": ("Rejected", "ban", "stop"),
    "remove": ("Removed", "ban", "stop"),
    "begin_change": ("A change begun", "pencil", "plain"),
    "publish_change": ("A small change published", "eye", "plain"),
    "pause": ("Paused", "pause", "plain"),
    "resume": ("Live again", "play", "plain"),
    "confirm": ("Confirmed as still open", "calendar", "plain"),
    "close": ("Closed", "archive", "plain"),
}


def entries(events: Iterable[Event], names: dict[str, str]) -> list[Entry]:
    """Newest first. `names` are people's names by id."""
    return [entry(event, names.get(event.by_id or "", "")) for event in reversed(list(events))]


def entry(event: Event, who: str) -> Entry:
    what, icon_name, tone = words_for(event.verb, WORDS)
    note = "\n".join(part for part in (*reasons_of(event), event.note or "") if part)
    return Entry(event.at, f"{event.at:%b %-d, %Y, %H:%M} UTC", what, who, note, icon_name, tone)


def reasons_of(event: Event) -> list[str]:
    """The sentences of the reasons given with a decision; a reason no longer in the list is shown as stored."""
    known = {reason.value: reason.label for reason in Reason}
    return [known.get(value, str(value)) for value in event.data.get("reasons", ())]
