"""What a group of synonyms may say, and what its verbs do: every refusal names what to do about it."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from jobboard.domain.errors import Invalid, NotNow
from jobboard.domain.wording import finding
from jobboard.domain.wording.finding import Shown
from jobboard.domain.wording.saying import LONGEST, MOST_WAYS, Said, phrase_of, sound
from jobboard.domain.wording.saying_group import Way, a_group, add
from tests.conftest import MONDAY


@pytest.fixture
def kept(session, ada):
    """`kept("wibble", "wobble")`: a group of an admin's, as the database has it."""

    def make(*both, one_way=()):
        said = Said(tuple(both), tuple(one_way))
        group, line = add(said, finding.taken(session, said), by=ada, at=MONDAY)
        session.add_all([group, line])
        session.commit()
        return finding.group_by_id(session, group.id)

    return make


def problems(both, one_way=(), taken=None):
    with pytest.raises(Invalid) as refusal:
        sound(Said(tuple(both), tuple(one_way)), taken or {})
    return refusal.value.problems


def test_a_group_is_kept_as_it_is_read(kept):
    group = kept("  Wib/ble ", "wobble   wobble", one_way=["wubble-1"])
    assert group.says == Said(("Wib/ble", "wobble wobble"), ("wubble-1",))
    assert [(way.phrase, way.held, way.one_way) for way in group.ways] == [
        ("wibble", "wibble", False),
        ("wobble wobble", "wobble wobble", False),
        ("wubble 1", None, True),
    ]
    assert group.decided
    assert group.listed_as is None


def test_one_way_alone_leads_nowhere():
    assert "at least two" in problems(["wibble"])["both"][0]
    assert "at least two" in problems([])["both"][0]
    assert "both directions" in problems([], ["wibble", "wobble"])["both"][0]


def test_a_narrower_way_may_lead_to_a_single_one():
    assert sound(Said(("wibble",), ("wobble",)), {}) == Said(("wibble",), ("wobble",))


@pytest.mark.parametrize("way", ["a_b", "50%", "wo'man", "Ä", "x\x00y", "<b>", "a,b", "*", '"E/M"'])
def test_marks_that_search_does_not_read_are_refused(way):
    assert any(
        "letters, digits and & / - + only" in said for said in problems(["wibble", "wobble", way])["both"]
    )


def test_a_way_has_two_letters_and_at_most_sixty():
    assert "too short" in problems(["x", "wibble", "wobble"])["both"][0]
    assert "too short" in problems(["//-", "wibble", "wobble"])["both"][0]
    assert "too long" in problems(["wibble", "w" * (LONGEST + 1)])["both"][0]
    assert sound(Said(("wibble", "w" * LONGEST)), {})


def test_what_is_read_the_same_is_given_once():
    assert problems(["E/M", "e&m", "wibble"])["both"] == [
        "“E/M” and “e&m” are read the same: give one of them."
    ]
    assert "read the same" in problems(["E/M", "wibble"], ["EM"])["one_way"][0]


def test_a_group_stays_short_enough_to_read():
    assert "within 40" in problems([f"wibble {n}" for n in range(MOST_WAYS + 1)])["both"][-1]
    assert len(problems([f"w_{n}" for n in range(5000)])["both"]) <= MOST_WAYS + 2


def test_a_way_of_another_group_is_refused_with_its_name(session, kept, ada):
    kept("wibble", "wobble")
    other = kept("flim", "flam")
    said = Said(("Wobble", "flim"))
    with pytest.raises(Invalid, match="“Wobble” already stands in the group “wibble”"):
        other.change(said, finding.taken(session, said, but=other.id), by=ada, at=MONDAY)
    with pytest.raises(Invalid):
        add(said, finding.taken(session, said), by=ada, at=MONDAY)
    assert other.says == Said(("flim", "flam"))


def test_a_narrower_way_may_stand_in_several_groups(kept):
    assert kept("wibble", "wobble", one_way=["wubble"])
    assert kept("flim", "flam", one_way=["wubble", "wibble"])


def test_the_database_too_lets_only_one_group_hold_a_phrase(session, kept):
    kept("wibble", "wobble")
    session.add(a_group(Said(("wobble", "wabble")), at=MONDAY))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


def test_a_change_keeps_what_stays_and_counts_even_at_the_same_moment(session, kept, ada):
    group = kept("wibble", "wobble", "wubble")
    version = group.version
    session.add(group.change(Said(("wubble", "wabble"), ("wibble",)), {}, by=ada, at=MONDAY))
    session.commit()
    group = finding.group_by_id(session, group.id)
    assert group.says == Said(("wubble", "wabble"), ("wibble",))
    assert group.version == version + 1
    assert session.scalars(select(Way.held).where(Way.group_id == group.id).order_by(Way.place)).all() == [
        "wubble",
        "wabble",
        None,
    ]


def test_a_retired_group_lets_go_of_its_words_and_comes_back_only_while_they_are_free(session, kept, ada):
    group = kept("wibble", "wobble")
    session.add(group.retire(by=ada, at=MONDAY))
    session.commit()
    assert not finding.taken(session, group.says)
    assert group.id not in {way[0] for way in finding.ways_in_force(session)}
    with pytest.raises(NotNow, match="retired already"):
        group.retire(by=ada, at=MONDAY)
    with pytest.raises(NotNow, match="Bring it back before"):
        group.change(Said(("wibble", "wabble")), {}, by=ada, at=MONDAY)
    taker = kept("wobble", "wabble")
    with pytest.raises(NotNow, match="“wobble” now belongs to the group “wobble”"):
        group.restore(finding.taken(session, group.says, but=group.id), by=ada, at=MONDAY)
    session.add(taker.retire(by=ada, at=MONDAY))
    session.flush()
    session.add(group.restore(finding.taken(session, group.says, but=group.id), by=ada, at=MONDAY))
    session.commit()
    assert finding.taken(session, Said(("wobble",))) == {"wobble": "wibble"}


def test_every_verb_writes_who_did_what(session, kept, ada):
    group = kept("wibble", "wobble")
    changed = group.change(Said(("wibble", "wabble")), {}, by=ada, at=MONDAY)
    retired = group.retire(by=ada, at=MONDAY)
    restored = group.restore({}, by=ada, at=MONDAY)
    assert [
        (line.verb, line.old, line.new, line.by_id, line.at) for line in (changed, retired, restored)
    ] == [
        ("change", "in force", "in force", ada.id, MONDAY),
        ("retire", "in force", "retired", ada.id, MONDAY),
        ("restore", "retired", "in force", ada.id, MONDAY),
    ]
    assert changed.data["before"]["both"] == ("wibble", "wobble")
    assert changed.data["after"]["both"] == ("wibble", "wabble")


def test_groups_are_found_by_any_of_their_ways_and_in_pages(session, kept):
    ours = kept("wibble", "wobble", one_way=["wub/ble"])

    def found(text, shown=Shown.IN_FORCE):
        return [group.id for group in finding.groups(session, shown, text, 10, 0)]

    for text in ("wibble", "OBBL", "wub/ble", "wubble"):
        assert found(text) == [ours.id]
        assert finding.number_of_groups(session, Shown.IN_FORCE, text) == 1
    assert found("wib_le") == found("%") == []
    assert found("", Shown.DECIDED) == [ours.id]
    assert found("", Shown.RETIRED) == []
    first = finding.groups(session, Shown.IN_FORCE, "", 5, 0)
    second = finding.groups(session, Shown.IN_FORCE, "", 5, 5)
    names = [group.name.lower() for group in (*first, *second)]
    assert len(set(names)) == 10


def test_phrases_are_what_look_up_compares():
    assert phrase_of("CCS-P") == "ccs p"
    assert phrase_of("E/M") == phrase_of("e&m") == "em"
