"""What the desk asks of the whole queue at once."""

from sqlalchemy import event
from sqlalchemy.orm import Session

from jobboard.domain.moderation import finding
from jobboard.domain.moderation.evidence import evidence


def test_the_oldest_waits_in_front(session, a_posting, clock):
    first = a_posting("in_review", title="The first one waiting")
    clock.tick(hours=1)
    second = a_posting("in_review", title="The second one waiting")
    a_posting("draft")
    a_posting("live")
    assert [posting.id for posting in finding.queue(session)] == [first.id, second.id]


def test_what_is_known_comes_from_listed_postings_only(session, a_posting, clock, acme):
    waiting = a_posting("in_review")
    live = a_posting("live")
    a_posting("paused")
    known = finding.background(session, finding.queue(session), clock.now())
    assert [sibling.posting_id for sibling in known.siblings[acme.id]] == [live.id]
    specialty = waiting.edition.specialties[0].specialty_id
    assert [paid.posting_id for paid in known.paid[specialty]] == [live.id]
    assert known.approved == {acme.id: 2}
    clock.tick(days=60)
    known = finding.background(session, finding.queue(session), clock.now())
    assert not known.siblings
    assert not known.paid


def test_a_posting_like_a_live_one_is_flagged(session, a_posting, clock):
    a_posting("live")
    waiting = a_posting("in_review")
    known = finding.background(session, finding.queue(session), clock.now())
    found = evidence(waiting, known, clock.now())
    assert "100% the same words" in found[0].sentence or any(
        "100% the same words" in fact.sentence for fact in found
    )
    assert found[0].is_flag
    assert [fact.is_flag for fact in found] == sorted((fact.is_flag for fact in found), reverse=True)


def test_codes_in_the_text_are_looked_up(session, a_posting, clock):
    text = "You code 44314 all day. " * 12
    a_posting("in_review", description=text + "And 44999999, 33333.")
    known = finding.background(session, finding.queue(session), clock.now())
    assert known.codes == {"44314": True}


def test_a_longer_queue_asks_no_more_questions(session, a_posting, clock):
    def asked() -> int:
        seen = []
        with Session(session.get_bind()) as fresh:
            event.listen(
                session.get_bind(), "before_cursor_execute", count := lambda *words: seen.append(words[2])
            )
            finding.background(fresh, finding.queue(fresh), clock.now())
            event.remove(session.get_bind(), "before_cursor_execute", count)
        return len(seen)

    a_posting("in_review")
    one = asked()
    for _ in range(4):
        a_posting("in_review")
    assert asked() == one


def test_decisions_are_written_down_newest_first(session, a_posting, clock):
    a_posting("needs_changes", title="First of the decided ones")
    clock.tick(hours=1)
    a_posting("removed", title="Second of the decided ones")
    verbs = [row.event.verb for row in finding.decisions(session)]
    assert verbs[-1] == "ask_for_changes"
    assert set(verbs[:2]) == {"approve", "remove"}
    assert finding.count_decisions(session) == 3
    assert len(finding.decisions(session, page=2, size=2)) == 1
