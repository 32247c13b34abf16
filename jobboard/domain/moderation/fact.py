"""One thing a moderator should know, in a sentence, with how it weighs and the reason it could lead to."""

from dataclasses import dataclass
from enum import StrEnum

from jobboard.domain.moderation.reason import Reason


class Tone(StrEnum):
    GOOD = "good"
    LOOK = "look"
    BAD = "bad"


@dataclass(frozen=True)
class Fact:
    """`topic` groups facts on the page. `reason` is what a moderator might give, where the fact speaks against."""

    topic: str
    tone: Tone
    sentence: str
    reason: Reason | None = None

    @property
    def is_flag(self) -> bool:
        return self.tone != Tone.GOOD


def good(topic: str, sentence: str) -> Fact:
    return Fact(topic, Tone.GOOD, sentence)


def look(topic: str, sentence: str, reason: Reason | None = None) -> Fact:
    return Fact(topic, Tone.LOOK, sentence, reason)


def bad(topic: str, sentence: str, reason: Reason | None = None) -> Fact:
    return Fact(topic, Tone.BAD, sentence, reason)
