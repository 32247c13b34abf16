"""Saved searches as the real verbs make them, saying only what the test is about."""

from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from jobboard import clock
from jobboard.domain.accounts.user import User
from jobboard.domain.searches import finding
from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.mornings import EASTERN
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.searches.saving import ask_to_confirm, save
from jobboard.domain.searches.wish import Wish
from jobboard.web.alerts import links


def a_wish(rhythm: str = "instant", **words: Any) -> Wish:
    said = {"name": "Remote work", "asked": "work=remote", "said": "Remote", "zone": EASTERN} | words
    return Wish(rhythm=Rhythm(rhythm), **said)


def a_saved_search(session: Session, owner: User, rhythm: str = "instant", **words: Any) -> SavedSearch:
    """A search `owner` keeps, as if saved now."""
    change = finding.news(session, clock.now()).change
    kept, line = save(a_wish(rhythm, **words), by=owner, at=clock.now(), held=0, change=change)
    session.add_all([kept, line])
    session.commit()
    return kept


def a_guests_search(
    session: Session, address: str = "guest@example.com", confirmed: bool = True, **words: Any
) -> SavedSearch:
    """A search somebody without an account asked letters for."""
    kept, line = ask_to_confirm(a_wish(**words), address, at=clock.now())
    session.add_all([kept, line])
    if confirmed:
        change = finding.news(session, clock.now()).change
        session.add(kept.confirm(at=clock.now(), change=change))
    session.commit()
    return kept


def path_to(app: Flask, purpose: str, id: str, *bound: str) -> str:
    """The way to the page behind a link that letters carry."""
    with app.app_context():
        token = links.token(purpose, id, *bound)
    return {
        links.CONFIRM: "/alerts/confirmation/",
        links.STOP: "/alerts/stop/",
        links.MANAGE: "/alerts/kept/",
    }[purpose] + token
