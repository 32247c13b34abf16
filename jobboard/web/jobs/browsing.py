"""Every way into the jobs by kind: the landing pages of one choice, each with its number of jobs."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.codes import tree
from jobboard.domain.codes.codeset import CodeSet
from jobboard.extensions import db
from jobboard.search.index.engine import Index
from jobboard.search.landing.names import state_slug
from jobboard.search.landing.page import REMOTE, Landing
from jobboard.search.landing.ways import Ways
from jobboard.web.jobs.addresses import landing_path, whole
from jobboard.web.jobs.desk import desk
from jobboard.web.searching import index_now
from jobboard.web.strangers import alike_for_strangers

KINDS = {"specialty": "By specialty", "state": "By the state you live in", "credential": "By credential"}


@desk.get("/jobs/browse")
@alike_for_strangers
def browse() -> ResponseReturnValue:
    index, canonical = index_now(), whole(url_for(".browse"))
    found = kinds(index) if index else {"lists": [], "remote": 0, "jobs": 0}
    return render_template("jobs/browse.html", **found, counted=index is not None, canonical=canonical)


def kinds(index: Index) -> dict[str, Any]:
    """The lists of the page; of families the sections, whose pages lead further down."""
    with index.lock:
        ways = Ways(index, clock.now())
        lists = [(title, entries(ways, kind)) for kind, title in KINDS.items()]
        lists.append(("By code family", sections(ways)))
        remote = len(ways.holding(REMOTE)) if ways.is_one(REMOTE) else 0
    return {
        "lists": [(title, found) for title, found in lists if found],
        "remote": remote,
        "remote_url": landing_path(REMOTE),
        "jobs": len(ways.listed),
    }


def entries(ways: Ways, kind: str) -> list[dict[str, Any]]:
    """By name: people look for their own."""
    found = [(ways.label(kind, value), value, count) for value, count in ways.others(Landing(), kind).items()]
    return [
        {"label": label, "url": landing_path(Landing(**{kind: value}), state(kind, label)), "count": count}
        for label, value, count in sorted(found)
    ]


def state(kind: str, label: str) -> str:
    return state_slug(label) if kind == "state" else ""


def sections(ways: Ways) -> list[dict[str, Any]]:
    counts = ways.others(Landing(), "family")
    tops = [one for code_set in CodeSet for one in tree.down_to(db.session, code_set, 0)]
    return [
        {
            "label": f"{one.set_label}: {one.label}",
            "url": landing_path(Landing(family=one.slug)),
            "count": counts[one.slug],
        }
        for one in tops
        if one.slug in counts
    ]
