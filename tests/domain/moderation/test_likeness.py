"""A posting that was said before is seen, and another one is another."""

from jobboard.domain.moderation import likeness
from jobboard.domain.moderation.background import Sibling
from jobboard.domain.moderation.fact import Tone
from jobboard.domain.moderation.reason import Reason
from tests.domain.moderation.editions import an_edition

TEXT = " ".join(f"word{n}" for n in range(100))


def repeated(text):
    siblings = [
        Sibling("other", "Colorectal surgery coder", text),
        Sibling("me", "Colorectal surgery coder", TEXT),
    ]
    return list(likeness.facts("me", an_edition(description=TEXT), siblings))


def test_a_posting_said_twice_is_seen():
    assert repeated(TEXT)[0].tone == Tone.BAD
    assert repeated(TEXT)[0].reason == Reason.DUPLICATE


def test_a_posting_with_a_few_words_changed_is_seen():
    assert repeated(TEXT.replace("word50", "fifty").replace("word51", "more"))[0].tone in (
        Tone.LOOK,
        Tone.BAD,
    )


def test_another_posting_is_another():
    assert repeated(" ".join(f"other{n}" for n in range(100)))[0].tone == Tone.GOOD


def test_the_first_posting_of_an_employer_is_compared_with_nothing():
    assert not list(likeness.facts("me", an_edition(description=TEXT), []))
