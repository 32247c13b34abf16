"""The page of a code family: what it is, its codes or the families inside it, who does the work, the jobs for it."""

from typing import Any

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.codes import contents, makeup, tree
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import family_by_slug
from jobboard.domain.codes.notes import notes_for
from jobboard.domain.codes.releases import current
from jobboard.domain.errors import NotThere
from jobboard.extensions import db
from jobboard.search.landing.page import Landing
from jobboard.search.parameters import DEEPEST_PAGE, number
from jobboard.web.codes.addresses import code_path, family_path, set_path
from jobboard.web.codes.along import who
from jobboard.web.codes.desk import desk
from jobboard.web.codes.jobs import jobs, jobs_of
from jobboard.web.codes.made_of import made_of
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.breadcrumbs import breadcrumbs
from jobboard.web.jobs.paging import paged
from jobboard.web.searching import sums_now

PAGE = 100
MOST_WIDER = 3


@desk.get("/codes/families/<slug>")
def family(slug: str) -> ResponseReturnValue:
    found = family_by_slug(db.session, slug)
    if found is None:
        raise NotThere
    if found.retired:
        return redirect(successor(found), 301)
    here = number(1, DEEPEST_PAGE, [request.args.get("page", "")]) or 1
    return render_template("codes/family.html", **page(found, here))


def successor(retired: Family) -> str:
    """A family that is no more leads to the nearest one above it that still is, else to its set."""
    for one in reversed(tree.above(db.session, retired)):
        if not one.retired:
            return family_path(one)
    return set_path(retired.code_set)


def page(found: Family, here: int) -> dict[str, Any]:
    """Everything templates/codes/family.html shows."""
    parents = tree.above(db.session, found)
    crumbs = [(found.code_set.label, set_path(found.code_set))]
    crumbs += [(one.label, family_path(one)) for one in parents]
    canonical = whole(family_path(found) + (f"?page={here}" if here > 1 else ""))
    made = made_of(db.session, found)
    return {
        "family": found,
        "crumbs": crumbs,
        "canonical": canonical,
        "markup": breadcrumbs(crumbs, found.label, canonical),
        "stays": makeup.stays(db.session, found) if found.code_set is CodeSet.ICD10CM else [],
        "notes": notes_for(db.session, found),
        "made": made,
        "values": current(db.session, made.part),
        "release": current(db.session, found.code_set.value),
        "beside": tree.beside(db.session, found),
        "family_path": family_path,
        "path_of": code_path,
        **(leaf(found, here) if found.leaf else inside(found)),
        **who(db.session, found),
        **work(found, parents),
    }


def leaf(found: Family, here: int) -> dict[str, Any]:
    """One page of its codes. Raises NotThere past the last."""
    codes = contents.size(db.session, found)
    pages = max(1, -(-codes // PAGE))
    if here > pages:
        raise NotThere
    diagnoses = found.code_set is CodeSet.ICD10CM
    entries = contents.entries(db.session, found, (here - 1) * PAGE, PAGE)
    return {
        "codes": codes,
        "entries": entries,
        "risk": contents.risk_of(db.session, [entry.code for entry in entries]) if diagnoses else {},
        "first": (here - 1) * PAGE + 1,
        "page": paged(
            here, pages, lambda number: family_path(found) + (f"?page={number}" if number > 1 else "")
        ),
    }


def inside(found: Family) -> dict[str, Any]:
    counts = tree.codes_within(db.session, found)
    return {"codes": counts[found.id], "children": tree.below(db.session, found), "counts": counts}


def work(found: Family, parents: list[Family]) -> dict[str, Any]:
    """The jobs tagged with it or with something inside it, or where there are none those tagged with a family above it."""
    now = clock.now()
    within = jobs_of(sums_now().within(found, now), Landing(family=found.slug))
    if within["total"] or not parents:
        return {"jobs": within, "wider": None}
    wider = sums_now().covering(parents[::-1], now, MOST_WIDER)
    return {"jobs": within, "wider": jobs(wider, family_path(parents[-1]))}
