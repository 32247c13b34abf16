"""What the token of an address stands for: a saved search, for the one purpose it was signed for."""

from flask import render_template
from flask.typing import ResponseReturnValue

from jobboard.domain.searches import finding
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.extensions import db
from jobboard.web.alerts import links


def search_of(token: str, purpose: str, *, lock: bool = False) -> SavedSearch | None:
    """The search a token of that purpose names; None when the token is not ours or the search is gone."""
    if not links.is_ours(token, purpose):
        return None
    return finding.by_id(db.session, links.named_in(token), lock=lock)


def over(*, account: bool = False) -> ResponseReturnValue:
    """The page of a link that no longer works; `account`: whoever holds it has one."""
    return render_template("alerts/over.html", account=account), 410
