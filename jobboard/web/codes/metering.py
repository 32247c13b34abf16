"""The meter of detailed code pages: off unless a setting says how many a reader may open in a day.

A page opened again within the day is not counted again. A visitor's first page is always whole, so a search engine,
which keeps no cookie, reads what a visitor reads.
"""

import secrets
from typing import NamedTuple

from flask import current_app, session
from limits import RateLimitItemPerDay

from jobboard.extensions import limiter
from jobboard.web.door import someone

COOKIE = "reader"
SET = "CODE_VIEWS"


class Reading(NamedTuple):
    """How a reader stands with the meter: whether this page is shown whole, and how many more of `most` are left."""

    whole: bool
    left: int
    most: int
    member: bool


def read(page: str) -> Reading | None:
    """Count a page (`cpt/44314`) for whoever reads; None while the meter is off for them."""
    person = someone()
    most = int(current_app.config["CODE_VIEWS_MEMBER" if person else "CODE_VIEWS_GUEST"])
    if most == 0:
        return None
    reader = person.id if person else guest()
    day, once = RateLimitItemPerDay(most, namespace=SET), RateLimitItemPerDay(1, namespace=SET)
    counted = limiter.limiter
    seen_today = not counted.test(once, reader, page)
    whole = seen_today or counted.hit(day, reader)
    if whole and not seen_today:
        counted.hit(once, reader, page)
    return Reading(whole, counted.get_window_stats(day, reader).remaining, most, person is not None)


def guest() -> str:
    """The name in the visitor's cookie, given at the first counted page."""
    if COOKIE not in session:
        session[COOKIE] = secrets.token_urlsafe(12)
    return str(session[COOKIE])
