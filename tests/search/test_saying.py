"""Words say why they found a job where its title does not: in its details, its text, by another name, or not at all."""

import pytest

from jobboard.search.index.saying import quoted
from tests.builders import DESCRIPTION
from tests.search.chance import tool


@pytest.fixture
def why(search):
    def ask(q):
        return [list(reasons) for reasons in search(q=q).reasons.values()]

    return ask


def test_what_the_title_says_needs_no_reason(why, a_posting):
    a_posting("live", title="Denials auditor")
    assert why("denials") == why("auditor") == why("auditors denial") == why("denia") == []


def test_words_in_the_details_and_in_the_description_say_so(why, a_posting):
    a_posting(
        "live", title="Podiatry auditor", tools=[tool("Zebra")], description=f"{DESCRIPTION}\n\nSays walrus."
    )
    assert why("podiatry walrus zebra") == [["“zebra” in the details", "“walrus” in the description"]]
    assert why("Zebra walruses") == [["“Zebra” in the details", "“walruses” in the description"]]


def test_another_name_for_what_was_typed_is_named(why, a_posting):
    a_posting("live", title="Interventional radiology coder")
    assert why("IR") == [["“interventional radiology” is said for “IR”"]]


def test_a_name_that_was_typed_itself_stands_for_nothing_else(why, a_posting):
    a_posting("live", title="Interventional radiology coder", description=f"{DESCRIPTION}\n\nIR nights.")
    assert why("IR interventional radiology") == [["“IR” in the description"]]


def test_a_name_that_is_a_part_of_what_was_typed_stands_for_it(why, a_posting):
    a_posting("live", title="Podiatry auditor", tools=[tool("Epic")])
    assert why("epic resolute") == [["“Epic” is said for “epic resolute”"]]


def test_words_that_a_job_does_not_say_are_named(why, a_posting):
    a_posting("live", title="Podiatry auditor, nights")
    a_posting("live", title="Wizard, walrus")
    assert ["without “wizard” and “walrus”"] in why("podiatry nights wizard walrus")


def test_the_reason_of_a_code_comes_first(by_index, a_posting):
    a_posting("live", title="Surgery coder", description=f"{DESCRIPTION}\n\nSays walrus.")
    ((by_code, by_word),) = by_index(q="44314 walrus").reasons.values()
    assert by_code.startswith("covers 44314: ")
    assert by_word == "“walrus” in the description"


def test_what_is_kept_out_is_no_reason(why, a_posting):
    a_posting("live", title="Podiatry auditor")
    assert why("podiatry -walrus") == []


@pytest.mark.parametrize(
    ("way", "typed", "said"),
    [
        ("denial", "Denials now", "“Denials”"),
        ("e/m", "an E/M audit", "“E/M”"),
        ("(", "a ( b", "“(”"),
        ("audit", "x", "“audit”"),
    ],
)
def test_words_are_quoted_as_they_were_written(way, typed, said):
    assert quoted(way, typed) == said


def test_a_word_is_found_wherever_the_latest_job_says_it(by_index, a_posting):
    assert by_index(q="walrus wizard").total == 0
    a_posting("live", title="Wizard, nights", description=f"{DESCRIPTION}\n\nSays walrus.")
    assert by_index(q="walrus wizard").total == 1
    a_posting("live", title="Walrus, nights", tools=[tool("Wizard")])
    assert sorted(by_index(q="walrus wizard").reasons.values()) == [
        ["“walrus” in the description"],
        ["“wizard” in the details"],
    ]
