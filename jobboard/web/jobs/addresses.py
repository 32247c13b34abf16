"""The addresses of public things: paths for links, whole addresses for search engines and feeds."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from flask import current_app, url_for

from jobboard.search.landing.page import Landing

LONGEST_SLUG = 60


@lru_cache(maxsize=4096)
def slug_of(title: str) -> str:
    """'Profee coder, E/M' -> 'profee-coder-e-m'; 'job' when nothing is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-") or "job"


def posting_path(id: str, title: str) -> str:
    return shape("jobs.posting", "id", "slug").format(id=id, slug=slug_of(title))


def company_path(slug: str) -> str:
    return shape("jobs.company", "slug").format(slug=slug)


@lru_cache(maxsize=16)
def shape(endpoint: str, *names: str) -> str:
    """The path of a page with a place for each of its names, built once: for names that are written in an address as they are."""
    places: dict[str, Any] = {name: f"~{name}~" for name in names}
    path = url_for(endpoint, **places)
    return re.sub(r"~(\w+)~", r"{\1}", path)


def landing_path(landing: Landing, state: str = "") -> str:
    """`/jobs/specialty/cardiology/from/texas`. `state`: the name in the address of the state that the page is about."""
    choices = {kind: getattr(landing, kind) for kind in landing.kinds}
    return url_for("jobs.landing", **(choices | ({"state": state} if state else {})))


def whole(path: str) -> str:
    """The address search engines and mail keep: built on SITE_URL, never on the Host that was asked."""
    return f"{current_app.config['SITE_URL']}{path}"
