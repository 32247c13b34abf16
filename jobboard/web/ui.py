"""What every template may use: who is here, what they may do, and how moments and money are said."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import nh3
from flask import Flask, current_app
from markdown_it import MarkdownIt
from markupsafe import Markup

from jobboard import clock
from jobboard.domain.permissions import may
from jobboard.domain.postings import pay
from jobboard.web import charts
from jobboard.web.door import someone
from jobboard.web.facets import furnish_facets
from jobboard.web.navigation import address, frame_links
from jobboard.web.pieces import small_icon
from jobboard.web.posting_card import furnish_cards

MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False}).disable(["image"])
TAGS = {"p", "br", "hr", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "code", "pre", "a", "table",
        "thead", "tbody", "tr", "th", "td"}  # fmt: skip


def furnish(app: Flask) -> None:
    app.jinja_env.filters |= {
        "markdown": markdown, "day": day, "moment": moment, "money": pay.money, "percent": percent, "ago": ago,
    }  # fmt: skip
    app.jinja_env.globals |= {
        "address": address,
        "allowed": allowed,
        "charts": charts,
        "can_now": can_now,
        "now": lambda: clock.now(),
        "frame_links": frame_links,
        "small_icon": small_icon,
        "static_files": app.static_url_path,
    }
    furnish_facets(app)
    furnish_cards(app)
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
