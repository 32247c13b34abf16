"""How long something has waited, and the lines of the queue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import url_for

from jobboard.domain.accounts.user import User
from jobboard.domain.moderation.background import Background
from jobboard.domain.moderation.evidence import evidence
from jobboard.domain.moderation.fact import Fact, Tone
from jobboard.domain.permissions import may
from jobboard.domain.postings.posting import Posting


@dataclass(frozen=True)
class Line:
    """One entry of the queue, as `components/queue_list.html` draws it."""

    title: str
    url: str
    line: str
    mark: str
    tone: str
    current: bool


def lines(waiting: Sequence[Posting], known: Background, shown: Posting | None, now: datetime) -> list[Line]:
    return [line(posting, known, shown is posting, now) for posting in waiting]


def line(posting: Posting, known: Background, current: bool, now: datetime) -> Line:
    mark, tone = weighed(evidence(posting, known, now))
    parts = [posting.employer.name, f"waiting {waited(posting.submitted_at, now)}"]
    parts += ["a change"] if posting.change else []
    parts += [f"{posting.claimed_by.name} is on it"] if posting.claimed_by and posting.is_claimed(now) else []
    return Line(
        title=posting.edition.title,
        url=url_for("moderation.show", id=posting.id),
        line=" · ".join(parts),
        mark=mark,
        tone=tone,
        current=current,
    )


def weighed(facts: Sequence[Fact]) -> tuple[str, str]:
    """What the queue says of the evidence, and its tone: what speaks against a posting is said first."""
    against = sum(fact.tone == Tone.BAD for fact in facts)
    count = sum(fact.tone == Tone.LOOK for fact in facts)
    said = [f"{against} against"] if against else []
    said += [f"{count} to look at"] if count else []
    return ", ".join(said), "stop" if against else "wait"


def waited(since: datetime | None, now: datetime) -> str:
    """'5 minutes', '3 hours', '2 days'."""
    passed = now - since if since else timedelta(0)
    for unit, name in (
        (timedelta(days=1), "day"),
        (timedelta(hours=1), "hour"),
        (timedelta(minutes=1), "minute"),
    ):
        if passed >= unit:
            number = passed // unit
            return f"{number} {name}{'' if number == 1 else 's'}"
    return "less than a minute"


def next_for(person: User, waiting: Sequence[Posting], now: datetime) -> Posting | None:
    """The oldest that this moderator can decide now: not their own employer's, not in a colleague's hands."""
    free = (
        posting
        for posting in waiting
        if may(person, "approve", posting, now) and not posting.is_claimed_by_another(person, now)
    )
    return next(free, None)
