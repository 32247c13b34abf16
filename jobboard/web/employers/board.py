"""An employer's postings, laid out by what needs doing, each with its stage and its next step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for

from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.standing import Standing, standing_of
from jobboard.domain.postings.terms import Status


@dataclass(frozen=True)
class Entry:
    """One posting in the list. `next_step` is a label and an address: where its makers would go now."""

    posting: Posting
    title: str
    stage: str
    applications: int
    closes_on: date | None
    note: str
    next_step: tuple[str, str]


@dataclass(frozen=True)
class Group:
    """Those that stand alike: `total` on all pages together."""

    title: str
    total: int
    entries: tuple[Entry, ...]


def stage_of(posting: Posting, now: datetime) -> str:
    """The word for where it stands, expiry and a later opening worked out from the dates."""
    if posting.is_expired(now):
        return "expired"
    if posting.status == Status.LIVE and not posting.is_listed(now):
        return "scheduled"
    return posting.status.value


def next_step(posting: Posting, applications: int, now: datetime, writes: bool) -> tuple[str, str]:
    page = url_for("employers.posting", id=posting.id)
    if posting.is_editable and writes:
        return (
            "Make the changes" if standing_of(posting, now) is Standing.NEEDS_CHANGES else "Go on writing",
            url_for("employers.edit", id=posting.id),
        )
    if posting.is_expired(now):
        return "Re-post or close" if writes else "Open", page
    if posting.is_in_review and posting.status == Status.IN_REVIEW:
        return "Waiting for a moderator", page
    if applications and posting.status in (Status.LIVE, Status.PAUSED):
        return "Read the applications", url_for("employers.received", id=posting.id)
    return "Open", page


def groups(
    postings: Sequence[Posting],
    totals: Mapping[Standing, int],
    counts: Mapping[str, int],
    notes: Mapping[str, str],
    now: datetime,
    *,
    writes: bool,
) -> list[Group]:
    """`counts`: applications by posting; `notes`: a moderator's last words by posting; `writes`: whether the reader may."""
    by_group: dict[Standing, list[Entry]] = {}
    for posting in postings:
        count = counts.get(posting.id, 0)
        entry = Entry(
            posting=posting,
            title=posting.edition.title or "Untitled posting",
            stage=stage_of(posting, now),
            applications=count,
            closes_on=posting.edition.closes_on,
            note=notes.get(posting.id, "") if posting.is_editable else "",
            next_step=next_step(posting, count, now, writes),
        )
        by_group.setdefault(standing_of(posting, now), []).append(entry)
    return [Group(one.label, totals[one], tuple(by_group[one])) for one in Standing if one in by_group]
