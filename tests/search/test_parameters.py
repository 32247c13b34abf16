"""A search is a value that reads itself from an address and writes itself back."""

from decimal import Decimal

from jobboard.search.parameters import read
from jobboard.search.query import Query

EVERYTHING = {
    "q": ["44314 remote"],
    "specialty": ["cardiology", "general-surgery"],
    "family": ["cpt-surgery"],
    "credential": ["cpc"],
    "setting": ["professional", "inpatient"],
    "work": ["remote"],
    "from_state": ["TX"],
    "type": ["full_time", "prn"],
    "pay_min": ["65000"],
    "pay_unit": ["year"],
    "experience_max": ["24"],
    "apprentice": ["yes"],
    "employer": ["acme-health"],
    "since": ["7"],
    "sort": ["pay"],
    "page": ["3"],
}


def address_of(query):
    given = {}
    for name, value in query.parameters():
        given.setdefault(name, []).append(value)
    return given


def test_every_parameter_survives_the_way_to_the_address_and_back():
    query, messages = read(EVERYTHING)
    assert messages == []
    assert address_of(query) == EVERYTHING
    assert read(address_of(query)) == (query, [])


def test_what_was_not_asked_is_not_in_the_address():
    assert Query().url() == "/jobs"
    assert Query(page=2).url() == "/jobs?page=2"
    assert Query(pay_unit="year").url() == "/jobs"


def test_a_change_leads_to_the_first_page():
    assert Query(q="denials", page=4).url(sort="pay") == "/jobs?q=denials&sort=pay"
    assert Query(q="denials", page=4).url(page=5) == "/jobs?q=denials&page=5"


def test_one_choice_is_taken_away_and_the_others_stay():
    query = Query(work=("remote", "hybrid"), from_state="TX", page=2)
    assert query.without("work", "remote").url() == "/jobs?work=hybrid&from_state=TX"
    assert query.without("from_state").url() == "/jobs?work=remote&work=hybrid"


def test_what_is_not_understood_is_named_and_left_out():
    query, messages = read(
        {"work": ["remote", "lunar"], "page": ["-1"], "sort": ["best'--"], "since": ["9e9"]}
    )
    assert query == Query(work=("remote",))
    assert len(messages) == 4
    assert any("Work model" in message for message in messages)


def test_numbers_stay_within_what_the_database_can_hold():
    for huge in ("9" * 400, "9223372036854775808", "1e309", "NaN", "Infinity", "٣٣"):
        query, messages = read({name: [huge] for name in ("page", "pay_min", "since", "experience_max")})
        assert query == Query()
        assert len(messages) == 4


def test_pay_is_compared_by_the_hour():
    assert Query(pay_min=Decimal(30)).pay_floor == Decimal("30.00")
    assert Query(pay_min=Decimal(62400), pay_unit="year").pay_floor == Decimal("30.00")


def test_a_floor_is_read_in_the_unit_it_must_be_meant_in():
    query, messages = read({"pay_min": ["70000"]})
    assert query == Query(pay_min=Decimal(70000), pay_unit="year")
    assert messages == ["$70,000 was read as pay for a year."]
    query, messages = read({"pay_min": ["32.5"], "pay_unit": ["year"], "page": ["2"]})
    assert query == Query(pay_min=Decimal("32.5"), page=2)
    assert messages == ["$32.50 was read as pay for an hour."]


def test_long_text_is_cut_and_said_to_be():
    query, messages = read({"q": ["x" * 100_000]})
    assert len(query.q) == 6000
    assert len(messages) == 1


def test_control_characters_are_no_words():
    query, _ = read({"q": ["card\x00io\n\u202elogy\ud800"]})
    assert query.q == "card io logy"
