"""The tracker's pages: a person's own lists, from the first to the last, and nobody else's."""

import re

import pytest
from sqlalchemy import delete, event

from jobboard.domain.diary import Event
from jobboard.domain.places.place import Zip
from jobboard.domain.tracking import finding
from jobboard.domain.tracking.finding import Period
from tests import builders

WORK = "2026-09-08 44314 2\n2026-10-06 45378 x10\n2026-11-03 99213 x40\n2026-11-03 J1885 x8"


@pytest.fixture(autouse=True)
def manhattan(session):
    """Places are kept between tests: this one is taken away again."""
    place = {
        "city": "New York",
        "county": "New York",
        "lat": None,
        "lon": None,
        "timezone": "",
        "population": 1,
    }
    session.add(Zip(zip="10001", state_code="NY", mac="13202", locality="01", **place))
    session.commit()
    yield
    session.execute(delete(Zip))
    session.commit()


@pytest.fixture
def kept(session, amir):
    return builders.a_procedure_list(session, amir, WORK, name="Colorectal, autumn")


def written(session, kept):
    session.commit()
    return [
        (one.written, one.times, str(one.done_on)) for one in finding.entries_of(session, kept.id, Period())
    ]


def test_the_first_page_says_what_a_list_is_and_how_to_begin(browse, amir):
    page = browse(amir).open("/me/procedures")
    assert "No list yet" in page.text
    assert "44314 x3" in page.text
    assert "Never patient data" in page.text


@pytest.mark.parametrize("who", ["mira", "olga", "ada", "dana"])
def test_whoever_is_signed_in_may_keep_lists(browse, request, session, who):
    person = request.getfixturevalue(who)
    browser = browse(person)
    browser.open("/me/procedures/new")
    page = browser.send(
        "/me/procedures", name="My month", zip_code="10001", site="office", specialty="colorectal-surgery"
    )
    assert "Add what you have done" in page.text
    (begun,) = finding.lists_of(session, person.id)
    assert (begun.name, begun.zip_code, begun.site) == ("My month", "10001", "office")
    assert finding.specialty_by_id(session, begun.specialty_id).slug == "colorectal-surgery"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"name": ""}, "Give the list a name."),
        ({"name": "x" * 81}, "within 80 characters"),
        ({"name": "MRN 1234567"}, "looks like patient data"),
        ({"name": "A", "zip_code": "1000"}, "has five digits"),
        ({"name": "A", "zip_code": "00000"}, "no payment locality"),
        ({"name": "A", "site": "moon"}, "Not a valid choice"),
        ({"name": "A", "specialty": "magic"}, "Not a valid choice"),
    ],
)
def test_a_list_that_will_not_do_says_why(browse, amir, session, words, said):
    browser = browse(amir)
    browser.open("/me/procedures/new")
    page = browser.send("/me/procedures", status=422, **({"site": "facility"} | words))
    assert said in page.text
    assert not finding.lists_of(session, amir.id)


def test_two_lists_of_one_person_have_two_names(browse, amir, dana, kept, session):
    page = browse(amir).send("/me/procedures", status=422, name=kept.name, site="office")
    assert "a list of this name already" in page.text
    browse(dana).send("/me/procedures", name=kept.name, site="office")


def test_fifty_lists_are_the_most(browse, amir, session):
    for _ in range(50):
        builders.a_procedure_list(session, amir)
    browser = browse(amir)
    assert "50 lists, which is the most" in browser.open("/me/procedures").text
    assert (
        "50 lists, which is the most"
        in browser.send("/me/procedures", status=409, name="One more", site="office").text
    )


def test_the_numbers_are_exact_and_say_what_they_are(browse, amir, kept):
    page = browse(amir).open(f"/me/procedures/{kept.id}")
    assert "60 procedures" in page.text or "procedures 60" in page.text
    work = 2 * 16.32 + 10 * 3.18 + 40 * 1.30
    assert f"{work:,.2f}" in page.text
    for said in ("are not applied", "J1885 (8)", "Sep 2026", "RVU26C"):
        assert said in page.text
    assert page.all(".//table[@class='stripes']")


def test_the_address_says_how_to_look_and_the_list_remembers_how_it_opens(browse, amir, kept, session):
    browser, path = browse(amir), f"/me/procedures/{kept.id}"
    office = browser.open(f"{path}?site=office&since=2026-11-01&until=2026-11-30")
    assert f"${40 * 95.19:,.2f}" in office.text
    browser.send(
        f"{path}/edit", name="Renamed", zip_code="10001", site="office", specialty="colorectal-surgery"
    )
    page = browser.open(path)
    assert "Renamed" in page.text
    assert "Your mix and that of Colorectal surgery" in page.text
    assert "payment in" in page.text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("since=2026-13-01", "Not a valid date"),
        ("until=2026-01-01&since=2026-02-01", "lies before the first"),
        ("zip_code=1", "five digits"),
        ("specialty=magic", "Not a valid choice"),
        ("since=2020-01-01&until=2020-02-01", "Nothing in this period"),
    ],
)
def test_an_address_that_cannot_be_understood_says_so_on_the_page(browse, amir, kept, query, said):
    assert said in browse(amir).open(f"/me/procedures/{kept.id}?{query}").text


def test_a_list_is_deleted_after_one_more_question_with_everything_in_it(browse, amir, kept, session):
    browser, path = browse(amir), f"/me/procedures/{kept.id}"
    assert "4 entries go with it" in browser.open(f"{path}/deletion").text
    assert finding.lists_of(session, amir.id), "the question deletes nothing"
    page = browser.send(f"{path}/deletion")
    assert "is deleted" in page.text
    assert not finding.lists_of(session, amir.id)
    assert finding.count_of(session, amir.id) == 0
    browser.open(path, status=404)


def test_an_entry_is_corrected_and_taken_out(browse, amir, kept, session):
    browser = browse(amir)
    page = browser.open(f"/me/procedures/{kept.id}/entries")
    one = next(link for link in page.links() if re.search(r"/entries/\w{26}$", link))
    assert "45378" in browser.open(f"/me/procedures/{kept.id}/entries").text
    browser.open(one)
    browser.send(one, code="45380-53", times="7", day="2026-11-02")
    assert ("45380-53", 7, "2026-11-02") in written(session, kept)
    browser.send(f"{one}/removal")
    assert len(written(session, kept)) == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"code": "44399"}, "is no code"),
        ({"code": "Smith, John"}, "looks like patient data"),
        ({"code": "44314 99213"}, "code"),
        ({"times": "0"}, "from 1 to 9,999"),
        ({"times": "many"}, "Not a valid integer"),
        ({"day": "2027-01-01"}, "in the future"),
        ({"day": "1956-03-14"}, "too long ago"),
        ({"day": "yesterday"}, "Not a valid date"),
    ],
)
def test_a_correction_that_will_not_do_changes_nothing(browse, amir, kept, session, words, said):
    before, browser = written(session, kept), browse(amir)
    page = browser.open(f"/me/procedures/{kept.id}/entries")
    one = next(link for link in page.links() if re.search(r"/entries/\w{26}$", link))
    assert (
        said
        in browser.send(
            one, status=422, **({"code": "45378", "times": "2", "day": "2026-11-02"} | words)
        ).text
    )
    assert written(session, kept) == before


def test_a_long_list_has_pages(browse, amir, session):
    kept = builders.a_procedure_list(session, amir, "44314\n" * 250)
    browser = browse(amir)
    page = browser.open(f"/me/procedures/{kept.id}/entries?page=3")
    assert len(page.all(".//tbody/tr")) == 50
    assert "250 entries" in page.text
    for odd in ("0", "-1", "99", "x", "9" * 30):
        browser.open(f"/me/procedures/{kept.id}/entries?page={odd}")


def test_the_diary_tells_that_something_was_done_and_never_what(browse, amir, kept, session):
    browser, path = browse(amir), f"/me/procedures/{kept.id}"
    browser.send(f"{path}/lines", lines="45380 x3", day="2026-11-03")
    browser.send(f"{path}/edit", name="Renamed", site="office")
    browser.send(f"{path}/deletion")
    session.commit()
    told = [line for line in session.query(Event) if line.noun == "procedure_list"]
    assert [line.verb for line in told] == ["begin", "add_entries", "add_entries", "edit", "delete"]
    said = " ".join(f"{line.note} {line.data} {line.old} {line.new}" for line in told)
    assert not re.search(r"44314|45380|Colorectal|Renamed", said)


def test_a_page_of_lists_asks_the_same_few_questions_however_many_there_are(browse, amir, session):
    browser, counts = browse(amir), []
    for _ in range(2):
        builders.a_procedure_list(session, amir, WORK)
        asked = []
        hear = lambda *words, asked=asked: asked.append(words[2])  # noqa: E731
        event.listen(session.get_bind(), "before_cursor_execute", hear)
        browser.open("/me/procedures")
        event.remove(session.get_bind(), "before_cursor_execute", hear)
        counts.append(len(asked))
    assert counts[0] == counts[1]
