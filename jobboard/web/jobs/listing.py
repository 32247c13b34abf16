"""Cards as the page draws them: the facts of `search.cards` in the words of `phrases`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from flask import current_app
from markupsafe import Markup

from jobboard import clock
from jobboard.domain.postings.terms import Apprentices, EmploymentType, WorkModel
from jobboard.extensions import db
from jobboard.search import cards as found
from jobboard.search.card_parts import Group, Setting
from jobboard.search.cards import Card
from jobboard.web.door import someone
from jobboard.web.jobs import phrases
from jobboard.web.jobs.addresses import company_path, posting_path
from jobboard.web.kept import CARDS, Kept, standings_of, templates_stay
from jobboard.web.posting_card import card_of

Shown = dict[str, Any]
NOTHING: Mapping[str, Card] = {}


def drawn(
    ids: Sequence[str],
    reasons: Mapping[str, Sequence[str]],
    code: str = "",
    code_url: str | None = None,
    by_code: bool = False,
) -> list[Markup]:
    """The cards of a page as HTML, for whoever looks. One that bears no mark of theirs is drawn once for everybody, and
    again when the posting, its employer, the names on it or the reason is another."""
    kept: Kept[Markup] = current_app.extensions[CARDS]
    stand, facts = standings_of(ids)
    keys = {id: (stand[id], tuple(reasons.get(id, ())), code, code_url, by_code) for id in ids if id in stand}
    marks = marks_of(list(keys))
    same = [id for id in keys if id not in marks] if templates_stay(current_app) else []
    html = dict(zip(same, kept.find_all([keys[id] for id in same]), strict=True))
    missing = [id for id in keys if html.get(id) is None]
    for card in shown(missing, reasons, code, code_url, by_code, facts, marks) if missing else ():
        html[card["id"]] = fresh = draw(card)
        if not card["marks"]:
            kept.put(keys[card["id"]], fresh, len(fresh))
    return [fragment for id in keys if (fragment := html.get(id)) is not None]


def draw(card: Shown) -> Markup:
    return card_of(card, level=3)


def marks_of(ids: Sequence[str]) -> dict[str, datetime]:
    """Posting id -> when the coder who looks applied to it."""
    person = someone()
    return found.applied(db.session, person.id, ids) if person and person.is_coder else {}


def shown(
    ids: Sequence[str],
    reasons: Mapping[str, Sequence[str]] | None = None,
    code: str = "",
    code_url: str | None = None,
    by_code: bool = False,
    known: Mapping[str, Card] = NOTHING,
    marks: Mapping[str, datetime] | None = None,
) -> list[Shown]:
    """The cards of a page, with the marks of the coder who looks. `code`: the one that found them, and its page; `by_code`: the
    first reason is that of one or more codes. `known`, `marks`: what was looked up already."""
    marks = marks_of(ids) if marks is None else marks
    unknown = [id for id in ids if id not in known]
    read = {card.id: card for card in found.cards(db.session, unknown, clock.now())} if unknown else {}
    cards = [card for id in ids if (card := known.get(id) or read.get(id)) is not None]
    why, page = reasons or {}, {"reason_url": code_url}
    split = 1 if code or by_code else 0
    return [
        shown_card(card, why.get(card.id, ())[:split], code, marks.get(card.id))
        | page
        | {"words": "; ".join(why.get(card.id, ())[split:])}
        for card in cards
    ]


def shown_card(card: Card, reasons: Sequence[str], code: str, applied_at: datetime | None) -> Shown:
    zone = ZoneInfo(card.timezone)
    first, confirmed = (at.astimezone(zone).date() for at in (card.first_published_at, card.confirmed_at))
    return {
        "id": card.id,
        "url": posting_path(card.id, card.title),
        "title": card.title,
        "employer_name": card.employer_name,
        "employer_url": company_path(card.employer_slug),
        "employer_badge": "Verified" if card.employer_verified else None,
        "pay_text": phrases.figures(card.pay_min, card.pay_max),
        "pay_unit": card.pay_unit.label,
        "pay_note": phrases.pay_note(card.pay_min, card.pay_max, card.pay_unit),
        "facts": facts(card),
        "reason": "; ".join(beside_code(reason, code) for reason in reasons),
        "reason_code": code if reasons else "",
        "published": card.first_published_at,
        "changed": max(card.first_published_at, card.confirmed_at),
        "first_published": first,
        "confirmed": confirmed if confirmed != first else None,
        "marks": [f"Applied {applied_at:%b %-d}"] if applied_at else [],
    }


def beside_code(reason: str, code: str) -> str:
    """The reason as it reads after the code on its chip."""
    if not code:
        return reason
    return reason.replace(f"covers {code}: ", "covered by ", 1).replace(
        f"mentions {code} in", "mentioned in", 1
    )


def facts(card: Card) -> list[tuple[str, str]]:
    """One line: where, setting, credential, apprentices, and the type when it is not plainly full time."""
    rows = [
        ("laptop" if card.work_model == WorkModel.REMOTE else "map-pin", where(card)),
        ("hospital", setting(tuple(card.settings))),
        ("badge-check", credentials(tuple(card.groups))),
    ]
    if card.apprentices != Apprentices.NO:
        rows.append(("graduation-cap", "Apprentices welcome"))
    if list(card.types) != [EmploymentType.FULL_TIME]:
        rows.append(("clock", phrases.listing((kind.label for kind in card.types), "or")))
    return [(icon, text) for icon, text in rows if text]


def where(card: Card) -> str:
    places = [f"{city}, {state}" for city, state in card.places]
    return phrases.workplace(card.work_model, card.hybrid_days, card.all_states, card.states, places)


@phrases.REPEATED
def setting(cells: tuple[Setting, ...]) -> str:
    return phrases.settings_short(cells)


@phrases.REPEATED
def credentials(rows: tuple[Group, ...]) -> str:
    gathered: list[phrases.Group] = []
    for _, group in groupby(rows, key=lambda row: row[0]):
        members = list(group)
        gathered.append((members[0][1], members[0][2], [row[3] for row in members]))
    return phrases.credentials(gathered) if gathered else "No credential required"
