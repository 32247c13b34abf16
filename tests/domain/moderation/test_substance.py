"""Empty words, long unpaid tests and piece pay that is an hourly wage: what a moderator should see at a glance."""

from decimal import Decimal
from random import Random

import pytest

from jobboard.domain.moderation import pay_band, substance, text_marks
from jobboard.domain.moderation.background import Background
from jobboard.domain.moderation.fact import Tone
from jobboard.domain.moderation.reason import SHORT, Reason
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import StateTag, Step
from jobboard.domain.postings.terms import PayUnit, WorkModel
from jobboard.seeds import poor


def an_edition(**terms) -> Edition:
    empty = {"title": "Colorectal coder", "description": "", "states": [], "steps": [], "specialties": []}
    return Edition(**(empty | terms))


def reasons(facts) -> list[Reason | None]:
    return [fact.reason for fact in facts if fact.is_flag]


def test_stock_phrases_instead_of_facts_are_counted():
    (fact,) = substance.facts(an_edition(description=poor.too_vague(Random(1)).description))
    assert fact.reason == Reason.TOO_VAGUE
    assert "“rock star”" in fact.sentence


def test_a_description_of_a_few_words_is_named_and_a_full_one_is_not():
    assert reasons(substance.facts(an_edition(description="Code charts. " * 10))) == [Reason.TOO_VAGUE]
    assert reasons(substance.facts(an_edition(description="You code the work of two surgeons. " * 20))) == []


@pytest.mark.parametrize(
    ("minutes", "paid", "flagged"), [(240, False, True), (240, True, False), (60, False, False)]
)
def test_a_long_test_has_to_be_paid(minutes, paid, flagged):
    steps = [Step(position=1, label="Test", minutes=minutes, paid=paid, pass_mark=80)]
    facts = list(substance.unpaid_tests(an_edition(steps=steps)))
    assert reasons(facts) == [Reason.TEST_TOO_LONG] * flagged
    assert not flagged or facts[0].sentence == "Tests of 4 hours in all, unpaid."


def test_an_hourly_wage_for_each_encounter_speaks_against():
    edition = an_edition(pay_min=Decimal(24), pay_max=Decimal(29), pay_unit=PayUnit.ENCOUNTER)
    assert [fact.tone for fact in pay_band.facts("p", edition, Background())] == [Tone.BAD]
    edition.pay_min, edition.pay_max = Decimal("3.50"), Decimal(5)
    assert [fact.tone for fact in pay_band.facts("p", edition, Background())] == [Tone.LOOK]


@pytest.mark.parametrize(
    ("title", "why", "flagged"),
    [("Coder, anywhere!", "We run payroll in this state only.", True), ("Coder", "see HR", True), ("Coder", "We run payroll there only.", False)],
)  # fmt: skip
def test_a_remote_job_of_one_state_says_so_and_why(title, why, flagged):
    edition = an_edition(
        title=title, work_model=WorkModel.REMOTE, states=[StateTag(state="DE")], states_reason=why
    )
    assert reasons(text_marks.places(edition, title)) == [Reason.STATES_MISSING] * flagged


def test_every_reason_has_a_short_name_of_its_own():
    assert set(SHORT) == set(Reason)
    assert len(set(SHORT.values())) == len(SHORT)
