"""The groups of filters as HTML: what the components `facet`, `facet_select`, `facet_tree` and `facet_pay` draw.

There are sixteen on a page. Around the choices of `choices.py`, which are drawn all at once, templates would take as long again.
"""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Flask
from markupsafe import Markup, escape

from jobboard.web.choices import branches, offers, one_holds, steps, ticks
from jobboard.web.pieces import joined, plain

Options = Sequence[Any]


def furnish_facets(app: Flask) -> None:
    drawers = ticked, listed, branched, paid
    app.jinja_env.globals |= {f"facet_{drawer.__name__}": drawer for drawer in drawers}


def ticked(
    name: str,
    legend: str,
    options: Options,
    more: int | None = None,
    group: str | None = None,
    whole: Any = None,
) -> Markup:
    """Of a long list the first `more` stand open, and what holds; or `whole` leads to all of it."""
    lines = [
        f'<fieldset class="facet"><legend>{plain(legend)}</legend>\n',
        f'<div class="ticks">{ticks(name, options, more)}</div>\n',
    ]
    if more and len(options) > more:
        folded = ticks(name, options, more, folded=True)
        lines += [
            f'<details class="facet-more" id="{plain(group or name)}-more"><summary>More</summary>',
            f'<div class="ticks">{folded}</div></details>\n',
        ]
    return joined([*lines, way_to(whole), "</fieldset>\n"])


def way_to(whole: Any) -> str:
    """The link to all of a list of which a part stands here; nothing when that is all."""
    if whole is None:
        return ""
    return f'<a class="facet-all" rel="nofollow" href="{escape(whole.url)}" data-more="{plain(whole.name)}">{plain(whole.label)}</a>\n'


def listed(
    name: str,
    legend: str,
    options: Options,
    any_label: str,
    other: str | None = None,
    carry: tuple[str, str] | None = None,
) -> Markup:
    own = other and not one_holds(options)
    held = f'<option value="{escape(other)}" selected>Your own: {escape(other)}</option>' if own else ""
    along = (
        f'<input type="hidden" name="{plain(carry[0])}" value="{escape(carry[1])}">' if own and carry else ""
    )
    field = plain(name)
    return joined(
        [
            f'<div class="facet facet-select"><label for="{field}">{plain(legend)}</label>\n',
            f'<select name="{field}" id="{field}"><option value="">{plain(any_label)}</option>{held}',
            f"{offers(options)}</select>{along}</div>\n",
        ]
    )


def branched(
    legend: str,
    options: Options,
    url_of: Callable[[str], str],
    none_url: str | None = None,
    whole: Any = None,
) -> Markup:
    freed = none_url and one_holds(options)
    back = f'<li><a href="{escape(none_url)}">All of them</a></li>\n' if freed else ""
    return joined(
        [
            f'<nav class="facet facet-tree" aria-label="{plain(legend)}">',
            f'<p class="small strong">{plain(legend)}</p>\n',
            f'<ul class="plain-list">{back}{branches(options, url_of)}</ul>{way_to(whole)}</nav>\n',
        ]
    )


def paid(legend: str, options: Options, value: str, unit: str, url_of: Callable[[str], str]) -> Markup:
    year = " selected" if unit == "year" else ""
    return joined(
        [
            f'<fieldset class="facet facet-pay"><legend>{plain(legend)}</legend>\n<div class="facet-row">\n',
            '<label class="visually-hidden" for="pay_min">At least, in dollars</label>',
            f'<input type="text" inputmode="decimal" name="pay_min" id="pay_min" value="{escape(value)}"',
            ' placeholder="$ or more" autocomplete="off">\n',
            '<label class="visually-hidden" for="pay_unit">An hour or a year</label>',
            '<select name="pay_unit" id="pay_unit"><option value="hour">an hour</option>',
            f'<option value="year"{year}>a year</option></select>\n</div>\n',
            f'<ul class="cluster facet-steps">{steps(options, url_of)}</ul></fieldset>\n',
        ]
    )
