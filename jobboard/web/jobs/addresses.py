"""The addresses of public things: paths for links, whole addresses for search engines and feeds."""

import re
import unicodedata

from flask import current_app, url_for

from jobboard.search.landing.page import Landing

LONGEST_SLUG = 60


def slug_of(title: str) -> str:
    """'Profee coder, E/M' -> 'profee-coder-e-m'; 'job' when nothing is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-") or "job"


def posting_path(id: str, title: str) -> str:
    return url_for("jobs.posting", id=id, slug=slug_of(title))


def landing_path(landing: Landing, state: str = "") -> str:
    """`/jobs/specialty/cardiology/from/texas`. `state`: the name in the address of the state that the page is about."""
    choices = {kind: getattr(landing, kind) for kind in landing.kinds}
    return url_for("jobs.landing", **(choices | ({"state": state} if state else {})))


def whole(path: str) -> str:
    """The address search engines and mail keep: built on SITE_URL, never on the Host that was asked."""
    return f"{current_app.config['SITE_URL']}{path}"
