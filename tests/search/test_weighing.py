"""Of those that say what was typed, who does it most and is called so stands first; who only looks after it stands last."""

import pytest

from jobboard.domain.codes.finding import chain
from jobboard.domain.postings import parts, terms
from tests.search.finding import found

TEXT = "What the desk does, read from the record and coded by the day. " * 8


@pytest.fixture
def desk(session, a_posting, clock):
    """`desk(E11=40)`: a live posting that codes so many percent of its work in the family of each code."""

    def build(*duties, **shares):
        tags = []
        for code, share in shares.items():
            family = chain(session, code)[0]
            tags.append(
                parts.FamilyTag(family_id=family.id, family=family, need=terms.Need.REQUIRED, share=share)
            )
        done = [parts.DutyShare(duty=duty, percent=percent) for duty, percent in duties]
        clock.tick(minutes=1)
        words = {"title": "Coding desk", "description": TEXT, "duties": done} if done else {}
        return a_posting("live", **{"title": "Coding desk", "description": TEXT} | words, families=tags)

    return build


def test_who_codes_it_most_of_the_day_stands_before_who_does_now_and_then(session, a_keeper, desk):
    keeper, much, little = a_keeper(), desk(E1165=80, C7831=20), desk(E1165=20, C7831=80)
    assert found(session, keeper, q="diabetes") == [much.id, little.id]


def test_who_codes_it_stands_before_who_manages_or_audits_those_that_do(session, a_keeper, desk):
    keeper = a_keeper()
    codes = desk((terms.Duty.CODING, 100), E1165=60, C7831=40)
    manages = desk((terms.Duty.MANAGEMENT, 90), (terms.Duty.CODING, 10), E1165=60, C7831=40)
    audits = desk((terms.Duty.AUDITING, 60), (terms.Duty.CODING, 40), E1165=60, C7831=40)
    assert found(session, keeper, q="diabetes") == [codes.id, audits.id, manages.id]


def test_two_words_in_their_order_stand_before_the_same_words_apart(session, a_keeper, a_posting, clock):
    keeper, ids = a_keeper(), []
    for title in ("Wound and ostomy center, Salem", "Wound center and ostomy, Salem"):
        ids.append(a_posting("live", title=title, description=TEXT).id)
        clock.tick(minutes=1)
    assert found(session, keeper, q="wound center") == ids[::-1]
    assert found(session, keeper, q="ostomy center") == ids


def test_who_types_coder_meets_coders_before_those_who_audit_them(session, a_keeper, a_posting, clock):
    keeper, ids = a_keeper(), []
    for title in (
        "Professional Fee Auditor",
        "Coder, Cardiology, Professional Fee",
        "Professional Fee Specialist",
    ):
        ids.append(a_posting("live", title=title, description=TEXT).id)
        clock.tick(minutes=1)
    assert found(session, keeper, q="professional fee")[-1] == ids[1]
    assert found(session, keeper, q="professional fee coder")[-1] == ids[0]


def test_a_group_that_is_paid_alike_is_known_by_the_titles_in_it(session, a_keeper, desk):
    keeper, desk_of_it = a_keeper(), desk(**{"DRG 871": 50})
    assert "sepsis" not in chain(session, "DRG 871")[0].label.lower()
    assert found(session, keeper, q="sepsis") == [desk_of_it.id]


def test_machines_that_code_are_found_by_name_and_denied_by_name(session, a_keeper, a_posting):
    keeper = a_keeper()
    alone, suggesting, without = (
        a_posting("live", title="Coding desk", description=TEXT, ai_use=use) for use in (
            terms.AiUse.AUTONOMOUS, terms.AiUse.SUGGESTS, terms.AiUse.NONE
        )
    )  # fmt: skip
    assert found(session, keeper, q="autonomous coding") == [alone.id]
    assert set(found(session, keeper, q="AI")) == {alone.id, suggesting.id}
    assert found(session, keeper, q="no AI") == [without.id]
