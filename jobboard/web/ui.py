"""What every template may use: who is here, what they may do, and how moments and money are said."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import nh3
from flask import Flask, current_app
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from jobboard import clock
from jobboard.domain.permissions import may
from jobboard.domain.postings import pay
from jobboard.web import charts
from jobboard.web.door import someone
from jobboard.web.navigation import site_nav

MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False}).disable(["image"])
TAGS = {"p", "br", "hr", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "code", "pre", "a", "table",
        "thead", "tbody", "tr", "th", "td"}  # fmt: skip


def furnish(app: Flask) -> None:
    app.jinja_env.filters |= {
        "markdown": markdown, "day": day, "moment": moment, "money": pay.money, "percent": percent, "ago": ago,
    }  # fmt: skip
    app.jinja_env.globals |= {
        "allowed": allowed,
        "charts": charts,
        "can_now": can_now,
        "now": lambda: clock.now(),
        "site_nav": site_nav,
        "icons_file": f"{app.static_url_path}/icons.svg",
        "ticks": ticks,
    }
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(surroundings)


def surroundings() -> dict[str, Any]:
    names = (
        "SITE_NAME",
        "SITE_URL",
        "CONTACT_EMAIL",
        "POSTAL_ADDRESS",
        "DEVELOPMENT",
        "CPT_DESCRIPTORS_FILE",
    )
    return {"me": someone()} | {name.lower(): current_app.config[name] for name in names}


def allowed(act: str, thing: object) -> bool:
    """Whether the person here may do `act` to `thing` at all."""
    return may(someone(), act, thing, clock.now())


def can_now(act: str, thing: Any) -> bool:
    """Whether to draw the button: the person may, and the state of the thing allows it."""
    return allowed(act, thing) and thing.allows(act)


def markdown(text: str | None) -> Markup:
    """People's Markdown as safe HTML. Headings begin below the page's own; links carry no endorsement."""
    rendered = MARKDOWN.render(text or "")
    for level in ("2", "1"):
        rendered = rendered.replace(f"<h{level}>", "<h3>").replace(f"</h{level}>", "</h3>")
    clean = nh3.clean(
        rendered,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="nofollow noopener ugc",
    )
    return Markup(clean)  # noqa: S704 - cleaned on the line above


def day(value: date | datetime | None, zone: str | None = None) -> str:
    """'May 3, 2026', in the given IANA zone for moments."""
    if value is None:
        return ""
    if isinstance(value, datetime) and zone:
        value = value.astimezone(ZoneInfo(zone))
    return f"{value:%B} {value.day}, {value.year}"


def moment(value: datetime | None, zone: str = "UTC") -> str:
    if value is None:
        return ""
    local = value.astimezone(ZoneInfo(zone))
    return f"{day(local)}, {local.hour % 12 or 12}:{local:%M %p %Z}"


def ago(value: datetime | None) -> str:
    """'today', 'yesterday', '5 days ago': how long since, in whole days."""
    if value is None:
        return ""
    days = (clock.now().date() - value.date()).days
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def percent(value: object) -> str:
    return f"{value}%"


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Escaped, and remembered: the names of choices are the same on every page."""
    return str(escape(text))


def as_option(option: Any) -> Any:
    """Choices may be given as dicts, where templates show off the components."""
    if isinstance(option, dict):
        return SimpleNamespace(**({"count": None, "checked": False} | option))
    return option


TICK = """<div class="choice choice-facet">
  <input type="checkbox" name="{name}" value="{value}" id="{id}"{checked}>
  <label for="{id}">{label}</label>{count}
</div>
"""
COUNT = '<span class="facet-count" aria-label="{0} jobs">{0:,}</span>'


def ticks(
    name: str, key: str, options: Iterable[Any], more: int | None = None, folded: bool = False
) -> Markup:
    """The ticks of `facet`: the first `more` and those that hold, or (`folded`) all others. A page has hundreds of them, and
    a macro for each would take longer than everything else on it."""
    drawn = [
        TICK.format(
            name=plain(name),
            value=plain(option.value),
            id=plain(f"{key}-{option.value}"),
            checked=" checked" if option.checked else "",
            label=plain(option.label),
            count="" if option.count is None else COUNT.format(int(option.count)),
        )
        for place, option in enumerate(map(as_option, options))
        if bool(more and place >= more and not option.checked) is folded
    ]
    return Markup("".join(drawn))  # noqa: S704 - every part was escaped above
