"""What else people say for what was typed: whole ways only, the longest first, both directions where both are meant."""

import pytest

from jobboard.domain.codes.wording import words
from jobboard.domain.wording import finding
from jobboard.domain.wording.saying import Said
from jobboard.domain.wording.saying_group import add
from jobboard.search.sayings import Meant, Sayings, sayings_of
from tests.conftest import MONDAY

WAYS = [
    ("a", "em", "E/M", False),
    ("a", "evaluation and management", "evaluation and management", False),
    ("a", "office visits", "office visits", True),
    ("b", "cardiology", "cardiology", False),
    ("b", "cath lab", "cath lab", True),
    ("c", "interventional cardiology", "interventional cardiology", False),
    ("c", "cath lab", "cath lab", False),
    ("d", "drg", "DRG", False),
    ("d", "diagnosis related group", "diagnosis related group", False),
    ("e", "cpc", "CPC", False),
    ("e", "certified professional coder", "certified professional coder", False),
    ("f", "cpc a", "CPC-A", False),
    ("f", "apprentice", "apprentice", False),
    ("g", "cpcs", "CPCS", False),
    ("g", "provider credentialing specialist", "provider credentialing specialist", False),
    ("h", "denials", "denials", False),
    ("h", "denied claims", "denied claims", False),
]


@pytest.fixture
def said():
    sayings = Sayings(WAYS)
    return lambda text: sayings.groups(words(text))


@pytest.mark.parametrize("typed", ["E/M", "e&m", "EM"])
def test_a_short_form_is_known_however_it_is_written(said, typed):
    assert said(typed) == [Meant(0, 1, ("evaluation and management",))]


@pytest.mark.parametrize("typed", ["evaluation and management", "Evaluation & Management"])
def test_a_whole_phrase_leads_to_its_short_form(said, typed):
    (found,) = said(typed)
    assert (found.start, found.end, found.others) == (0, len(words(typed)), ("E/M",))


def test_a_narrower_way_leads_there_and_not_back(said):
    assert said("office visits") == [Meant(0, 2, ("E/M", "evaluation and management"))]
    assert said("cardiology") == []


def test_a_way_of_several_groups_leads_to_all_of_them(said):
    assert said("cath lab") == [Meant(0, 2, ("cardiology", "interventional cardiology"))]


def test_the_longer_way_wins_and_parts_never_overlap(said):
    assert said("remote CPC-A coder") == [Meant(1, 3, ("apprentice",))]
    assert said("interventional cardiology CPC") == [
        Meant(0, 2, ("cath lab",)),
        Meant(2, 3, ("certified professional coder",)),
    ]


def test_plurals_meet_but_a_short_form_is_only_itself(said):
    assert said("DRGs") == [Meant(0, 1, ("diagnosis related group",))]
    assert said("denial") == said("denials") == [Meant(0, 1, ("denied claims",))]
    assert said("CPCS") == [Meant(0, 1, ("provider credentialing specialist",))]
    assert said("CPC") == [Meant(0, 1, ("certified professional coder",))]


@pytest.mark.parametrize("typed", ["", "the of and", "evaluation", "cath", "wibble", "management and"])
def test_half_a_way_and_other_words_are_left_alone(said, typed):
    assert said(typed) == []


def test_a_very_long_text_is_read_too(said):
    assert len(said("E/M remote " * 5000)) == 5000


def test_what_an_admin_changes_counts_at_the_next_look(session, ada):
    def others(word):
        return [one.others for one in sayings_of(session).groups([word])]

    assert others("wibble") == []
    group, line = add(Said(("wibble", "wobble")), {}, by=ada, at=MONDAY)
    session.add_all([group, line])
    session.commit()
    assert others("wibble") == [("wobble",)]
    group = finding.group_by_id(session, group.id)
    session.add(group.change(Said(("wibble", "wubble")), {}, by=ada, at=MONDAY))
    session.commit()
    assert others("wibble") == [("wubble",)]
    session.add(group.retire(by=ada, at=MONDAY))
    session.commit()
    assert others("wibble") == []


def test_nothing_is_read_again_while_nothing_changed(session):
    assert sayings_of(session) is sayings_of(session)


# Every short form that the trade is sure of, with one way it has to lead to.
SURE = """
E/M = evaluation and management | IR = interventional radiology | HCC = risk adjustment | profee = professional fee
pro fee = professional fee | pro-fee = professional fee | ED = emergency department | ER = emergency department
RCM = revenue cycle management | CDI = clinical documentation integrity | CDI = clinical documentation improvement
DRG = inpatient | PRN = per diem | per diem = PRN | WFH = remote | work from home = remote | remote = work from home
AR = accounts receivable | A/R = accounts receivable | SDS = same-day surgery | ASC = ambulatory surgery center
OB/GYN = obstetrics and gynecology | ortho = orthopedic | GI = gastroenterology | ENT = otolaryngology | onc = oncology
cardio = cardiology | neuro = neurology | anes = anesthesia | peds = pediatric | BH = behavioral health
SNF = skilled nursing | HH = home health | CAC = computer-assisted coding | EHR = EMR | EMR = electronic health record
1099 = contractor | contractor = 1099 | FTE = full-time | HIM = health information management | QA = quality assurance
CVICU = critical care | cath lab = cardiology | CPC = Certified Professional Coder | CCS = Certified Coding Specialist
RHIA = Registered Health Information Administrator | risk adjustment = HCC | interventional radiology = IR
Certified Professional Coder = CPC | AHIMA = American Health Information Management Association | WC = workers compensation
"""


@pytest.mark.parametrize(
    "pair", [pair.strip() for line in SURE.split("\n") for pair in line.split("|") if pair.strip()]
)
def test_the_list_knows_the_trade(session, pair):
    typed, wanted = pair.split(" = ")
    (found,) = sayings_of(session).groups(words(typed))
    assert wanted in found.others


def test_the_list_does_not_go_back_where_it_should_not(session):
    (found,) = sayings_of(session).groups(["cardiology"])
    assert not {"cath lab", "echo", "heart"} & set(found.others)
    assert sayings_of(session).groups(["pa"]) == []
