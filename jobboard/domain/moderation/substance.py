"""Whether a posting says anything: enough words of its own, and a way to be hired that asks for no free work."""

import re
from collections.abc import Iterable

from jobboard.domain.moderation.fact import Fact, look
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.edition import Edition

STOCK = re.compile(
    r"\b(?:rock ?stars?|ninjas?|gurus?|self[- ]starters?|team players?|fast[- ](?:growing|paced)|dynamic (?:team|company|environment)"
    r"|(?:a )?leader in (?:its|the|their) (?:field|industry)|other duties as assigned|competitive (?:pay|salary|compensation)"
    r"|great culture|opportunit(?:y|ies) for growth|right candidate|work hard,? play hard|hit the ground running|all aspects of coding)\b",
    re.IGNORECASE,
)
FEW_WORDS = 40
STOCK_TOO_MUCH = 4
LONG_TEST = 120  # minutes


def facts(edition: Edition) -> Iterable[Fact]:
    yield from substance(edition.description or "")
    yield from unpaid_tests(edition)


def substance(text: str) -> Iterable[Fact]:
    words = len(text.split())
    stock = list(dict.fromkeys(match.group().lower() for match in STOCK.finditer(text)))
    if len(stock) >= STOCK_TOO_MUCH:
        said = ", ".join(f"“{phrase}”" for phrase in stock[:3])
        yield look(
            "Text", f"{words} words, with {len(stock)} stock phrases: {said} and so on.", Reason.TOO_VAGUE
        )
    elif words < FEW_WORDS:
        yield look("Text", f"The description has {words} words.", Reason.TOO_VAGUE)


def unpaid_tests(edition: Edition) -> Iterable[Fact]:
    minutes = sum(step.minutes or 0 for step in edition.steps if step.pass_mark and not step.paid)
    if minutes > LONG_TEST:
        yield look("Hiring", f"Tests of {spoken(minutes)} in all, unpaid.", Reason.TEST_TOO_LONG)


def spoken(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    said = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
    return " ".join([*said, f"{rest} minutes"] if rest else said)
