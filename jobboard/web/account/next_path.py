"""Where to go after logging in: only a path of this site, by the rules browsers read addresses by."""

import re

from flask import request, url_for

from jobboard.domain.accounts.user import User

LONGEST = 2000


def safe_path(wanted: str | None) -> str | None:
    """`wanted` if a browser would stay on this site with it, else None.

    Browsers drop tabs and line ends, read a backslash as a slash, and take two slashes for another host.
    """
    if not wanted or len(wanted) > LONGEST or not wanted.startswith("/"):
        return None
    if re.search(r"[\x00-\x20\x7f\\]", wanted) or wanted.startswith("//"):
        return None
    return wanted


def wanted_path() -> str | None:
    return safe_path(request.values.get("next"))


def next_path(otherwise: str) -> str:
    return wanted_path() or otherwise


def home_of(person: User) -> str:
    """Each to their desk."""
    if person.is_moderator:
        return url_for("moderation.queue")
    if person.is_admin:
        return url_for("admin.decisions")
    return url_for("employers.index") if person.current_seats else url_for("jobs.home")
