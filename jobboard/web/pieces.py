"""What lists that are put together line by line are made of: small components, each drawn once for what it says, and the one
place where lines become HTML."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from flask import current_app
from markupsafe import Markup, escape


def joined(lines: Iterable[str]) -> Markup:
    """Lines in which every word of somebody's was escaped where it was put in."""
    return Markup("".join(lines))  # noqa: S704


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """Escaped, once for all the lines that say it."""
    return str(escape(text))


def drawn(component: str, *says: Any, **more: Any) -> Markup:
    """The macro `component` of a file of that name."""
    return of_file(component, component, *says, **more)


def of_file(file: str, macro: str, *says: Any, **more: Any) -> Markup:
    components: Any = current_app.jinja_env.get_template(f"components/{file}.html").module
    html: Markup = getattr(components, macro)(*says, **more)
    return html


@lru_cache(maxsize=256)
def small_icon(name: str) -> Markup:
    return drawn("icon", name, size="s")


@lru_cache(maxsize=2048)
def dated(day: date) -> Markup:
    return drawn("when", day)


@lru_cache(maxsize=256)
def employer_badge(text: str, reason: str | None) -> Markup:
    return of_file("badge", "employer_badge", text, reason)
