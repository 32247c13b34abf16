"""The tree of families: every set with its sections, and each set's own page one level further down."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.domain.codes import tree
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import sizes
from jobboard.domain.codes.releases import current
from jobboard.extensions import db
from jobboard.web.codes.addresses import family_path, set_path
from jobboard.web.codes.code import set_called
from jobboard.web.codes.desk import desk
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.breadcrumbs import breadcrumbs

# What each set is for, in our own words.
ABOUT = {
    CodeSet.CPT: "What physicians and other practitioners do: visits, surgery, imaging, laboratory work, medicine.",
    CodeSet.HCPCS: "What CPT leaves out: drugs, supplies, equipment, ambulance, and services Medicare named itself.",
    CodeSet.ICD10CM: "Why care was given: diseases, injuries, symptoms, and reasons for coming, on every kind of claim.",
    CodeSet.ICD10PCS: "What was done during a hospital stay: seven characters, each with a meaning of its own.",
    CodeSet.MSDRG: "What Medicare pays a hospital for a stay: one group for each, from its diagnoses and procedures.",
    CodeSet.HCC: "Which diagnoses raise a health plan's payment for a member: the risk categories of CMS-HCC V28.",
}


class Branch(NamedTuple):
    """A section and the families right inside it."""

    family: Family
    families: Sequence[Family]


@desk.get("/codes/families")
def families() -> ResponseReturnValue:
    found = [
        (size, ABOUT[size.code_set], tree.down_to(db.session, size.code_set, 0)) for size in sizes(db.session)
    ]
    canonical = whole(url_for(".families"))
    return render_template("codes/families.html", sets=found, canonical=canonical, **paths())


@desk.get("/codes/<code_set>")
def families_of(code_set: str) -> ResponseReturnValue:
    meant = set_called(code_set)
    if request.path != set_path(meant):
        return redirect(set_path(meant), 301)
    return render_template("codes/families_of.html", **page(meant), **paths())


def page(code_set: CodeSet) -> dict[str, Any]:
    """The two upper levels of a set, as sections with what is right inside them."""
    canonical = whole(set_path(code_set))
    crumbs = [("Codes", url_for(".index"))]
    size = next(size for size in sizes(db.session) if size.code_set is code_set)
    return {
        "code_set": code_set,
        "about": ABOUT[code_set],
        "size": size,
        "branches": branches(code_set),
        "counts": tree.codes_within(db.session, code_set),
        "release": current(db.session, code_set.value),
        "crumbs": crumbs,
        "canonical": canonical,
        "markup": breadcrumbs(crumbs, code_set.label, canonical),
    }


def branches(code_set: CodeSet) -> list[Branch]:
    inside: dict[int | None, list[Family]] = {}
    for one in tree.down_to(db.session, code_set, 1):
        inside.setdefault(one.parent_id, []).append(one)
    return [Branch(section, inside.get(section.id, ())) for section in inside.get(None, [])]


def paths() -> dict[str, Any]:
    return {"family_path": family_path, "set_path": set_path}
