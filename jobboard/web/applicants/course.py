"""An application's way, in the words its coder reads. The stages are the ones the employer sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from jobboard.domain.applications.application import Application
from jobboard.domain.applications.lifecycle import OPEN, TALKING, Stage
from jobboard.domain.diary import Event
from jobboard.web.timeline import Entry

# {} is the employer
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

# what is said in the list, with the day it came to that stage
SINCE = {
    Stage.SENT: "Not opened yet.",
    Stage.OPENED: "Opened {}.",
    Stage.IN_CONVERSATION: "They asked to talk on {}.",
    Stage.INTERVIEW: "They invited you on {}.",
    Stage.OFFER: "They made an offer on {}.",
    Stage.HIRED: "Hired on {}.",
    Stage.NOT_CHOSEN: "Closed on {}.",
    Stage.WITHDRAWN: "You withdrew on {}.",
}


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
    return Entry(event.at, at_text, what.format(sent.posting.employer.name), "", note, icon_name, tone)


def row(sent: Application, now: datetime) -> Row:
    edition = sent.posting.live_edition
    return Row(
        id=sent.id,
        title=edition.title if edition else "A posting that is gone",
        employer=sent.posting.employer.name,
        stage=sent.stage,
        sent_at=sent.sent_at,
        news=news(sent, now),
        is_open=sent.stage in OPEN,
    )


def news(sent: Application, now: datetime) -> str:
    """The one line beside a stage: since when, why, and what was promised while nothing is answered."""
    if sent.stage == Stage.NOT_CHOSEN and sent.reason:
        return f"{sent.reason.label}."
    said = SINCE[sent.stage].format(f"{sent.moved_at:%B} {sent.moved_at.day}")
    if sent.stage not in TALKING:
        return said
    over = "" if sent.posting.is_listed(now) else " The job is no longer listed."
    return f"{said} {promise(sent, now)}".strip() + over


def promise(sent: Application, now: datetime) -> str:
    """What the employer promised, and whether the time is over."""
    edition = sent.posting.live_edition
    if edition is None or edition.response_days is None:
        return ""
    due = sent.sent_at + timedelta(days=edition.response_days)
    said = f"{due:%B} {due.day}"
    return f"An answer was promised by {said}." if due < now else f"An answer is promised by {said}."
