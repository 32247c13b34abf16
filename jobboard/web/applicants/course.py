"""An application's way, in the words its coder reads. The stages are the ones the employer sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from jobboard.domain.applications.application import Application
from jobboard.domain.applications.lifecycle import OPEN, Stage
from jobboard.domain.diary import Event

# verb -> what happened ({} is the employer), icon, tone
WORDS = {
    "apply": ("You applied", "send", "plain"),
    "open": ("{} opened your application", "eye", "plain"),
    "start_conversation": ("{} wants to talk", "message-square", "good"),
    "invite_to_interview": ("{} invites you to an interview", "calendar", "good"),
    "make_offer": ("{} makes you an offer", "handshake", "good"),
    "hire": ("Hired by {}", "circle-check", "good"),
    "decline": ("{} chose not to go on", "circle-x", "plain"),
    "withdraw": ("You withdrew", "undo-2", "plain"),
}


@dataclass(frozen=True)
class Entry:
    """One line, as `components/timeline.html` draws it."""

    at: datetime
    at_text: str
    what: str
    note: str
    icon_name: str
    tone: str


@dataclass(frozen=True)
class Row:
    """One application in the list."""

    id: str
    title: str
    employer: str
    stage: Stage
    sent_at: datetime
    news: str
    is_open: bool


def course(events: Iterable[Event], sent: Application) -> list[Entry]:
    """Newest first."""
    return [entry(event, sent) for event in reversed(list(events)) if event.verb in WORDS]


def entry(event: Event, sent: Application) -> Entry:
    what, icon_name, tone = WORDS[event.verb]
    parts = [event.note or ""]
    if event.verb == "decline" and sent.reason:
        parts.insert(0, f"{sent.reason.label}.")
    note = "\n".join(part for part in parts if part)
    at_text = f"{event.at:%B} {event.at.day}, {event.at.year}"
    return Entry(event.at, at_text, what.format(sent.posting.employer.name), note, icon_name, tone)


def row(sent: Application, opened: datetime | None, now: datetime) -> Row:
    edition = sent.posting.live_edition
    return Row(
        id=sent.id,
        title=edition.title if edition else "A posting that is gone",
        employer=sent.posting.employer.name,
        stage=sent.stage,
        sent_at=sent.sent_at,
        news=news(sent, opened, now),
        is_open=sent.stage in OPEN,
    )


def news(sent: Application, opened: datetime | None, now: datetime) -> str:
    """The one line under a stage: the reason, when it was opened, or since when nothing was heard."""
    if sent.stage == Stage.NOT_CHOSEN and sent.reason:
        return f"{sent.reason.label}."
    if sent.stage == Stage.SENT:
        return f"Not opened yet. {promise(sent, now)}".strip()
    if sent.stage == Stage.WITHDRAWN:
        return f"You withdrew on {sent.moved_at:%B} {sent.moved_at.day}."
    return f"Opened {opened:%B} {opened.day}." if opened else f"Last changed {sent.moved_at:%B} {sent.moved_at.day}."


def promise(sent: Application, now: datetime) -> str:
    """What the employer promised, and whether the time is over."""
    edition = sent.posting.live_edition
    if edition is None or edition.response_days is None:
        return ""
    due = sent.sent_at + timedelta(days=edition.response_days)
    said = f"{due:%B} {due.day}"
    return f"An answer was promised by {said}." if due < now else f"An answer is promised by {said}."
