"""Every letter as it looks: rendered from example lines of the diary, on a small board that lives for a moment."""

from collections.abc import Iterator
from dataclasses import dataclass

from jobboard.domain.diary import Event
from jobboard.mail.letter import Letter
from jobboard.mail.messages import LETTERS, letters_for
from jobboard.mail.sample_board import BEFORE, LATER, sample_board

NOTES = {
    "posting": "Texas and Florida stand in the text, but not in the list of states.",
    "application": "We read your resume with pleasure.\n\nCan you call us on Thursday between 1 and 3 pm Eastern?",
}
DATA = {
    "reasons": ["states_missing", "too_vague"],
    "reason": "filled_elsewhere",
    "invitation": "invitation",
    "old": "mira.old@example.com",
    "email": "mira.new@example.com",
}
# What is said in two ways: of a posting and of a change to one that is live, to a confirmed account and to a new one.
MOMENTS = dict.fromkeys(("submit", "approve", "ask_for_changes", "reject"), (BEFORE, LATER))
# Whose search a line speaks of: one that waits for its address, one with news.
SEARCHES = {"ask_to_confirm": "asked", "match": "kept"}
PEOPLE = {"sign_up": ("nova",), "ask_for_confirmation": ("nova",), "sign_up_again": ("mira", "nova")}


@dataclass(frozen=True)
class Sample:
    """A letter, and the noun and verb of the line it follows from."""

    noun: str
    verb: str
    letter: Letter


def all_samples() -> list[Sample]:
    """Each letter there is, in the order of the registry. Raises whatever rendering one of them raises."""
    return list(one_by_one())


def sample(id: str) -> Sample | None:
    """The example with the id of this letter; those behind it are not rendered."""
    return next((each for each in one_by_one() if each.letter.id == id), None)


def one_by_one() -> Iterator[Sample]:
    with sample_board() as session:
        for each in lines():
            for letter in letters_for(session, each):
                yield Sample(each.noun, each.verb, letter)


def lines() -> Iterator[Event]:
    for noun, verb in LETTERS:
        for at in MOMENTS.get(verb, (LATER,)):
            for person in PEOPLE.get(verb, ("mira",)):
                yield Event(
                    id=f"{noun}-{verb}-{at.day}-{person}", noun=noun, verb=verb, at=at, by_id="owen", user_id=person,
                    employer_id="acme", posting_id="posting", application_id=application_for(verb), old="recruiter",
                    new="viewer", note=NOTES.get(noun), data=DATA | {"saved_search": SEARCHES.get(verb)},
                )  # fmt: skip


def application_for(verb: str) -> str:
    return "declined" if verb == "decline" else "waiting"
