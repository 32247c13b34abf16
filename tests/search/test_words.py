"""Words find postings by what they say and by their tags; they are never more than words."""

import pytest
from sqlalchemy import select

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.postings import terms
from jobboard.domain.postings.parts import CredentialTag, Place, SpecialtyTag
from jobboard.domain.postings.terms import Apprentices, CredentialNeed
from jobboard.domain.wording.saying import Said
from jobboard.domain.wording.saying_group import add
from jobboard.search.relaxing import FEW


def titles(session, result):
    from jobboard.search.cards import cards
    from tests.conftest import MONDAY

    return [card.title for card in cards(session, result.ids, MONDAY)]


def test_every_word_has_to_stand_somewhere(session, search, a_posting):
    a_posting("live", title="Cardiology denials specialist")
    a_posting("live", title="Cardiology coder")
    assert titles(session, search(q='"cardiology" "denials"')) == ["Cardiology denials specialist"]


def test_a_title_tells_more_than_a_text(session, by_index, a_posting):
    a_posting("live", title="Orthopedic coder", description="Some ophthalmology as well, on Fridays. " * 8)
    a_posting("live", title="Ophthalmology coder")
    assert titles(session, by_index(q="ophthalmology")) == ["Ophthalmology coder", "Orthopedic coder"]


def test_the_employer_and_the_credential_are_found_too(search, a_posting):
    posting = a_posting("live")
    assert list(search(q="acme").ids) == [posting.id]
    assert list(search(q="cpc").ids) == [posting.id]


def test_a_short_word_stands_alone(session, search, a_posting):
    a_posting("live", title="Coder for the ED (nights)")
    a_posting("live", title="Edited claims coder")
    assert titles(session, search(q="ED")) == ["Coder for the ED (nights)"]


def test_words_every_job_here_would_match_ask_for_nothing(search, a_posting):
    posting = a_posting("live", title="Denials specialist")
    assert list(search(q="medical coding jobs").ids) == [posting.id]
    assert list(search(q="medical coder for denials").ids) == [posting.id]


def test_the_name_of_a_work_model_finds_it(session, search, a_posting):
    a_posting("live", title="Telework coder")
    a_posting("live", title="Desk coder", work_model=terms.WorkModel.HYBRID, hybrid_days=2, all_states=False,
              places=[place("Mesa", "AZ")])  # fmt: skip
    assert titles(session, search(q="remote")) == ["Telework coder"]
    assert titles(session, search(q="hybrid coder")) == ["Desk coder"]


def place(city, state):
    from jobboard.domain.postings.parts import Place

    return Place(city=city, state=state, lat=0.0, lon=0.0)


@pytest.mark.parametrize("wild", ["%", "_", "____", "%%%%", "\\", "\\%", "100%", "a_b", "/", "//"])
def test_wildcards_are_only_themselves(session, search, a_posting, wild):
    plain = a_posting("live", title="Plain cardiology coder")
    marked = a_posting("live", title=f"Coder with {wild}{wild}{wild}{wild} in its name")
    assert marked.id in search(q=wild * 4).ids
    assert plain.id not in search(q=f"{wild}lain").ids
    assert plain.id not in search(q=f"p{wild}n").ids


def test_a_misspelled_specialty_is_put_right(search, a_posting):
    a_posting("live")
    assert search(q="cardiolgy").did_you_mean == "cardiology"
    assert search(q="qqqqqq").did_you_mean is None


def test_half_a_word_finds_what_the_whole_one_would(session, search, a_posting):
    a_posting("live", title="Cardiology coder")
    a_posting("live", title="Carotid studies coder")
    assert titles(session, search(q="cardio")) == ["Cardiology coder"]


def test_what_a_minus_stands_before_may_not_stand_there(session, search, a_posting):
    a_posting("live", title="Cardiology coder")
    a_posting("live", title="Cardiology auditor")
    assert titles(session, search(q="cardiology -auditor")) == ["Cardiology coder"]
    assert titles(session, search(q="-auditor")) == ["Cardiology coder"]


def test_another_way_of_saying_a_word_is_found_after_the_word(session, by_index, a_posting, said_alike):
    said_alike("zorb lab", "heart zorbing")
    a_posting("live", title="Heart zorbing coder")
    a_posting("live", title="Zorb lab coder")
    assert titles(session, by_index(q="zorb lab")) == ["Zorb lab coder", "Heart zorbing coder"]
    assert titles(session, by_index(q='"zorb lab"')) == ["Zorb lab coder"]


@pytest.fixture
def said_alike(session, ada, clock):
    def begin(*ways):
        session.add_all(add(Said(ways), {}, by=ada, at=clock.now()))
        session.commit()

    return begin


def test_where_few_jobs_hold_all_words_those_that_hold_most_follow(session, search, a_posting):
    for title in ("Cardiology denials by night", "Cardiology auditor", "Denials desk, nights"):
        a_posting("live", title=title)
    a_posting("live", title="Dermatology auditor")
    result = search(q="cardiology denials nights")
    assert titles(session, result) == ["Cardiology denials by night", "Denials desk, nights"]
    assert "most of them" in result.reading.messages[0]
    assert not search(q="cardiology").reading.messages


def test_of_two_words_the_more_telling_one_goes_on_and_then_the_other(session, search, a_posting):
    titled = ["Dermatology denials", "Dermatology desk", "Denials desk", "Denials by night"]
    for title in ("Pathology desk", *titled):
        a_posting("live", title=title)
    result = search(q="denials dermatology")
    assert titles(session, result)[:2] == titled[:2]
    assert set(titles(session, result)) == set(titled)


def test_a_choice_only_leaves_some_of_what_the_words_found(session, search, a_posting):
    for _ in range(FEW):
        a_posting("live", title="Dermatology denials", apprentices=Apprentices.NO)
    a_posting("live", title="Dermatology desk", apprentices=Apprentices.YES, experience_months=0)
    assert search(q="dermatology denials").total == FEW
    assert search(q="dermatology denials", apprentice=True).total == 0


def test_the_reasons_of_jobs_that_hold_most_of_the_words_name_what_they_lack(search, a_posting):
    whole = a_posting("live", title="Cardiology denials by night")
    most = a_posting("live", title="Denials desk, nights")
    assert search(q="cardiology denials nights").reasons == {most.id: ["without “cardiology”"]}
    assert whole.id in search(q="cardiology denials nights").ids


def test_a_word_that_is_misspelt_is_mended_before_less_is_asked_for(session, search, a_posting):
    for title in ("Cardiology denials", "Denials desk"):
        a_posting("live", title=title)
    result = search(q="cardiolgy denials")
    assert result.did_you_mean == "cardiology denials"
    assert titles(session, result) == ["Cardiology denials", "Denials desk"]


def test_where_enough_jobs_hold_all_words_no_others_follow(session, search, a_posting):
    for title in ("Dermatology denials",) * FEW + ("Dermatology desk",):
        a_posting("live", title=title)
    assert search(q="dermatology denials").total == FEW


def test_a_job_that_is_called_what_was_typed_stands_first_and_nobody_has_to_be(session, by_index, a_posting):
    for title in ("Denials analyst", "Denials desk", "Denials specialist"):
        a_posting("live", title=title)
    assert titles(session, by_index(q="denials specialist"))[0] == "Denials specialist"
    assert by_index(q="denials analyst").total == 3


def test_the_beginning_of_a_word_finds_it_and_a_whole_word_only_itself(session, by_index, a_posting):
    for title in (
        "Clinic coder",
        "Clinic auditor",
        "Clinic lead",
        "Clinical documentation",
        "Clinician desk",
    ):
        a_posting("live", title=title)
    assert set(titles(session, by_index(q="clinic"))) == {"Clinic coder", "Clinic auditor", "Clinic lead"}
    assert "Clinician desk" in titles(session, by_index(q="clinici"))
    assert "Clinician desk" in titles(session, by_index(q="desk -clinic"))


@pytest.mark.parametrize(
    ("short", "title"), [("ems", "EMS and transport"), ("onc", "Onc infusion"), ("obs", "Obs unit")]
)
def test_a_short_form_is_itself(session, by_index, a_posting, short, title):
    for other in (title, "Em visits desk", "Once upon a chart", "Obstetrics desk, OB"):
        a_posting("live", title=other)
    assert titles(session, by_index(q=f'"{short}"')) == [title]


def test_what_stands_in_quotes_is_never_left_out(session, by_index, a_posting):
    a_posting("live", title="Cardiology denials coder for nights")
    a_posting("live", title="Denials specialist for nights and weekends")
    result = by_index(q='"cardiology" denials nights weekends')
    assert titles(session, result) == ["Cardiology denials coder for nights"]


def test_what_is_not_listed_does_not_tell_how_a_word_is_spelled(by_index, a_posting, clock):
    hidden = a_posting("live", title="Cardiolgy coder")
    assert by_index(q="cardiolgy").reading.typed is None
    clock.time = hidden.closes_at  # closed by its date, though the index holds it still
    later = a_posting("live")
    assert by_index(q="cardiolgy").reading.typed == "cardiolgy"
    assert list(by_index(q="colorectal").ids) == [later.id]


def test_a_job_that_requires_what_was_chosen_stands_before_one_that_likes_it(session, by_index, a_posting):
    cpc = session.scalars(select(Credential).where(Credential.slug == "cpc")).one()

    def asking(need):
        return [CredentialTag(group_no=1, credential_id=cpc.id, credential=cpc, need=need)]

    a_posting("live", title="Coder, likes it", credentials=asking(CredentialNeed.PREFERRED))
    a_posting("live", title="Coder, requires it", credentials=asking(CredentialNeed.REQUIRED))
    assert titles(session, by_index(credential=("cpc",))) == ["Coder, requires it", "Coder, likes it"]
    assert titles(session, by_index(credential=("cpc",), sort="newest"))[0] == "Coder, likes it"


def test_apprentices_are_sent_first_where_they_are_simply_welcome(session, by_index, a_posting):
    condition = {"apprentices": Apprentices.WITH_CONDITIONS, "apprentice_conditions": "A year of billing."}
    a_posting("live", title="Coder, with conditions", experience_months=0, **condition)
    a_posting("live", title="Coder, welcome", experience_months=0, apprentices=Apprentices.YES)
    assert titles(session, by_index(apprentice=True)) == ["Coder, welcome", "Coder, with conditions"]


def test_words_in_quotes_are_read_by_people_and_no_synonym_answers_them(session, by_index, a_posting):
    crs = session.scalars(select(Specialty).where(Specialty.synonyms.contains("proctology"))).one()
    a_posting("live", title="Surgery coder", specialties=[SpecialtyTag(specialty_id=crs.id, specialty=crs)])
    assert by_index(q="proctology").total == by_index(q=f'"{crs.name}"').total == 1
    assert by_index(q='"proctology"').total == 0
    assert by_index(q="surgery -proctology").total == 1


def test_from_a_state_what_is_done_in_it_stands_first(session, by_index, a_posting):
    columbus = Place(city="Columbus", state="OH", lat=39.96, lon=-83.0)
    there = {"work_model": terms.WorkModel.ONSITE, "states": [], "all_states": False, "places": [columbus]}
    a_posting("live", title="Denials desk there", **there)
    a_posting("live", title="Denials desk from home", all_states=True, states=[])
    assert titles(session, by_index(q="ohio")) == ["Denials desk there", "Denials desk from home"]
