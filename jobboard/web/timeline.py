"""A diary's lines as `components/timeline.html` draws them; each desk brings the words its readers know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

# verb -> what happened, icon, tone
Words = Mapping[str, tuple[str, str, str]]


@dataclass(frozen=True)
class Entry:
    """One line; `who` is empty where it goes without saying."""

    at: datetime
    at_text: str
    what: str
    who: str
    note: str
    icon_name: str
    tone: str


def words_for(verb: str, words: Words) -> tuple[str, str, str]:
    """What a desk calls a verb; one it has no words for is shown under its own name."""
    return words.get(verb, (verb.replace("_", " ").capitalize(), "circle-dashed", "plain"))
