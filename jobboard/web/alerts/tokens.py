"""What the token of an address stands for: a saved search, for the one purpose it was signed for."""

from flask import render_template
from flask.typing import ResponseReturnValue

from jobboard.domain.searches import finding
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.extensions import db
from jobboard.web.alerts import links
from jobboard.web.alerts.desk import desk


class Over(Exception):
    """The link does not work, or no longer. `account`: whoever holds it has one."""

    def __init__(self, *, account: bool = False) -> None:
        self.account = account


@desk.errorhandler(Over)
def over(link: Over) -> ResponseReturnValue:
    return render_template("alerts/over.html", account=link.account), 410


def search_of(token: str, purpose: str, *, lock: bool = False) -> SavedSearch | None:
    """The search a token of that purpose names, None when it is gone. Raises Over when the token is not ours."""
    if not links.is_ours(token, purpose):
        raise Over
    return finding.by_id(db.session, links.named_in(token), lock=lock)
