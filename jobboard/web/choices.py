"""The choices of the filters as HTML. A page has hundreds: a template that drew them one by one would take longer than everything
else on it, so each kind is drawn at once, and names that are the same on every page are escaped once."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from flask import Flask
from markupsafe import Markup, escape

DEEPEST = 4


def furnish_choices(app: Flask) -> None:
    app.jinja_env.globals |= {"ticks": ticks, "offers": offers, "branches": branches, "steps": steps}


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    return str(escape(text))


@lru_cache(maxsize=16384)
def tick(name: str, value: str, label: str) -> tuple[str, str]:
    """What stands before and after the place where a tick is set."""
    begun = f'<label class="tick"><input type="checkbox" name="{escape(name)}" value="{escape(value)}"'
    return begun, f">{escape(label)}"


def as_option(option: Any) -> Any:
    """Choices may be given as dicts, where templates show off the components."""
    if isinstance(option, dict):
        return SimpleNamespace(**({"count": None, "checked": False} | option))
    return option


def counted(count: int | None) -> str:
    return "" if count is None else f' <span class="facet-count">{int(count):,}</span>'


def joined(drawn: Iterable[str]) -> Markup:
    """Pieces whose every name was escaped where it was put in."""
    return Markup("".join(drawn))  # noqa: S704


def ticks(name: str, options: Iterable[Any], more: int | None = None, folded: bool = False) -> Markup:
    """The ticks of `facet`: the first `more` and those that hold, or (`folded`) all others."""
    drawn = []
    for place, option in enumerate(map(as_option, options)):
        if bool(more and place >= more and not option.checked) is folded:
            begun, named = tick(name, option.value, option.label)
            held = " checked" if option.checked else ""
            drawn.append(f"{begun}{held}{named}{counted(option.count)}</label>\n")
    return joined(drawn)


def offers(options: Iterable[Any]) -> Markup:
    """The choices of a list, of which one can hold."""
    drawn = []
    for option in map(as_option, options):
        held = " selected" if option.checked else ""
        jobs = "" if option.count is None else f" ({int(option.count):,})"
        drawn.append(f'<option value="{plain(option.value)}"{held}>{plain(option.label)}{jobs}</option>')
    return joined(drawn)


def branches(options: Iterable[Any], url_of: Callable[[str], str]) -> Markup:
    """The places of a tree as links; `url_of` gives the address of each."""
    drawn = []
    for option in map(as_option, options):
        begun = (
            f'<li class="is-deep-{min(option.depth, DEEPEST)}">{way(option, url_of)}{plain(option.label)}</a>'
        )
        drawn.append(f"{begun}{counted(option.count)}</li>\n")
    return joined(drawn)


def steps(options: Iterable[Any], url_of: Callable[[str], str]) -> Markup:
    """Amounts of dollars as links, without those that would leave nothing."""
    drawn = [
        f"<li>{way(option, url_of)}${plain(option.value)}</a>{counted(option.count)}</li>"
        for option in map(as_option, options)
        if option.count != 0 or option.checked
    ]
    return joined(drawn)


def way(option: Any, url_of: Callable[[str], str]) -> str:
    current = ' aria-current="true"' if option.checked else ""
    return f'<a href="{escape(url_of(option.value))}"{current}>'
