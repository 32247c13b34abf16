"""Gives a composed posting a life: where it stands, the dates of how it got there, the lines in its diary."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from jobboard.seeds.shapes import Line, PostingSeed

FATES = {
    "live": 600, "expired": 70, "closed": 140, "paused": 45, "draft": 40, "in_review": 40, "needs_changes": 30,
    "removed": 15, "rejected": 10,
}  # fmt: skip
ASKED = (
    ("pay_unclear", "The range is fine for the work, but the text says something else. Which one is right?"),
    ("states_missing", "Please say why other states are out. One sentence is enough."),
    ("too_vague", "Coders will ask which procedures and how many. Please add two or three lines."),
    (
        "credentials_unclear",
        "The setting is facility and the credentials are professional only. Is that meant?",
    ),
    ("codes_do_not_fit", "Please look at the smallest family again: the text does not mention it."),
)
REMOVED = (
    ("scam", "Two readers were asked to pay for training after applying. Removed while we look into it."),
    ("duplicate", "The same job was listed twice under two titles."),
    ("who_are_you", "The company page went blank after approval."),
)
CLOSED = ("filled_here", "filled_here", "filled_elsewhere", "filled_elsewhere", "cancelled")
LISTED_FOR = (30, 45, 60, 90)


def at_work(dice: Random, moment: datetime, now: datetime) -> datetime:
    """The same day at a minute when people work in the United States; the day before if that is still to come."""
    found = moment.replace(hour=dice.randint(14, 21), minute=dice.randint(0, 59), second=0, microsecond=0)
    return found if found < now else found - timedelta(days=1)


def fate(dice: Random) -> str:
    return dice.choices(list(FATES), list(FATES.values()))[0]


def live(
    dice: Random, posting: PostingSeed, fate: str, now: datetime, by: str, moderator: str
) -> PostingSeed:
    """The posting with status, dates and diary. `by` wrote it, `moderator` judged it; all dates lie before `now`."""
    if fate in ("draft", "in_review", "needs_changes", "rejected"):
        return unpublished(dice, posting, fate, now, by, moderator)
    days = dice.choice(LISTED_FOR)
    age = dice.uniform(days + 2, days + 40) if fate == "expired" else dice.uniform(0.1, days - 2)
    if fate in ("closed", "removed"):
        age = dice.uniform(12, 100)
    published = at_work(dice, now - timedelta(days=age), now)
    submitted = at_work(dice, published - timedelta(days=1), now)
    created = at_work(dice, submitted - timedelta(days=dice.randint(1, 5)), now)
    posting = replace(
        posting,
        status="live" if fate == "expired" else fate,
        by=by,
        created_at=created,
        first_published_at=published,
        confirmed_at=published,
        opens_on=published.date(),
        closes_on=(published + timedelta(days=days)).date(),
        diary=(*beginning(created, submitted, by), Line("approve", published, moderator)),
    )
    return later(dice, posting, fate, now, moderator)


def beginning(created: datetime, submitted: datetime, by: str) -> tuple[Line, ...]:
    return (Line("draft", created, by), Line("submit", submitted, by))


def unpublished(
    dice: Random, posting: PostingSeed, fate: str, now: datetime, by: str, moderator: str
) -> PostingSeed:
    created = now - timedelta(days=dice.uniform(3, 9))
    closes = (now + timedelta(days=dice.choice(LISTED_FOR))).date()
    posting = replace(posting, status=fate, by=by, created_at=created, closes_on=closes)
    if fate == "draft":
        return replace(posting, diary=(Line("draft", created, by),))
    hours = dice.uniform(1, 44) if fate == "in_review" else dice.uniform(30, 60)
    submitted = now - timedelta(hours=hours)
    diary = beginning(created, submitted, by)
    if fate == "needs_changes":
        reason, note = dice.choice(ASKED)
        diary += (Line("ask_for_changes", submitted + timedelta(hours=20), moderator, note, (reason,)),)
    if fate == "rejected":
        note = "You list this desk already under another title. Please edit that posting instead."
        diary += (Line("reject", submitted + timedelta(hours=20), moderator, note, ("duplicate",)),)
    return replace(posting, diary=diary)


def later(dice: Random, posting: PostingSeed, fate: str, now: datetime, moderator: str) -> PostingSeed:
    """What happened to a published posting since: confirmed, paused, closed or removed."""
    assert posting.first_published_at is not None
    published = posting.first_published_at
    room = now - published
    at = published + room * dice.uniform(0.3, 0.95)
    if fate == "live" and room > timedelta(days=14) and dice.random() < 0.6:
        return replace(posting, confirmed_at=at, diary=(*posting.diary, Line("confirm", at, posting.by)))
    if fate == "paused":
        return replace(posting, diary=(*posting.diary, Line("pause", at, posting.by)))
    if fate == "closed":
        reason = posting.close_reason or dice.choice(CLOSED)
        if posting.apply_how == "link" and reason == "filled_here":
            reason = "filled_elsewhere"
        at = min(at, published + timedelta(days=25))
        return replace(posting, close_reason=reason, diary=(*posting.diary, Line("close", at, posting.by)))
    if fate == "removed":
        reason, note = dice.choice(REMOVED)
        at = min(at, published + timedelta(days=25))
        return replace(posting, diary=(*posting.diary, Line("remove", at, moderator, note, (reason,))))
    return posting
