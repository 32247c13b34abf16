"""Coding specialties: the list with its open jobs, and a page for each: what it codes, who is near, what it pays."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.codes import sharing
from jobboard.domain.codes.finding import neighbours
from jobboard.domain.codes.finding import specialties as every_specialty
from jobboard.domain.codes.naming import credentials_for, specialty_by_slug
from jobboard.domain.codes.releases import current
from jobboard.domain.codes.sharing import Part
from jobboard.domain.codes.specialty import Kind, Specialty
from jobboard.domain.errors import NotThere
from jobboard.extensions import db
from jobboard.search.landing.page import Landing
from jobboard.web.codes.addresses import credential_path, family_path, specialty_path
from jobboard.web.codes.credentials import MOST, ways
from jobboard.web.codes.desk import desk
from jobboard.web.codes.frame import Bar
from jobboard.web.codes.jobs import jobs_of
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.breadcrumbs import breadcrumbs
from jobboard.web.searching import sums_now

MOST_FAMILIES = 12
MOSTLY = 0.5
MOST_LED = 24
LEAST_WEIGHT = 0.005
ALIKE = 0.25
MOST_NEAR = 8
KINDS = {
    Kind.MEDICINE: "Fields of medicine",
    Kind.SETTING: "Settings with rules of their own",
    Kind.WORK: "Kinds of work",
}


@desk.get("/specialties")
def specialties() -> ResponseReturnValue:
    counts = {row.slug: row.jobs for row in sums_now().specialties(clock.now())}
    groups = [(words, [entry(one, counts) for one in every_specialty(db.session) if one.kind is kind])
              for kind, words in KINDS.items()]  # fmt: skip
    return render_template("codes/specialties.html", groups=groups, canonical=whole(url_for(".specialties")))


def entry(one: Specialty, counts: dict[str, int]) -> dict[str, Any]:
    return {"label": one.name, "url": specialty_path(one), "count": counts.get(one.slug, 0)}


@desk.get("/specialties/<slug>")
def specialty(slug: str) -> ResponseReturnValue:
    found = specialty_by_slug(db.session, slug)
    if found is None:
        raise NotThere
    return render_template("codes/specialty.html", **page(found))


def page(found: Specialty) -> dict[str, Any]:
    now, canonical = clock.now(), whole(specialty_path(found))
    crumbs = [("Specialties", url_for(".specialties"))]
    weighed = sharing.most_of(db.session, found, MOST_FAMILIES)
    return {
        "specialty": found,
        "synonyms": [name for name in found.synonyms.split("; ") if name],
        "mix": [bar(part) for part in weighed if part.share.weight >= LEAST_WEIGHT],
        "led": [part for part in sharing.led_by(db.session, found, MOSTLY, MOST_LED) if part not in weighed],
        "by_hand": sharing.given_by_hand(db.session, found, MOST_FAMILIES),
        "neighbours": near(found),
        "credentials": credentials_for(db.session, found),
        "asked": ways(sums_now().credentials_in(found, now, MOST), "codes.credential"),
        "jobs": jobs_of(sums_now().of_specialty(found, now), Landing(specialty=found.slug)),
        "release": current(db.session, "shares"),
        "crumbs": crumbs,
        "canonical": canonical,
        "markup": breadcrumbs(crumbs, found.name, canonical),
        "family_path": family_path,
        "specialty_path": specialty_path,
        "credential_path": credential_path,
    }


def near(found: Specialty) -> list[Specialty]:
    alike = [one for one, likeness in neighbours(db.session, found) if likeness >= ALIKE]
    return alike[:MOST_NEAR]


def bar(part: Part) -> Bar:
    percent = round(part.share.weight * 100, 1)
    said = f"{percent:.0f}%" if percent >= 1 else "<1%"
    return Bar(part.family.label, family_path(part.family), percent, said)
