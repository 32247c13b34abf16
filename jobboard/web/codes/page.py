"""What every page of a code has, whatever its set: a part of the page, a question, and who gathers the facts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from markupsafe import Markup
from sqlalchemy.orm import Session

from jobboard.domain.codes.finding import Found


@dataclass(frozen=True)
class Question:
    """A question that the facts answer. The answer may hold marked numbers (`templates/codes/_fact.html`)."""

    asked: str
    answer: Markup


@dataclass(frozen=True)
class Sheet:
    """What a set knows about a code, for `templates/codes/<set>/sheet.html`.

    `title` is the official title or our own label, `value` the code in one sentence, `contents` the parts of the sheet
    that are there: the id of the heading and its words. `facts` goes to the template under its own names. `varies` says
    that the page was asked for with choices of the reader's and is not for search engines. `marks` are words about
    the code beside its standing, each with a tone of `badge`.
    """

    title: str
    value: str
    contents: list[tuple[str, str]]
    marks: list[tuple[str, str]] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    varies: bool = False


Gatherer = Callable[[Session, Found, datetime], Sheet]


def bare(session: Session, found: Found, now: datetime) -> Sheet:
    """A sheet with nothing but the title."""
    title = (found.record.title if found.record else None) or found.family.label
    return Sheet(title, "", [])
