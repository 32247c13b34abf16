"""The demo board as plain data: the same each time, true to the facts, fit to be shown to people who hire."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from jobboard.dataset.files import rows
from jobboard.domain.applications.lifecycle import NotChosenReason, Stage
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings import terms
from jobboard.seeds.answers import WORDS
from jobboard.seeds.employers import EMPLOYERS
from jobboard.seeds.generate import board
from jobboard.seeds.markets import PAY
from jobboard.seeds.roles import ROLES

NOW = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)
FORBIDDEN = re.compile(
    r"\b(young|youthful|native (speaker|english)|recent graduates?|digital native|he/she|he or she|his|her|"
    r"waitress|salesman|able-bodied|christian|citizens? only|mature|energetic|rock ?star|ninja|guru)\b",
    re.IGNORECASE,
)
VENDORS_AND_CONTACTS = re.compile(r"whatsapp|telegram|@|https?://|\+1 \d", re.IGNORECASE)


@pytest.fixture(scope="module")
def sown():
    return board(NOW)


@pytest.fixture(scope="module")
def postings(sown):
    """The ones meant to be good, complete or not."""
    return [posting for posting in sown.postings if not posting.key.startswith("poor")]


@pytest.fixture(scope="module")
def written(postings):
    return [posting for posting in postings if posting.description]


def listed(postings):
    return [p for p in postings if p.status == "live" and p.closes_on >= NOW.date()]


def column(name, field):
    return {row[field] for row in rows(name)}


def test_the_same_moment_gives_the_same_board(sown):
    assert board(NOW) == sown


def test_another_moment_gives_the_same_board_with_other_dates(sown):
    later = board(NOW + timedelta(days=70))
    assert [p.title for p in later.postings] == [p.title for p in sown.postings]
    assert later.postings[0].first_published_at > sown.postings[0].first_published_at


def test_a_larger_board_begins_with_the_smaller_one(sown):
    assert board(NOW, size=600).postings[:400] == sown.postings


def test_there_are_forty_employers_and_four_hundred_postings(sown):
    assert len(EMPLOYERS) == 40
    assert len(sown.postings) == 400
    assert len({employer.slug for employer in sown.employers}) == len(sown.employers) == 42


def test_every_employer_hires(postings):
    assert {p.employer_slug for p in listed(postings)} == {employer.slug for employer in EMPLOYERS}


def test_every_state_has_a_listed_job_in_a_place_of_its_own(postings):
    assert {place.state for p in listed(postings) for place in p.places} == set(PAY)


def test_every_kind_of_desk_is_listed_somewhere(postings):
    assert set(ROLES) - {p.role for p in listed(postings)} == set()


def test_every_status_occurs(sown):
    assert {p.status for p in sown.postings} == {status.value for status in terms.Status}


def test_acme_has_a_posting_at_each_point_of_its_life(sown):
    acme = [p for p in sown.postings if p.employer_slug == "acme-health"]
    assert {p.status for p in acme} >= {"draft", "in_review", "needs_changes", "live", "paused", "closed"}
    assert any(p.status == "live" and p.closes_on < NOW.date() for p in acme), "none has expired"
    assert any(p.close_reason == "filled_here" for p in acme)
    assert not any(p.status in ("removed", "rejected") for p in acme)
    assert max(len(p.title) for p in acme) > 100
    assert any(p.title == "" and p.description == "" and p.status == "draft" for p in acme)


def test_acme_does_not_code_colorectal_surgery_yet_and_others_do(sown):
    stoma = [p for p in sown.postings if any(family.code == "44314" for family in p.families)]
    assert stoma
    assert not any(p.employer_slug == "acme-health" for p in stoma)


def test_duties_add_up_to_a_hundred(written):
    assert {p.key for p in written if sum(share for _, share in p.duties) != 100} == set()


def test_families_never_add_up_to_more_than_a_hundred(written):
    assert {p.key for p in written if not 0 < sum(f.share for f in p.families) <= 100} == set()


def test_pay_is_a_range_a_coder_can_use(written):
    wide = {p.key: (p.pay_min, p.pay_max) for p in written if not p.pay_min < p.pay_max <= 1.52 * p.pay_min}
    assert not wide


def test_pay_is_sane_for_its_unit(written):
    sane = {"hour": (16.5, 66), "year": (38_000, 150_000), "chart": (3, 9)}
    odd = {p.key for p in written if not sane[p.pay_unit][0] <= p.pay_min < p.pay_max <= sane[p.pay_unit][1]}
    assert not odd


def test_a_remote_job_names_its_states_and_says_why_others_are_out(written):
    for p in written:
        if p.work_model == "remote":
            assert p.states == "all" or (p.states and p.states_reason), p.key
        else:
            assert p.places, p.key
        assert (p.work_model == "hybrid") == (p.hybrid_days is not None), p.key


def test_apprentices_are_promised_nothing_the_experience_denies(written):
    for p in written:
        assert p.apprentices == "no" or p.experience_months <= 6, p.key
        assert (p.apprentices == "with_conditions") == bool(p.apprentice_conditions), p.key
        required = {
            name for group in p.credential_groups if group.need == "required" for name in group.credentials
        }
        assert ("CPC-A" in required) == (p.apprentices != "no" and "CPC" in required), p.key


def test_credentials_specialties_and_cities_are_in_the_dataset(written):
    held = {name for p in written for group in p.credential_groups for name in group.credentials}
    sure = {row["credential"] for row in rows("credentials.csv") if row["basis"] == "seen in a public list"}
    assert held <= sure, "An unconfirmed credential is shown to nobody."
    assert {slug for p in written for slug in p.specialties} <= column("specialties.csv", "slug")
    cities = {(row["city"], row["state"]) for row in rows("us_cities.csv.gz")}
    assert {tuple(place) for p in written for place in p.places} <= cities


def test_every_code_named_is_a_code_of_the_release():
    plain = ("pfs_2026.csv.gz", "hcpcs_level2.csv.gz", "icd10cm.csv.gz", "icd10pcs.csv.gz")
    known = set().union(*(column(file, "code") for file in plain))
    known |= {f"DRG {number}" for number in column("msdrg_v43_1.csv", "drg")}
    known |= {f"HCC {number}" for number in column("hcc_v28_2026.csv", "hcc")}
    assert {family.code for role in ROLES.values() for family in role.families} <= known


def test_no_two_texts_are_the_same(written):
    repeated = [text for text, times in Counter(p.description for p in written).items() if times > 1]
    assert not repeated


def test_texts_are_of_a_readable_length(written):
    lengths = {p.key: len(p.description.split()) for p in written}
    assert {key: words for key, words in lengths.items() if not 120 <= words <= 480} == {}


def test_no_text_holds_an_unfilled_blank(written):
    assert not [p.key for p in written if re.search(r"[{}]|None|  ", p.description)]


def test_nothing_shown_to_people_is_worded_as_the_law_forbids(sown, written):
    texts = [p.description + p.title + p.apprentice_conditions for p in written]
    texts += [employer.about for employer in sown.employers]
    found = {match.group(0) for text in texts for match in FORBIDDEN.finditer(text)}
    assert not found


def test_texts_of_good_postings_keep_contacts_out(written):
    assert not [p.key for p in written if VENDORS_AND_CONTACTS.search(p.description)]


def test_poor_postings_wait_in_the_queue(sown):
    poor = [p for p in sown.postings if p.key.startswith("poor")]
    assert len(poor) == 8
    assert {p.status for p in poor} == {"in_review"}
    assert any(VENDORS_AND_CONTACTS.search(p.description) for p in poor)
    assert any(FORBIDDEN.search(p.description) for p in poor)


def test_words_of_the_enumerations_are_theirs(written):
    for p in written:
        (
            terms.WorkModel(p.work_model),
            terms.PayUnit(p.pay_unit),
            terms.AiUse(p.ai_use),
            terms.Schedule(p.schedule),
        )
        terms.Apprentices(p.apprentices), terms.ApplyHow(p.apply_how)
        assert [terms.FeeSide(cell.side) and terms.Encounter(cell.encounter) for cell in p.settings]
        assert [terms.EmploymentType(kind) for kind in p.employment_types]
        assert [terms.ToolKind(tool.kind) and terms.ToolNeed(tool.need) for tool in p.tools]
        for line in p.diary:
            assert [Reason(reason) for reason in line.reasons] or not line.reasons


def test_applications_are_in_every_state_and_once_per_coder_and_posting(sown):
    assert {a.status for a in sown.applications} == {stage.value for stage in Stage}
    assert len({(a.coder_key, a.posting_key) for a in sown.applications}) == len(sown.applications)
    assert all(NotChosenReason(a.reason) for a in sown.applications if a.status == "not_chosen")


def test_a_posting_filled_here_hired_somebody(sown):
    filled = {p.key for p in sown.postings if p.close_reason == "filled_here"}
    assert filled
    assert filled == {a.posting_key for a in sown.applications if a.status == "hired"}


def test_the_cast_has_something_on_its_desk(sown):
    sent = Counter(a.coder_key for a in sown.applications)
    assert sent["amir"] >= 3
    assert sent["dana"] >= 3
    acme = {p.key for p in sown.postings if p.employer_slug == "acme-health"}
    assert len([a for a in sown.applications if a.posting_key in acme]) >= 8


def test_nothing_happened_after_now_and_all_in_order(sown):
    for diary in [p.diary for p in sown.postings] + [a.diary for a in sown.applications]:
        moments = [line.at for line in diary]
        assert moments == sorted(moments)
        assert moments[-1] <= NOW


def test_a_board_is_as_large_as_wanted():
    assert len(board(NOW, size=2_000).postings) == 2_000  # by then every employer has used up its titles


def test_every_question_that_wants_words_has_answers():
    questions = [question for role in ROLES.values() for question in role.questions]
    assert {question.text for question in questions if question.kind == "text"} == set(WORDS)


def test_nobody_of_the_cast_has_been_hired_away(sown):
    assert not [a for a in sown.applications if a.status == "hired" and a.coder_key in ("amir", "dana")]
