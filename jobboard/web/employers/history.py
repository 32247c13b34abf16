"""The diary of a posting or an application in words: what happened, who did it, and what was said."""

from collections.abc import Mapping, Sequence

from jobboard.domain.applications.lifecycle import NotChosenReason
from jobboard.domain.diary import Event
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import CloseReason, Status
from jobboard.web.timeline import Entry, Words, words_for
from jobboard.web.ui import moment

POSTING = {
    "draft": ("Begun", "pencil", "plain"),
    "repost": ("Begun as a copy of an earlier posting", "copy", "plain"),
    "submit": ("Sent for review", "send", "wait"),
    "withdraw": ("Taken back from review", "undo-2", "plain"),
    "approve": ("Approved and published", "circle-check", "good"),
    "publish_change": ("Change published", "circle-check", "good"),
    "ask_for_changes": ("Changes asked for", "message-square", "stop"),
    "reject": ("Not accepted", "ban", "stop"),
    "remove": ("Removed", "ban", "stop"),
    "begin_change": ("Change begun; the approved version stays up", "pencil", "plain"),
    "discard": ("Draft discarded", "trash-2", "plain"),
    "pause": ("Paused", "pause", "plain"),
    "resume": ("Put up again", "play", "good"),
    "confirm": ("Confirmed as still open", "check", "good"),
    "close": ("Closed", "archive", "plain"),
}
APPLICATION = {
    "apply": ("Sent", "send", "plain"),
    "open": ("Opened", "eye", "plain"),
    "start_conversation": ("Conversation started", "message-square", "good"),
    "invite_to_interview": ("Invited to an interview", "calendar", "good"),
    "make_offer": ("Offer made", "handshake", "good"),
    "hire": ("Hired", "circle-check", "good"),
    "decline": ("Not chosen", "circle-x", "plain"),
    "withdraw": ("Withdrawn by the coder", "undo-2", "plain"),
}
HIDDEN = {"claim"}
JUDGED = ("approve", "ask_for_changes", "reject", "remove")


def entries(lines: Sequence[Event], people: Mapping[str, str], posting: Posting) -> list[Entry]:
    """A posting's history, newest first. Moderators speak for the board, not under their names."""
    zone = posting.employer.timezone
    return [entry(line, POSTING, people, zone) for line in reversed(lines) if line.verb not in HIDDEN]


def application_entries(lines: Sequence[Event], people: Mapping[str, str], zone: str) -> list[Entry]:
    return [entry(line, APPLICATION, people, zone) for line in reversed(lines)]


def entry(line: Event, words: Words, people: Mapping[str, str], zone: str) -> Entry:
    what, icon_name, tone = words_for(line.verb, words)
    who = "our review" if words is POSTING and line.verb in JUDGED else people.get(line.by_id or "", "")
    return Entry(line.at, moment(line.at, zone), what, who, said(line), icon_name, tone)


def said(line: Event) -> str:
    """Reasons as sentences, then the note."""
    reasons = [Reason(value).label for value in line.data.get("reasons", [])]
    if line.verb == "close" and "reason" in line.data:
        reasons.append(CloseReason(line.data["reason"]).label)
    if line.verb == "decline" and "reason" in line.data:
        reasons.append(NotChosenReason(line.data["reason"]).label)
    return "\n".join([*reasons, *([line.note] if line.note else [])])


def asked_for(posting: Posting, lines: Sequence[Event]) -> str:
    """What a moderator asked for and still waits for; empty when nothing is asked."""
    if Status.NEEDS_CHANGES not in (posting.status, posting.change):
        return ""
    asked = [line for line in lines if line.verb == "ask_for_changes"]
    return said(asked[-1]) if asked else ""
