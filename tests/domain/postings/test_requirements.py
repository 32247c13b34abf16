"""What a posting must say before anybody sees it."""

from datetime import timedelta

import pytest

from jobboard.domain.postings import parts
from jobboard.domain.postings.dates import start_of_day
from jobboard.domain.postings.requirements import problems
from jobboard.domain.postings.terms import (
    ApplyHow,
    Apprentices,
    CredentialNeed,
    Duty,
    PayUnit,
    WorkModel,
)


@pytest.fixture
def found(a_posting, clock):
    """`found(title="")`: the fields that are complained about when a sound posting is changed like that."""

    def ask(**terms):
        posting = a_posting("draft", **terms)
        return problems(posting.edition, today=start_of_day(clock.now(), "America/New_York"))

    return ask


def test_a_sound_posting_has_no_problems(found):
    assert found() == {}


@pytest.mark.parametrize(
    ("terms", "fields"),
    [
        ({"title": "Coder"}, {"title"}),
        ({"description": "Short."}, {"description"}),
        ({"settings": []}, {"settings"}),
        ({"specialties": []}, {"specialties"}),
        ({"families": []}, {"families"}),
        ({"types": []}, {"types"}),
        ({"duties": [parts.DutyShare(duty=Duty.CODING, percent=80)]}, {"duties"}),
        ({"experience_months": None}, {"experience_months"}),
        ({"apprentices": None}, {"apprentices"}),
        ({"apprentices": Apprentices.WITH_CONDITIONS}, {"apprentice_conditions"}),
        ({"apprentices": Apprentices.YES, "experience_months": 36}, {"apprentices"}),
        ({"work_model": None}, {"work_model"}),
        ({"work_model": WorkModel.ONSITE}, {"places"}),
        ({"work_model": WorkModel.HYBRID}, {"places", "hybrid_days"}),
        ({"all_states": False}, {"states"}),
        ({"all_states": False, "states": [parts.StateTag(state="TX")]}, {"states_reason"}),
        ({"benefits": []}, {"benefits"}),
        ({"other_compensation": " "}, {"other_compensation"}),
        ({"response_days": None}, {"response_days"}),
        ({"ai_use": None}, {"ai_use"}),
        ({"pay_min": 3, "pay_max": 4, "pay_unit": PayUnit.CHART}, {"target"}),
        ({"apply_how": ApplyHow.LINK, "apply_url": "javascript:alert(1)"}, {"apply_url"}),
        ({"closes_on": None}, {"closes_on"}),
    ],
)
def test_each_missing_term_is_asked_for_by_its_field(found, terms, fields):
    assert set(found(**terms)) == fields


def test_closing_dates_are_neither_past_nor_far_away(found, clock):
    today = clock.now().date()
    assert "passed" in found(closes_on=today - timedelta(days=1))["closes_on"][0]
    assert found(closes_on=today) == {}
    assert found(closes_on=today + timedelta(days=120)) == {}
    assert "at most 120 days" in found(closes_on=today + timedelta(days=121))["closes_on"][0]


def test_a_credential_to_obtain_needs_its_months(a_posting, clock):
    posting = a_posting("draft")
    posting.edition.credentials[0].need = CredentialNeed.OBTAIN
    said = problems(posting.edition, today=start_of_day(clock.now(), "America/New_York"))
    assert "how many months CPC" in said["credentials"][0]
