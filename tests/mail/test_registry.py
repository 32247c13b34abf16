"""Every verb has its letter or is said to be silent; every template is somebody's."""

import pytest

from jobboard import config
from jobboard.domain.applications.lifecycle import MOVES as APPLICATION_MOVES
from jobboard.domain.postings.lifecycle import CHANGE_MOVES, MOVES
from jobboard.domain.searches.lifecycle import MOVES as SEARCH_MOVES
from jobboard.mail.letter import letter_id
from jobboard.mail.messages import LETTERS, SILENT
from jobboard.mail.samples import all_samples, lines

SEARCH_VERBS = {"save", "ask_to_confirm", "edit", "delete", "ask_for_address", "lift"}
VERBS = sorted(
    {("posting", verb) for verb in {*MOVES, *CHANGE_MOVES, "draft", "repost", "claim"}}
    | {("application", verb) for verb in {*APPLICATION_MOVES, "apply"}}
    | {("saved_search", verb) for verb in {*SEARCH_MOVES, *SEARCH_VERBS}}
)
SHARED = {"ending"}


@pytest.mark.parametrize(("noun", "verb"), VERBS)
def test_every_verb_has_a_letter_or_is_named_as_silent(noun, verb):
    assert ((noun, verb) in LETTERS) != ((noun, verb) in SILENT), (
        f"{noun} {verb}: give it a function in jobboard/mail/{noun}_messages.py or a place in its SILENT, not both."
    )


def test_no_verb_is_both_silent_and_spoken():
    assert not SILENT & LETTERS.keys()


@pytest.fixture(scope="module")
def samples(house):
    """Every letter, rendered once: the tests below only read them."""
    with house.app_context():
        return all_samples()


def test_every_line_with_letters_has_an_example(samples):
    assert {(sample.noun, sample.verb) for sample in samples} == set(LETTERS)


def test_every_template_is_rendered_by_an_example(samples):
    rendered = {sample.letter.id for sample in samples}
    people = {sample.letter.to.email for sample in samples}
    names = {path.stem for path in (config.ROOT / "templates/mail").glob("*.txt")} - SHARED
    unused = {
        name
        for name in names
        if not any(letter_id(line.id, email, name) in rendered for line in lines() for email in people)
    }
    assert not unused, (
        f"No example renders {unused}: delete them, or add the case to jobboard/mail/samples.py."
    )


def test_every_letter_says_who_we_are_why_it_came_and_where_to_go(app, samples):
    for sample in samples:
        for body in (sample.letter.text, sample.letter.html):
            assert app.config["POSTAL_ADDRESS"] in body
            assert app.config["SITE_URL"] in body
            assert "You get this letter because" in body
        assert sample.letter.subject
        assert "  " not in sample.letter.text.split("\n--\n")[0].replace("\n  ", "\n"), sample.verb


def test_the_check_of_all_letters_fails_when_one_cannot_be_rendered(app, monkeypatch):
    runner = app.test_cli_runner()
    assert "letters rendered" in runner.invoke(args=["check-letters"]).output
    monkeypatch.setitem(LETTERS, ("posting", "submit"), lambda session, event: 1 / 0)
    assert runner.invoke(args=["check-letters"]).exit_code != 0
