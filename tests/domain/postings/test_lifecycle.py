"""Every verb in every state: the drawing in `lifecycle` is the whole truth."""

from datetime import timedelta

import pytest

from jobboard.domain.errors import Invalid, NotNow
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.lifecycle import CHANGE_MOVES, MOVES, PUBLISHED, allows, next_state
from jobboard.domain.postings.terms import ChangeStage, CloseReason, Status

EXTRA = {
    "ask_for_changes": {"reasons": [Reason.WORDING], "note": ""},
    "reject": {"reasons": [Reason.SCAM], "note": ""},
    "remove": {"reasons": [Reason.SCAM], "note": ""},
    "close": {"reason": CloseReason.FILLED_HERE},
}
VERBS = sorted({*MOVES, *CHANGE_MOVES} - {"publish_change"})


def expected(status: Status, verb: str) -> Status | None:
    """Where a posting without a change goes, None when it may not."""
    if status in PUBLISHED and verb in CHANGE_MOVES:
        return status if None in CHANGE_MOVES[verb] else None
    return MOVES.get(verb, {}).get(status)


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_moves_a_posting_only_where_the_table_says(verb, status, a_posting, mira, clock):
    posting = a_posting(status)
    reached = expected(status, verb)
    assert posting.allows(verb) == (reached is not None)
    if reached is None:
        with pytest.raises(NotNow):
            getattr(posting, verb)(by=mira, at=clock.now(), **EXTRA.get(verb, {}))
        assert posting.status == status
        return
    line = getattr(posting, verb)(by=mira, at=clock.now(), **EXTRA.get(verb, {}))
    assert posting.status == reached
    assert (line.verb, line.by_id, line.at, line.posting_id) == (verb, mira.id, clock.now(), posting.id)


@pytest.mark.parametrize("change", [None, *ChangeStage])
@pytest.mark.parametrize("verb", sorted(CHANGE_MOVES))
def test_a_change_moves_only_where_the_table_says(verb, change):
    if change not in CHANGE_MOVES[verb]:
        assert not allows(Status.LIVE, change, verb)
        return
    assert next_state(Status.LIVE, change, verb) == (Status.LIVE, CHANGE_MOVES[verb][change])


def test_closing_a_posting_ends_the_change_that_was_under_way(a_posting, mira, clock):
    posting = a_posting("live")
    posting.begin_change(by=mira, at=clock.now())
    posting.close(by=mira, at=clock.now(), reason=CloseReason.CANCELLED)
    assert (posting.status, posting.change, posting.draft_edition) == (Status.CLOSED, None, None)


def test_a_change_readers_decide_by_waits_for_review_while_the_approved_edition_stays_up(
    a_posting, mira, olga, clock
):
    posting = a_posting("live", title="Colorectal surgery coder")
    posting.begin_change(by=mira, at=clock.now())
    posting.edition.write({"title": "Colorectal surgery coder, nights"}, at=clock.now())
    posting.submit(by=mira, at=clock.now())
    assert posting.change == ChangeStage.IN_REVIEW
    assert posting.live_edition.title == "Colorectal surgery coder"
    posting.approve(by=olga, at=clock.now())
    assert posting.live_edition.title == "Colorectal surgery coder, nights"
    assert (posting.change, posting.draft_edition) == (None, None)


def test_a_change_of_small_things_is_published_at_once(a_posting, mira, clock):
    posting = a_posting("live")
    posting.begin_change(by=mira, at=clock.now())
    posting.edition.write({"response_days": 3}, at=clock.now())
    line = posting.submit(by=mira, at=clock.now())
    assert line.verb == "publish_change"
    assert posting.live_edition.response_days == 3


def test_a_rejected_change_leaves_the_approved_edition_as_it_was(a_posting, mira, olga, clock):
    posting = a_posting("live", title="Colorectal surgery coder")
    posting.begin_change(by=mira, at=clock.now())
    posting.edition.write({"title": "Make money from home today"}, at=clock.now())
    posting.submit(by=mira, at=clock.now())
    posting.reject(by=olga, at=clock.now(), reasons=[Reason.SCAM], note="")
    assert posting.status == Status.LIVE
    assert posting.edition.title == "Colorectal surgery coder"


@pytest.mark.parametrize("verb", ["ask_for_changes", "reject"])
def test_a_moderator_who_says_no_says_why(verb, a_posting, olga, clock):
    posting = a_posting("in_review")
    with pytest.raises(Invalid):
        getattr(posting, verb)(by=olga, at=clock.now(), reasons=[], note="no")
    assert posting.status == Status.IN_REVIEW


def test_an_incomplete_posting_is_not_sent(a_posting, mira, clock):
    posting = a_posting("draft")
    posting.edition.write({"pay_min": None}, at=clock.now())
    with pytest.raises(Invalid) as refused:
        posting.submit(by=mira, at=clock.now())
    assert list(refused.value.problems) == ["pay_min"]
    assert posting.status == Status.DRAFT


def test_a_posting_whose_closing_date_passed_while_it_waited_is_not_approved(a_posting, olga, clock):
    posting = a_posting("in_review")
    with pytest.raises(NotNow, match="closing date"):
        posting.approve(by=olga, at=clock.tick(days=31))


def test_what_one_moderator_looks_at_another_leaves_alone_for_half_an_hour(a_posting, olga, ada, clock):
    posting = a_posting("in_review")
    posting.claim(by=olga, at=clock.now())
    with pytest.raises(NotNow, match="Another moderator"):
        posting.approve(by=ada, at=clock.tick(minutes=29))
    posting.approve(by=ada, at=clock.tick(minutes=2))
    assert posting.status == Status.LIVE


def test_a_repost_is_new_and_honest_about_it(a_posting, mira, clock):
    old = a_posting("closed", title="Colorectal surgery coder")
    twin, line = old.repost(by=mira, at=clock.now())
    assert twin.id != old.id
    assert (twin.status, twin.first_published_at, twin.repost_of_id) == (Status.DRAFT, None, old.id)
    assert twin.edition.title == "Colorectal surgery coder"
    assert twin.edition.closes_on is None
    assert line.data == {"of": old.id}


def test_first_published_never_moves(a_posting, mira, olga, clock):
    posting = a_posting("live")
    first = posting.first_published_at
    clock.tick(days=2)
    posting.begin_change(by=mira, at=clock.now())
    posting.edition.write({"title": "Colorectal surgery coder II"}, at=clock.now())
    posting.submit(by=mira, at=clock.now())
    posting.approve(by=olga, at=clock.now())
    assert posting.first_published_at == first
    assert posting.confirmed_at == clock.now()


def test_an_expired_posting_cannot_be_resumed_or_confirmed(a_posting, mira, clock):
    posting = a_posting("paused")
    with pytest.raises(NotNow, match="closing date"):
        posting.resume(by=mira, at=clock.tick(days=40))
    assert posting.is_expired(clock.now())
    assert not posting.is_expired(clock.now() - timedelta(days=40))
