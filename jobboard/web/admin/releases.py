"""Which releases of the dataset are loaded, and what each changed: codes, values, families, the postings that name them."""

from collections.abc import Sequence
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from jobboard import clock
from jobboard.domain.codes.code import Release
from jobboard.domain.codes.revisions import Revisions, codes_of, listed, revisions
from jobboard.domain.errors import NotThere
from jobboard.domain.postings.outdated import Outdated, naming
from jobboard.extensions import db
from jobboard.web.admin.desk import desk
from jobboard.web.codes.addresses import code_path
from jobboard.web.codes.loaded import Loaded, loaded
from jobboard.web.jobs.paging import paged

LINES = 100
LISTS = ("postings", "added", "deleted", "revised", "values", "families")


@desk.get("/releases")
def releases() -> ResponseReturnValue:
    return render_template("admin/releases.html", parts=loaded(db.session), changes=changes_url)


@desk.get("/releases/changes")
def changes() -> ResponseReturnValue:
    old, new = two_releases(db.session, request.args.get("old", type=int), request.args.get("new", type=int))
    found = revisions(db.session, old, new)
    postings = naming(db.session, clock.now(), codes_of(found.deleted), found.emptied)
    return render_template(
        "admin/changes.html", old=old, new=new, code_path=code_path, **shown(found, postings)
    )


def changes_url(part: Loaded, place: int) -> str | None:
    """Where a release of a part is compared with the next older one; None for the oldest."""
    older = part.releases[place + 1 : place + 2]
    return url_for(".changes", old=older[0].id, new=part.releases[place].id) if older else None


def two_releases(session: Session, old: int | None, new: int | None) -> tuple[Release, Release]:
    """Two different releases of one part. Raises NotThere."""
    known = {release.id: release for release in listed(session)}
    before, after = known.get(old or 0), known.get(new or 0)
    if before is None or after is None or before is after or before.part != after.part:
        raise NotThere
    return before, after


def shown(found: Revisions, postings: Sequence[Outdated]) -> dict[str, Any]:
    """One page of the list that was asked for, and how long each of them is."""
    lists: dict[str, Sequence[Any]] = {
        "postings": postings,
        "added": found.added,
        "deleted": found.deleted,
        "revised": found.reworded,
        "values": found.values,
        "families": found.families,
    }
    asked = request.args.get("list", "")
    which = asked if asked in LISTS else next((name for name in LISTS if lists[name]), LISTS[0])
    pages = max(1, -(-len(lists[which]) // LINES))
    page = min(max(request.args.get("page", 1, type=int), 1), pages)
    return {
        "which": which,
        "rows": lists[which][(page - 1) * LINES : page * LINES],
        "lists": [tab(found, name, len(lists[name]), which) for name in LISTS],
        "pages": paged(page, pages, lambda number: list_url(found, which, number)),
    }


def tab(found: Revisions, name: str, count: int, which: str) -> dict[str, Any]:
    words = {"postings": "Live postings", "values": "Values changed", "families": "Families touched"}
    return {
        "label": words.get(name, name.capitalize()),
        "url": list_url(found, name, 1),
        "count": count,
        "current": name == which,
    }


def list_url(found: Revisions, name: str, page: int) -> str:
    return url_for(".changes", old=found.old.id, new=found.new.id, list=name, page=page if page > 1 else None)
