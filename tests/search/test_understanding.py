"""What was typed and what is meant by it: codes, choices and words; read again, it is the same."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from jobboard.domain.places.place import Zip
from jobboard.search.query import Query
from jobboard.search.reading import NO_AMOUNTS, understand
from jobboard.search.understanding import asking
from tests.conftest import MONDAY
from tests.search.typed import CHOICES, CODES, EVERYTHING, WORDS, ZIPS


@pytest.fixture
def zips(session):
    """The sample of places has none."""
    for number, city, state in (
        ("77002", "Houston", "TX"),
        ("44314", "Akron", "OH"),
        ("90210", "Beverly Hills", "CA"),
    ):
        place = {"city": city, "state_code": state, "county": "", "timezone": "America/Chicago"}
        session.add(Zip(zip=number, lat=30.0, lon=-95.0, population=1, mac="", locality="", **place))
    session.commit()
    yield
    session.execute(delete(Zip))
    session.commit()


@pytest.fixture
def read(session):
    def reading(q="", **words):
        return understand(session, Query(q=q, **words), MONDAY.date())

    return reading


@pytest.mark.parametrize(("typed", "meant"), CODES)
def test_codes_are_read_as_people_type_them(read, typed, meant):
    found = read(typed)
    assert found.query == Query(q=meant)
    assert " ".join(code.counted for code in found.codes) == meant
    assert found.rest == ""


@pytest.mark.parametrize("typed", WORDS)
def test_what_is_no_code_and_no_choice_stays_a_word(read, typed):
    found = read(typed)
    assert found.query == Query(q=typed)
    assert found.codes == ()


@pytest.mark.parametrize(("typed", "address"), CHOICES)
def test_choices_said_in_words_go_to_their_parameters(read, typed, address):
    assert read(typed).query.url("") == f"?{address}"


@pytest.mark.parametrize(("typed", "address"), ZIPS)
def test_five_digits_are_a_zip_code_where_a_place_is_meant_and_where_they_are_no_code(
    zips, read, typed, address
):
    assert read(typed).query.url("") == f"?{address}"


@pytest.mark.parametrize("typed", EVERYTHING)
def test_what_was_understood_reads_the_same_again(read, typed):
    once = read(typed)
    again = read(**vars(once.query))
    assert (again.query, again.terms, again.rest) == (once.query, once.terms, once.rest)


WORD = st.sampled_from(
    sorted({word for text in EVERYTHING for word in text.split()} | {"-", '"', "x", "or", ",", "*", "$"})
)
SHARED = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SHARED
@given(st.lists(WORD, max_size=9))
def test_any_mixture_reads_the_same_again(session, words):
    once = understand(session, Query(q=" ".join(words)), MONDAY.date())
    again = understand(session, once.query, MONDAY.date())
    assert again.query == once.query


@SHARED
@given(st.text(max_size=200))
def test_any_text_has_a_reading(session, text):
    from jobboard.search.parameters import read

    query, _ = read({"q": [text]})
    once = understand(session, query, MONDAY.date())
    assert understand(session, once.query, MONDAY.date()).query == once.query


def test_what_was_chosen_is_kept_and_what_was_typed_joins_it(read):
    chosen = {"work": ("hybrid",), "pay_min": Decimal(24), "from_state": "OH", "page": 3}
    query = read("remote texas $32 cpc", **chosen).query
    assert (query.work, query.pay_min, query.credential) == (("hybrid", "remote"), Decimal(24), ("cpc",))
    assert (query.from_state, query.page) == ("OH", 3)


def test_a_state_typed_beside_where_one_lives_is_a_place_of_work(read):
    assert read("florida", from_state="TX").query == Query(from_state="TX", state=("FL",))


def test_an_unknown_code_in_a_list_is_named_and_left_out(read):
    found = read("44314 99999 45378")
    assert found.query.q == "44314 45378"
    assert found.messages == ("No code that this board knows, so left out: 99999.",)


def test_words_beside_a_list_are_left_out_and_not_repeated(read):
    found = read("44314 44310 44320 45378 45380 99213 Maria Delgado")
    assert found.query.q == "44314 44310 44320 45378 45380 99213"
    assert "Maria" not in " ".join(found.messages)


@pytest.mark.parametrize(
    "typed",
    ["mrn 1234567", "44314 Jane 555-12-3456", "44314 1/2/1950", "jane.doe@example.com", "2026-01-02 44314 2026-01-03",
     "acct 12345678", "(555) 123-4567", "44314 Jane Doe", "44314 doe, j", "SMITH^JOHN 44314", "J. Smith 44314",
     "Patient: Jane Doe"],
)  # fmt: skip
def test_what_plainly_tells_of_a_patient_is_refused_and_not_repeated(read, typed):
    found = read(typed)
    assert found.query == Query()
    assert len(found.messages) == 1
    assert "patient data" in found.messages[0]
    assert not set(typed.split()) & set(found.messages[0].split())


def test_at_most_so_many_codes_are_taken(read, monkeypatch):
    assert asking.MOST_CODES == 200
    monkeypatch.setattr(asking, "MOST_CODES", 3)
    found = read("44314 44310 44320 45378 45380")
    assert found.query.q == "44314 44310 44320"
    assert found.messages == ("The search takes 3 codes; the others are left out.",)


@pytest.mark.parametrize("miles", ["0", "501", "00011", "0001999", "100000000"])
def test_a_circle_that_no_address_could_say_is_not_drawn(read, miles):
    assert read(f"coder within {miles} miles of Houston, TX").query.miles == 25


def test_at_most_so_many_ranges_are_taken(read):
    found = read(" ".join(f"{number}-{number + 5}" for number in range(10000, 10600, 10)))
    assert len(found.codes) == asking.MOST_RANGES
    assert "ranges of codes; the others are left out" in found.messages[0]


@pytest.mark.parametrize(
    "text",
    ["word ", "44314 ", "houston, tx ", "$1 ", "1-2 ", '"', "A00-Z99 ", "-a ", "5 miles of ", "x", "("],
)
def test_long_texts_are_cut_short_and_read_the_same_again(read, text):
    once = read((text * 6000)[:6000])
    assert read(**vars(once.query)).query == once.query


def test_a_code_alone_knows_who_codes_it(read):
    assert "Colorectal surgery" in read("44314").codes[0].specialties.values()
    assert read("44314 99213").codes[0].specialties == {}


def test_a_range_knows_which_part_each_family_holds(read):
    code = read("44300-44346").codes[0]
    assert code.found is None
    leaf = read("44314").codes[0].families[0]
    assert leaf.id in {family.id for family in code.families}
    part = read("44310-44320").codes[0]
    assert leaf.id not in part.parts
    wide = read("44000-44799").codes[0]
    assert wide.parts[leaf.id] == "44300-44346"


@pytest.mark.parametrize(
    ("typed", "first"),
    [("E/M coder", "e/m"), ("denials", "denial"), ("auditing", "audit")],
)
def test_a_term_leads_with_what_was_typed(read, typed, first):
    assert read(typed).terms[0].ways[0] == first


@pytest.mark.parametrize(
    ("typed", "wanted", "denied"),
    [
        ("inpatient coder no weekends", ["inpatient"], ["weekend"]),
        ("coder without billing or audits", [], ["billing", "audit"]),
        ("emergency, not facility", ["emergency"], ["facility"]),
        ("outpatient, not remote", ["outpatient"], ["remote"]),
        ("no degree and auditing", ["degree", "audit"], []),
        ("weekends or nights", ["weekend", "night"], []),
        ("profee, not cardiology or radiology", ["profee"], ["cardiology", "radiology"]),
        ("audit, not only cardiology", ["audit", "cardiology"], []),
    ],
)
def test_what_is_plainly_denied_may_not_be_declared(read, typed, wanted, denied):
    found = read(typed)
    assert found.query.q == typed.replace(",", "")
    assert not found.query.work
    assert [term.ways[0] for term in found.terms if not term.minus] == wanted
    assert [term.ways[0] for term in found.terms if term.minus and term.declared] == denied


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("hcc under $30", ["hcc"]),
        ("hcc up to $80k a year", ["hcc"]),
        ("hcc $3 per chart", ["hcc", "per chart"]),
    ],
)
def test_an_amount_that_is_never_compared_is_not_looked_for_and_said(read, typed, first):
    found = read(typed)
    assert [term.ways[0] for term in found.terms] == first
    assert found.messages == (NO_AMOUNTS,)


def test_quotes_and_minus_are_told_apart(read):
    said = [
        (term.ways[0], term.exact, term.minus)
        for term in read('denials "risk adjustment" -auditor -"er"').terms
    ]
    assert said == [
        ("denial", False, False),
        ("risk adjustment", True, False),
        ("audit", False, True),
        ("er", True, True),
    ]
