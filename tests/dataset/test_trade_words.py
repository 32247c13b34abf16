"""Our own list of trade words: sound by the rules that admins keep, and never stronger than what an admin decided."""

from collections import Counter

import pytest
from sqlalchemy import func, select, update

from jobboard.dataset.files import listed, rows
from jobboard.dataset.loading import load_part
from jobboard.dataset.parts import FIRST, PARTS
from jobboard.domain.codes.code import Release
from jobboard.domain.codes.credential import Credential
from jobboard.domain.places.place import State
from jobboard.domain.wording import finding
from jobboard.domain.wording.saying import Said, phrase_of, sound
from jobboard.domain.wording.saying_group import SayingGroup, add
from jobboard.search.sayings import sayings_of
from tests.conftest import MONDAY
from tests.databases import SAMPLE

PART = next(part for part in PARTS if part.name == "trade_words")
# Where the trade's meaning is worth more than the state's: a state is chosen by its name.
STATES_TOO = {"AR", "GU"}


def the_list():
    for row in rows("trade_words.csv"):
        yield row["group"], Said(tuple(listed(row["both"])), tuple(listed(row["one_way"])))


def load_again(session):
    session.execute(update(Release).where(Release.part == "trade_words").values(fingerprint="older"))
    session.commit()
    done = load_part(session, PART, MONDAY, SAMPLE)
    session.commit()
    session.expire_all()
    assert done.loaded
    return done


def listed_group(session, name):
    return finding.groups_listed(session)[name]


def test_every_group_keeps_the_rules_that_admins_keep():
    for name, said in the_list():
        assert sound(said, {}) == said, name


def test_no_way_leads_in_two_directions_from_two_groups():
    times = Counter(phrase_of(way) for _, said in the_list() for way in said.both)
    assert [phrase for phrase, count in times.items() if count > 1] == []


def test_there_are_enough_groups_and_each_is_named_once():
    names = [name for name, _ in the_list()]
    assert len(names) == len(set(names))
    assert len(names) >= 150


def test_no_short_form_is_a_state(session):
    codes = set(session.scalars(select(State.code)))
    ways = {phrase_of(way).upper() for _, said in the_list() for way in (*said.both, *said.one_way)}
    assert ways & codes == STATES_TOO


def test_every_credential_is_known_by_its_name(session):
    both = {phrase_of(way) for _, said in the_list() for way in said.both}
    short = session.scalars(select(Credential.abbreviation).where(~Credential.retired)).all()
    assert [one for one in short if phrase_of(one) not in both] == []


def test_the_list_is_loaded_with_what_the_first_page_needs(session):
    assert "trade_words" in FIRST
    assert session.scalar(select(func.count()).select_from(SayingGroup)) == len(list(the_list()))
    assert listed_group(session, "telehealth").says.both[0] == "telehealth"


def test_a_new_load_leaves_alone_what_an_admin_changed_or_retired(session, ada):
    changed, retired = listed_group(session, "telehealth"), listed_group(session, "hospice")
    session.add(changed.change(Said(("telehealth", "wibble")), {}, by=ada, at=MONDAY))
    session.add(retired.retire(by=ada, at=MONDAY))
    session.commit()
    load_again(session)
    assert listed_group(session, "telehealth").says == Said(("telehealth", "wibble"))
    assert listed_group(session, "hospice").retired


def test_a_way_that_an_admin_gave_to_another_group_stays_there(session, ada):
    said = Said(("dermatology", "wibble"))
    derm = listed_group(session, "dermatology")
    session.add(derm.retire(by=ada, at=MONDAY))
    session.flush()
    session.add_all(add(said, {}, by=ada, at=MONDAY))
    derm.decided = False  # as if the list had grown the group only now
    session.commit()
    load_again(session)
    assert "dermatology" not in listed_group(session, "dermatology").says.both
    assert "derm" in listed_group(session, "dermatology").says.both
    assert finding.taken(session, Said(("dermatology",))) == {"dermatology": "dermatology"}


def test_a_new_load_sets_right_what_nobody_decided_and_may_move_a_way(session, ada):
    fibs, hospice = listed_group(session, "telehealth"), listed_group(session, "hospice")
    for group in (fibs, hospice):
        group.let_go()
    session.flush()
    fibs.say(Said(("hospice", "wibble")), at=MONDAY)
    hospice.say(Said(("telehealth", "wobble")), at=MONDAY)
    session.add_all(add(Said(("flim", "flam")), {}, by=ada, at=MONDAY))  # so that the sweep looks
    session.commit()
    wanted = dict(the_list())
    assert load_again(session).report.written == 2
    assert listed_group(session, "telehealth").says == wanted["telehealth"]
    assert listed_group(session, "hospice").says == wanted["hospice"]


def test_a_group_that_the_list_names_no_more_is_retired(session, ada):
    listed_group(session, "telehealth").listed_as = "an-older-name"
    session.add_all(add(Said(("flim", "flam")), {}, by=ada, at=MONDAY))
    session.commit()
    load_again(session)
    assert listed_group(session, "an-older-name").retired
    assert not listed_group(session, "telehealth").retired


def test_loading_twice_changes_nothing(session):
    assert load_again(session).report.written == 0


TREATED = {
    "heart": "cardiology", "brain": "neurology", "kidney": "nephrology", "bladder": "urology", "skin": "dermatology",
    "bones": "orthopedic", "knee": "orthopedic", "feet": "podiatry", "lungs": "pulmonology", "stomach": "gastroenterology",
    "eyes": "ophthalmology", "ear": "otolaryngology", "teeth": "dental", "blood": "hematology oncology", "kids": "pediatric",
    "babies": "neonatology", "pregnancy": "obstetric", "nerves": "neurology", "bowel": "colorectal", "tumors": "oncology",
}  # fmt: skip


@pytest.mark.parametrize(("part", "field"), TREATED.items())
def test_a_part_of_the_body_leads_to_who_treats_it(session, part, field):
    """Patients' words stand in searches; a job is called by the specialty's."""
    (meant,) = sayings_of(session).groups([part])
    assert field in meant.others
    assert all(part not in other.others for other in sayings_of(session).groups(field.split()))


@pytest.mark.parametrize(
    ("adjective", "noun"), [("neurological surgery", "neurosurgery"), ("urological", "urology")]
)
def test_a_field_is_known_by_its_formal_name_too(session, adjective, noun):
    assert noun in sayings_of(session).groups(adjective.split())[0].others
