"""Credentials: every one that was confirmed, by its owner, and a page for each: what it is for and which jobs ask for it."""

from collections.abc import Sequence
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.codes.credential import Credential, Level
from jobboard.domain.codes.naming import credential_by_slug, credentials_shown, specialties_of
from jobboard.domain.errors import NotThere
from jobboard.domain.postings.terms import CredentialNeed
from jobboard.extensions import db
from jobboard.search.landing.page import Landing
from jobboard.search.overview import Count
from jobboard.web.codes.addresses import credential_path, specialty_path
from jobboard.web.codes.desk import desk
from jobboard.web.codes.jobs import jobs_of
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.breadcrumbs import breadcrumbs
from jobboard.web.searching import sums_now

MOST = 8
LEVELS = {
    Level.APPRENTICE: "An apprentice credential: the holder passed the examination and still builds up experience.",
    Level.ENTRY: "An entry-level credential.",
    Level.CORE: "A core credential: it covers its field in general, not one specialty.",
    Level.SPECIALTY: "A specialty credential: it goes with one field of work.",
}
NEEDS = {
    CredentialNeed.REQUIRED: "require it, alone or as one of several",
    CredentialNeed.PREFERRED: "prefer it",
    CredentialNeed.OBTAIN: "ask for it some time after hiring",
}


@desk.get("/credentials")
def credentials() -> ResponseReturnValue:
    owners = credentials_shown(db.session)
    words = {"canonical": whole(url_for(".credentials")), "credential_path": credential_path}
    return render_template("codes/credentials.html", owners=owners, **words)


@desk.get("/credentials/<slug>")
def credential(slug: str) -> ResponseReturnValue:
    found = credential_by_slug(db.session, slug)
    if found is None:
        raise NotThere
    return render_template("codes/credential.html", **page(found))


def page(found: Credential) -> dict[str, Any]:
    now, canonical = clock.now(), whole(credential_path(found))
    crumbs = [("Credentials", url_for(".credentials"))]
    return {
        "credential": found,
        "level": LEVELS[found.level],
        "specialties": specialties_of(db.session, found),
        "jobs": jobs_of(sums_now().asking(found, now), Landing(credential=found.slug)),
        "needs": needs(found),
        "instead": ways(sums_now().taken_instead(found, now, MOST), "codes.credential"),
        "asking": ways(sums_now().specialties_asking(found, now, MOST), "codes.specialty"),
        "crumbs": crumbs,
        "canonical": canonical,
        "markup": breadcrumbs(crumbs, found.abbreviation, canonical),
        "specialty_path": specialty_path,
    }


def needs(found: Credential) -> list[tuple[str, str]]:
    """How many jobs ask for it in each way; a job that asks in two ways counts in both."""
    now = clock.now()
    counts = {need: sums_now().asking(found, now, [need], limit=0).total for need in NEEDS}
    return [(f"{counts[need]:,}", words) for need, words in NEEDS.items() if counts[need]]


def ways(counts: Sequence[Count], endpoint: str) -> list[dict[str, Any]]:
    """Counts as `index_list` draws them."""
    return [{"label": one.name, "url": url_for(endpoint, slug=one.slug), "count": one.jobs} for one in counts]
