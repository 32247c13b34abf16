"""An application: once for ever, moved only along the table, declined only with a reason."""

import pytest
from sqlalchemy.exc import IntegrityError

from jobboard.domain.applications.application import apply
from jobboard.domain.applications.lifecycle import MOVES, NotChosenReason, Stage
from jobboard.domain.errors import Invalid, NotNow
from jobboard.domain.postings import parts
from jobboard.domain.postings.terms import ApplyHow, QuestionKind
from tests import builders


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("verb", sorted(MOVES))
def test_a_verb_moves_an_application_only_where_the_table_says(verb, stage, an_application, mira, clock):
    application = an_application(stage=stage.value)
    extra = {"reason": NotChosenReason.STATE} if verb == "decline" else {}
    reached = MOVES[verb].get(stage)
    assert application.allows(verb) == (reached is not None)
    if reached is None:
        with pytest.raises(NotNow):
            getattr(application, verb)(by=mira, at=clock.now(), **extra)
        assert application.stage == stage
        return
    line = getattr(application, verb)(by=mira, at=clock.now(), **extra)
    assert application.stage == reached
    assert (line.verb, line.old, line.new) == (verb, stage.value, reached.value)


def test_nobody_is_declined_without_a_reason(an_application, mira, clock):
    application = an_application()
    with pytest.raises(Invalid):
        application.decline(by=mira, at=clock.now(), reason=None)
    assert application.stage == Stage.SENT


def test_the_database_holds_one_application_for_coder_and_posting(a_posting, an_application, amir):
    posting = a_posting("live")
    an_application(posting)
    with pytest.raises(IntegrityError):
        an_application(posting)


@pytest.mark.parametrize("status", ["draft", "in_review", "paused", "closed", "removed"])
def test_only_a_listed_posting_takes_applications(status, session, a_posting, amir, clock):
    posting = a_posting(status)
    with pytest.raises(NotNow):
        apply(posting, by=amir, at=clock.now(), resume=builders.a_resume(session, amir), note="", answers=[])


def test_an_employer_with_its_own_form_takes_no_application_here(session, a_posting, amir, clock):
    posting = a_posting("live", apply_how=ApplyHow.LINK, apply_url="https://acme.example/careers/1")
    with pytest.raises(NotNow, match="own site"):
        apply(posting, by=amir, at=clock.now(), resume=builders.a_resume(session, amir), note="", answers=[])


def test_answers_are_kept_with_the_question_as_it_stood(session, a_posting, amir, an_application):
    question = parts.Question(position=1, text="How many stoma cases a week?", kind=QuestionKind.NUMBER)
    application = an_application(a_posting("live", questions=[question]), answers=["12"])
    assert [(answer.question, answer.answer) for answer in application.answers] == [
        ("How many stoma cases a week?", "12")
    ]
