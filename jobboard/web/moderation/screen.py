"""The one screen of the desk: the queue, the posting as readers will see it, the evidence, the decision."""

from collections.abc import Sequence
from typing import Any

from flask import render_template

from jobboard import clock
from jobboard.domain.moderation import finding
from jobboard.domain.moderation.background import Background
from jobboard.domain.moderation.evidence import evidence
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.finding import count_waiting, diary, people_in
from jobboard.domain.postings.posting import CLAIM_LASTS, Posting
from jobboard.extensions import db
from jobboard.web.door import me
from jobboard.web.jobs.sheet import sheet
from jobboard.web.moderation.changes import changes
from jobboard.web.moderation.forms import VerdictForm, seen
from jobboard.web.moderation.history import entries
from jobboard.web.moderation.waiting import lines


def draw(shown: Posting | None, waiting: Sequence[Posting], form: VerdictForm | None = None) -> str:
    """The screen with `shown` in the middle, or what to do when nothing waits."""
    now = clock.now()
    compared = list(waiting) if shown is None or shown in waiting else [*waiting, shown]
    known = finding.background(db.session, compared, now)
    return render_template(
        "moderation/queue.html",
        lines=lines(waiting, known, shown, now),
        total=count_waiting(db.session),
        **(posting_parts(shown, waiting, known, form) if shown else {"posting": None}),
    )


def posting_parts(
    posting: Posting, waiting: Sequence[Posting], known: Background, form: VerdictForm | None
) -> dict[str, Any]:
    now = clock.now()
    found = evidence(posting, known, now)
    events = diary(db.session, posting.id)
    before = posting.live_edition if posting.change else None
    pointed_at = list(dict.fromkeys(fact.reason.value for fact in found if fact.reason))
    form = form or VerdictForm(formdata=None, seen=seen(posting))
    form.put_first(pointed_at)
    return {
        "posting": posting,
        "sheet": sheet(posting, posting.edition, now),
        "facts": found,
        "pointed_at": pointed_at,
        "sentences": {reason.value: reason.label for reason in Reason},
        "changes": changes(before, posting.edition) if before else [],
        "history": entries(events, people_in(db.session, events)),
        "form": form,
        "theirs": posting.is_claimed_by_another(me(), now),
        "claimed_until": posting.claimed_at + CLAIM_LASTS
        if posting.claimed_at and posting.is_claimed(now)
        else None,
        **neighbors(posting, waiting),
    }


def neighbors(posting: Posting, waiting: Sequence[Posting]) -> dict[str, Posting | None]:
    """What stands before and after `posting` in the queue; the first one after anything that does not wait."""
    place = next((index for index, other in enumerate(waiting) if other is posting), None)
    if place is None:
        return {"previous": None, "following": waiting[0] if waiting else None}
    before = waiting[place - 1] if place else None
    return {"previous": before, "following": waiting[place + 1] if place + 1 < len(waiting) else None}
