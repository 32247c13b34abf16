"""The choices of the filters as HTML. A page has hundreds: a template that drew them one by one would take longer than everything
else on it, so each kind is drawn at once, and names that are the same on every page are escaped once."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from jobboard.search.engine import Option
from jobboard.web.pieces import joined, plain

DEEPEST = 4


@lru_cache(maxsize=16384)
def tick(name: str, value: str, held: bool, label: str) -> str:
    checked = " checked" if held else ""
    return f'<label><input type="checkbox" name="{escape(name)}" value="{escape(value)}"{checked}>{escape(label)}'


def known(options: Iterable[Any]) -> Sequence[Option]:
    """Choices may be given as dicts, where templates show off the components."""
    options = list(options)
    if options and isinstance(options[0], dict):
        return [Option(**({"label": "", "count": None} | one)) for one in options]
    return options


def one_holds(options: Iterable[Any]) -> bool:
    return any(option.checked for option in known(options))


def counted(count: int | None) -> str:
    return "" if count is None else f" <small>{count:,}</small>"


def ticks(name: str, options: Iterable[Any], more: int | None = None, folded: bool = False) -> Markup:
    """The ticks of `facet`: the first `more` and those that hold, or (`folded`) all others."""
    return joined(
        [
            f"{tick(name, value, held, label)}{counted(count)}</label>\n"
            for place, (value, label, count, held, _) in enumerate(known(options))
            if bool(more and place >= more and not held) is folded
        ]
    )


def offers(options: Iterable[Any]) -> Markup:
    """The choices of a list, of which one can hold."""
    drawn = []
    for value, label, count, held, _ in known(options):
        jobs = "" if count is None else f" ({count:,})"
        chosen = " selected" if held else ""
        drawn.append(f'<option value="{plain(value)}"{chosen}>{plain(label)}{jobs}</option>')
    return joined(drawn)


def branches(options: Iterable[Any], url_of: Callable[[str], str]) -> Markup:
    """The places of a tree as links; `url_of` gives the address of each."""
    return joined(
        [
            f"<li{inset(depth)}>{way(url_of(value), held)}{plain(label)}</a>{counted(count)}</li>\n"
            for value, label, count, held, depth in known(options)
        ]
    )


def inset(depth: int) -> str:
    return f' class="is-deep-{min(depth, DEEPEST)}"' if depth else ""


def steps(options: Iterable[Any], url_of: Callable[[str], str]) -> Markup:
    """Amounts of dollars as links, without those that would leave nothing."""
    return joined(
        [
            f"<li>{way(url_of(value), held)}${int(value):,}</a>{counted(count)}</li>"
            for value, _, count, held, _ in known(options)
            if count != 0 or held
        ]
    )


def way(url: str, held: bool) -> str:
    current = ' aria-current="true"' if held else ""
    return f'<a href="{escape(url)}"{current}>'
