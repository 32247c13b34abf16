"""Letters about saved searches: what is new for one, and the links that confirm an address. Who has no use for one gets none."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from jobboard import clock
from jobboard.domain.accounts import finding as accounts
from jobboard.domain.diary import Event
from jobboard.domain.searches import finding
from jobboard.domain.searches.lifecycle import State
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.mail.found_jobs import job_lines
from jobboard.mail.letter import Letter, Mailbox
from jobboard.mail.links import site_link
from jobboard.mail.paragraphs import line
from jobboard.mail.writing import write
from jobboard.search.keeping import query_of
from jobboard.search.reading import understand
from jobboard.web.alerts import links
from jobboard.web.jobs.matched import one_code

MOST_JOBS = 20
# Words of a stranger that a mail program might turn into a link stand in no letter to somebody who asked for none.
LINKISH = re.compile(r"[^\s.]\.[^\s.\d]|://|@|www", re.IGNORECASE)
LONGEST_QUOTED = 120


def ask_to_confirm(session: Session, event: Event) -> list[Letter]:
    """To an address somebody typed: its owner says yes by a button on the page behind the link, or does nothing."""
    search = of(session, event)
    if search is None or search.state != State.WAITING or search.address is None:
        return []
    url, said = links.confirmation_link(search.id), harmless(search.said)
    return [write(event, Mailbox("", search.address), url=url, said=said, rhythm=search.rhythm.value)]


def match(session: Session, event: Event) -> list[Letter]:
    """What is new, without what is no longer listed; nothing when nothing is left or nobody wants it any more."""
    search = of(session, event)
    to = reader(session, search) if search and search.sends else None
    if search is None or to is None:
        return []
    sent = finding.sent_by(session, event.id, clock.now())
    if not sent:
        return []
    stop = links.stop_link(search.id)
    words: dict[str, Any] = {
        "jobs": job_lines(session, sent[:MOST_JOBS], clock.now()),
        "many": len(sent),
        "more": max(0, len(sent) - MOST_JOBS),
        "name": line(search.name),
        "code": one_code(understand(session, query_of(search.asked), clock.now().date())),
        "manage_url": site_link("searches.index") if search.owner_id else links.manage_link(search.id),
    }
    letter = write(event, to, url=results_link(search), stop_url=stop, **words)
    return [replace(letter, headers=one_click(stop))]


def ask_for_address(session: Session, event: Event) -> list[Letter]:
    """To a person whose mail came back: the link that says it works again."""
    user = accounts.by_id(session, event.user_id or "")
    refused = finding.suppressed(session, user.email) if user and user.active else None
    if user is None or refused is None:
        return []
    return [write(event, user, url=links.address_link(user, refused))]


def of(session: Session, event: Event) -> SavedSearch | None:
    """The search the line speaks of; None once it is deleted."""
    return finding.by_id(session, str(event.data["saved_search"]))


def reader(session: Session, search: SavedSearch) -> Mailbox | None:
    """Who reads its letters; None when the account is shut or the mailbox took no letters."""
    owner = search.owner
    if owner is not None:
        found = Mailbox(owner.name, owner.email) if owner.active and owner.confirmed_at else None
    else:
        found = Mailbox("", search.address or "")
    return found if found and finding.suppressed(session, found.email) is None else None


def results_link(search: SavedSearch) -> str:
    return f"{site_link('jobs.results')}?{search.asked}"


def one_click(stop: str) -> Mapping[str, str]:
    """RFC 8058: a mail program may stop the letters by a POST to this address, with no page in between."""
    return {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def harmless(said: str) -> str:
    """The search in words, unless they could be somebody's advertisement."""
    words = line(said)
    return "" if LINKISH.search(words) else words[:LONGEST_QUOTED]


LETTERS = {
    ("saved_search", "ask_to_confirm"): ask_to_confirm,
    ("saved_search", "match"): match,
    ("saved_search", "ask_for_address"): ask_for_address,
}
# What people do with their own searches and see at once.
SILENT = frozenset(
    ("saved_search", verb) for verb in ("save", "confirm", "edit", "stop", "resume", "delete", "lift")
)
