"""Where a posting stands for those who make it, by what needs doing first; `finding.standing` says the same in SQL."""

from datetime import datetime

from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import ChangeStage, Status, Term


class Standing(Term):
    """In the order of an employer's desk."""

    NEEDS_CHANGES = "needs_changes", "Needs your changes"
    DRAFT = "draft", "Drafts"
    IN_REVIEW = "in_review", "In review"
    LIVE = "live", "Live"
    PAUSED = "paused", "Paused"
    EXPIRED = "expired", "Expired"
    CLOSED = "closed", "Closed"


# What is refused or removed is over as well.
OF_STATUS = {
    Status.DRAFT: Standing.DRAFT,
    Status.IN_REVIEW: Standing.IN_REVIEW,
    Status.LIVE: Standing.LIVE,
    Status.PAUSED: Standing.PAUSED,
}


def standing_of(posting: Posting, now: datetime) -> Standing:
    if posting.status == Status.NEEDS_CHANGES or posting.change == ChangeStage.NEEDS_CHANGES:
        return Standing.NEEDS_CHANGES
    if posting.is_expired(now):
        return Standing.EXPIRED
    return OF_STATUS.get(posting.status, Standing.CLOSED)
