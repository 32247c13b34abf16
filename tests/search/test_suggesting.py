"""While somebody types, names of listed things come up; nothing else does."""

import pytest
from sqlalchemy import select

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings import parts
from jobboard.search.engine import Suggestion
from jobboard.search.index.engine import IndexEngine
from jobboard.search.index.suggesting import mixed
from jobboard.search.query import Query
from tests import builders
from tests.search.chance import tool


@pytest.fixture
def suggested(session, a_keeper, clock):
    """`suggested("car")`: by kind and label, as many as there are, in order."""
    keeper = a_keeper()

    def ask(text):
        return IndexEngine(session, keeper.ready(session)).suggest(text, clock.now())

    return ask


@pytest.fixture
def cardiology(session):
    found = session.scalars(select(Specialty).where(Specialty.slug == "cardiology")).one()
    return [parts.SpecialtyTag(specialty_id=found.id, specialty=found)]


def by_kind(found):
    return {(one.kind, one.label): one for one in found}


def test_a_name_comes_up_by_the_beginning_of_any_of_its_words(suggested, a_posting, cardiology):
    a_posting("live", specialties=cardiology, tools=[tool("Oracle Health (Cerner)")])
    one = by_kind(suggested("cardi"))["Specialty", "Cardiology"]
    assert (one.jobs, one.query) == (1, Query(specialty=("cardiology",)))
    assert by_kind(suggested("cerner"))["Tool", "Oracle Health (Cerner)"].query.tool == (
        "oracle-health-cerner",
    )
    assert ("Employer", "Acme Health") in by_kind(suggested("heal"))
    assert ("Employer", "Acme Health") in by_kind(suggested("Health ac"))
    assert any(kind == "Code family" for kind, _ in by_kind(suggested("enterost")))


def test_every_count_is_the_total_of_the_search_it_leads_to(search, suggested, a_posting, cardiology):
    a_posting("live", specialties=cardiology)
    a_posting("live")
    for text in ("c", "cardi", "acme", "enter", "cpc"):
        for one in suggested(text):
            total = search(
                **{name: getattr(one.query, name) for name in one.query.__dataclass_fields__}
            ).total
            assert total == one.jobs if one.jobs is not None else total > 0


def test_words_of_titles_come_up_beside_the_words_before_them(suggested, a_posting):
    a_posting("live", title="Dermatology denials auditor")
    a_posting("live", title="Podiatry auditor")
    titles = [one.label for one in suggested("dermatology den") if one.kind == "Words"]
    assert titles == ["dermatology denials"]
    assert not [one for one in suggested("podiatry den") if one.kind == "Words"]


@pytest.mark.parametrize("status", ["draft", "in_review", "paused", "closed", "removed"])
def test_nothing_of_a_posting_that_is_not_listed_comes_up(suggested, a_posting, cardiology, status):
    a_posting(status, title="Zymurgy coder", specialties=cardiology, tools=[tool("Zebra Encoder")])
    for text in ("zymurgy", "zebra", "cardiology", "acme", "cpc"):
        assert suggested(text) == []


def test_what_is_no_longer_listed_is_forgotten_at_once(suggested, a_posting, clock):
    posting = a_posting("live", title="Zymurgy coder")
    assert suggested("zym")
    clock.time = posting.closes_at
    assert suggested("zym") == []


def test_a_code_comes_up_whether_there_are_jobs_or_not(suggested):
    (one,) = suggested("i25.10")
    assert one.label.startswith("I25.10: ")
    assert (one.query, one.jobs) == (Query(q="I25.10"), None)
    cpt = suggested("44314")[0]
    assert cpt.label.startswith("44314: ")


def test_an_unconfirmed_credential_is_not_named(session, suggested, a_posting):
    unsure = session.scalar(select(Credential).where(~Credential.confirmed).limit(1))
    asked = parts.CredentialTag(group_no=0, credential_id=unsure.id, need="required")
    a_posting("live", credentials=[asked])
    assert not [one for one in suggested(unsure.abbreviation) if one.kind == "Credential"]


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "%", "((((", "a" * 10_000, "\ud800", "\u202e\u0301", "1" * 5000, "é"]
)
def test_any_text_has_an_answer(suggested, a_posting, text):
    a_posting("live")
    assert isinstance(suggested(text), list)


def test_the_route_answers_in_plain_data(browse, a_posting):
    a_posting("live")
    found = browse(None).client.get("/jobs/suggest.json?q=acme").get_json()
    assert found == [
        {"kind": "Employer", "label": "Acme Health", "url": "/jobs?employer=acme-health", "jobs": 1}
    ]


@pytest.mark.parametrize(
    ("typed", "kind", "label", "query"),
    [
        ("remo", "Work model", "Remote", Query(work=("remote",))),
        ("wfh", "Work model", "Remote", Query(work=("remote",))),
        ("prn", "Type", "PRN (per diem)", Query(type=("prn",))),
        ("per di", "Type", "PRN (per diem)", Query(type=("prn",))),
        ("texas", "Open to", "From Texas", Query(from_state="TX")),
        ("tx", "Open to", "From Texas", Query(from_state="TX")),
    ],
)
def test_where_and_how_one_works_comes_up_as_people_say_it(suggested, a_posting, typed, kind, label, query):
    a_posting("live", types=[parts.TypeTag(type="prn")])
    one = by_kind(suggested(typed))[kind, label]
    assert (one.query, one.jobs) == (query, 1)


def test_a_state_that_no_job_is_open_to_does_not_come_up(suggested, a_posting):
    a_posting("live", all_states=False, states=[parts.StateTag(state="OH")], states_reason="Payroll.")
    assert ("Open to", "From Ohio") in by_kind(suggested("ohio"))
    assert ("Open to", "From Texas") not in by_kind(suggested("texas"))


def test_numbered_sets_come_up_by_the_beginning_of_a_number(suggested):
    def numbers(text):
        return [one.query.q for one in suggested(text)]

    assert all(number.startswith("DRG 4") for number in numbers("drg 4"))
    assert "DRG 470" in numbers("MS-DRG 47")
    assert numbers("drg470") == ["DRG 470"]
    assert numbers("drg 4701") == numbers("drg x") == []
    assert all(number.startswith("HCC 3") for number in numbers("hcc 3"))
    assert len(numbers("drg 4")) == len(numbers("hcc 3")) == 3


def test_what_is_called_so_leads_before_what_only_holds_such_a_word(
    session, suggested, a_posting, cardiology, rolf
):
    partners = builders.an_employer(session, "Tri Cardio Partners")
    for _ in range(2):
        builders.a_posting(session, partners, rolf, "live")
    a_posting("live", specialties=cardiology)
    labels = [one.label for one in suggested("cardio")]
    assert labels.index("Cardiology") < labels.index("Tri Cardio Partners")


def test_at_most_eight_come_up_and_three_of_a_kind_each_once():
    names = [
        Suggestion(kind, f"{kind} {number}", Query(), 1) for kind in "ABCD" for number in (1, 1, 2, 3, 4)
    ]
    labels = [one.label for one in mixed(names)]
    assert labels == ["A 1", "A 2", "A 3", "B 1", "B 2", "B 3", "C 1", "C 2"]
    assert [one.label for one in mixed([names[0], names[0]._replace(label="a 1")])] == ["A 1"]


def test_a_word_of_the_trade_comes_up_once_a_listed_job_says_what_it_means(suggested, a_posting):
    assert not [one for one in suggested("hcc") if one.kind == "Trade word"]
    a_posting("paused", title="Risk adjustment reviewer")
    assert not [one for one in suggested("hcc") if one.kind == "Trade word"]
    a_posting("live", title="Risk adjustment reviewer")
    for typed in ("hcc", "risk adj", "MRA"):
        assert by_kind(suggested(typed))["Trade word", "Risk adjustment"].query == Query(q="risk adjustment")


def test_what_is_typed_in_full_comes_before_what_it_begins(suggested, a_posting):
    a_posting("live", title="Denials coder, denial management")
    a_posting("live", title="Emergency department coder, edits and edit resolution")
    trade = [one.label for one in suggested("ed") if one.kind == "Trade word"]
    assert trade[0] == "Emergency department"


def test_what_is_being_typed_wrong_is_read_as_the_nearest_word(suggested, a_posting, cardiology):
    a_posting("live", specialties=cardiology)
    assert ("Specialty", "Cardiology") in by_kind(suggested("cardiolgy"))
    assert ("Specialty", "Cardiology") in {
        (one.kind, one.label.rpartition(", ")[2]) for one in suggested("remote cardiolgy")
    }
    assert suggested("qqqqqq") == []


def test_a_region_comes_up_by_its_name(suggested, a_posting):
    a_posting("live")
    found = by_kind(suggested("new eng"))["Open to", "From New England"]
    assert found.query == Query(from_state="new-england")
