"""A posting in a list as HTML: what the component `posting_card` draws, wherever it stands.

A page has twenty. As a template, each took longer than reading it from the database; here every line is put together once.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Flask
from markupsafe import Markup

from jobboard.web.pieces import dated, drawn, employer_badge, joined, plain

Shown = Mapping[str, Any]


def furnish_cards(app: Flask) -> None:
    app.jinja_env.globals["card_of"] = card_of


def card_of(card: Shown, level: int = 2, employer: bool = True) -> Markup:
    """`card` as the component says; every word of it is escaped where it is put in."""
    url, title = plain(card["url"]), plain(card["title"])
    mine = ' class="is-mine"' if card.get("reason") else ""
    begun = f'<li{mine}><article><div><h{level}><a href="{url}">{title}</a></h{level}>\n'
    parts = paid(card), facts(card.get("facts") or ()), why(card), dates(card)
    return joined([begun, whose(card) if employer else "", "</div>\n", *parts, "</article></li>\n"])


def whose(card: Shown) -> str:
    name, url = plain(card["employer_name"]), card.get("employer_url")
    named = f'<a href="{plain(url)}">{name}</a>' if url else name
    text = card.get("employer_badge")
    badge = f" {employer_badge(text, card.get('employer_reason'))}" if text else ""
    return f"<p>{named}{badge}</p>"


def paid(card: Shown) -> str:
    """As the component `pay` has it, in the card's own place."""
    note = f"<small>{plain(card['pay_note'])}</small>" if card.get("pay_note") else ""
    figure, unit = plain(card["pay_text"]), plain(card.get("pay_unit", ""))
    return f'<p class="pay"><b>{figure}</b> <span>{unit}</span>{note}</p>\n'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """One line of (icon, text)."""
    said = "".join([f'<li class="i-{icon}">{plain(text)}</li>' for icon, text in rows])
    return f'<ul class="card-facts">{said}</ul>\n' if said else ""


def why(card: Shown) -> str:
    """What found it: the code, then the words where they stand."""
    reason, code, words = card.get("reason"), card.get("reason_code"), card.get("words")
    chip = f"{drawn('code_chip', code, url=card.get('reason_url'), mine=True)} " if reason and code else ""
    covered = f'<p class="card-reason"><span>{chip}{plain(reason)}</span></p>\n' if reason else ""
    return covered + (facts([("search", words)]) if words else "")


def dates(card: Shown) -> str:
    first, confirmed = card.get("first_published"), card.get("confirmed")
    published = f"First published {dated(first)}" if first else ""
    still = f" · still open as of {dated(confirmed)}" if confirmed else ""
    marks = "".join(f" {drawn('badge', mark, 'plain', 'check')}" for mark in card.get("marks") or ())
    return f'<p class="card-dates">{published}{still}{marks}</p>'
