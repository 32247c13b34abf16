"""How the reader of a posting may apply to it: which button, and what is said beside it."""

from typing import NamedTuple
from urllib.parse import urlsplit

from flask import url_for

from jobboard.domain.applications.application import Application
from jobboard.domain.applications.lifecycle import Stage
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import ApplyHow
from jobboard.web.door import someone


class Way(NamedTuple):
    """`url` and `label` of the button, if any, and a sentence; `host` is set when it leads elsewhere."""

    url: str | None
    label: str
    note: str
    host: str | None = None
    tone: str = "primary"


def way_to_apply(posting: Posting, edition: Edition, earlier: Application | None) -> Way | None:
    """None for those who have no business applying (a member, a moderator)."""
    person = someone()
    if person and not person.is_coder:
        return None
    if earlier is not None:
        url = url_for("applicants.show", id=earlier.id)
        return Way(url, "See your application", standing(earlier), tone="secondary")
    if edition.apply_how == ApplyHow.LINK and edition.apply_url:
        host = urlsplit(edition.apply_url).hostname or ""
        return Way(
            edition.apply_url, f"Apply at {host}", "This employer takes applications on its own site.", host
        )
    url = url_for("applicants.apply", id=posting.id)
    note = f"Your resume goes to {posting.employer.name} only."
    return Way(url, "Apply for this job", note if person else f"{note} You log in or sign up first.")


def standing(earlier: Application) -> str:
    sent = f"You applied on {earlier.sent_at:%B %-d, %Y}."
    if earlier.stage == Stage.SENT:
        return f"{sent} It has not been opened yet."
    return f"{sent} It now stands at “{earlier.stage.label}”."
