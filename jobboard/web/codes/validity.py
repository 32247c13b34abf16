"""How the days of a code and the releases of its facts are said."""

from datetime import date

from markupsafe import Markup

from jobboard.domain.codes.code import Code, Release
from jobboard.web.codes.marking import fact
from jobboard.web.ui import day

NEW_YEAR = 10
UNTITLED = "Its official title is not in our files yet."


def since(code: Code) -> Markup | None:
    """`October 1, 2015 (fiscal 2016)`; None where the file gives no first day."""
    return dated("valid_from", code.valid_from)


def until(code: Code) -> Markup | None:
    return dated("valid_to", code.valid_to)


def dated(name: str, value: date | None) -> Markup | None:
    if value is None:
        return None
    return Markup("{} (fiscal {})").format(fact(name, value.isoformat(), day(value)), fiscal(value))


def fiscal(value: date) -> int:
    """The federal fiscal year of a day: it begins in October of the year before."""
    return value.year + (value.month >= NEW_YEAR)


def days(code: Code) -> list[tuple[str, Markup]]:
    """The first and the last day as rows of `facts`."""
    rows = [("Valid from", since(code)), ("Last valid day", until(code))]
    return [(term, value) for term, value in rows if value]


def named(release: Release | None) -> str:
    return release.name if release else ""
