"""The words of the trade, as admins keep them: which ways of saying search takes for the same."""

from math import ceil
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from jobboard import clock
from jobboard.domain.errors import Invalid, NotNow
from jobboard.domain.wording import finding
from jobboard.domain.wording import saying_group as groups
from jobboard.domain.wording.finding import Shown
from jobboard.domain.wording.saying_group import SayingGroup
from jobboard.extensions import db
from jobboard.search.alone import found_alone
from jobboard.web.admin.desk import desk
from jobboard.web.admin.synonym_form import SynonymForm, filled
from jobboard.web.door import find, me
from jobboard.web.jobs.paging import paged
from jobboard.web.searching import index_now
from jobboard.web.typed import one_line

A_PAGE = 50
LONGEST_LOOK = 60
LABELS = {Shown.IN_FORCE: "In force", Shown.DECIDED: "Changed here", Shown.RETIRED: "Retired"}
TAKEN_MEANWHILE = "Somebody gave one of these to another group a moment before you. Look again, then decide."


@desk.get("/synonyms")
def synonyms() -> ResponseReturnValue:
    asked = request.args.get("show", "")
    shown = Shown(asked) if asked in list(Shown) else Shown.IN_FORCE
    text = one_line(request.args.get("q"))[:LONGEST_LOOK]
    return render_template("admin/synonyms.html", **listing(shown, text, request.args.get("page", 1, int)))


@desk.get("/synonyms/new")
def new() -> ResponseReturnValue:
    return draw(SynonymForm(formdata=None))


@desk.post("/synonyms")
def add() -> ResponseReturnValue:
    form = SynonymForm()
    group = written(form, None) if form.validate() else None
    if group is None:
        return draw(form), 422
    db.session.commit()
    flash("Added. Search goes by it from now on.")
    return redirect(url_for(".synonym_group", id=group.id))


@desk.get("/synonyms/<id:id>")
def synonym_group(id: str) -> ResponseReturnValue:
    group = find(SayingGroup, id, to="see")
    return draw(filled(group), group)


@desk.post("/synonyms/<id:id>")
def change(id: str) -> ResponseReturnValue:
    group, form = find(SayingGroup, id, to="change"), SynonymForm()
    if form.seen.data != str(group.version):
        return overtaken(form, group), 409
    if not form.validate() or written(form, group) is None:
        return draw(form, find(SayingGroup, id, to="see")), 422
    db.session.commit()
    flash("Saved. Search goes by it from now on.")
    return redirect(url_for(".synonym_group", id=id))


@desk.post("/synonyms/<id:id>/retirement")
def retire(id: str) -> ResponseReturnValue:
    group = find(SayingGroup, id, to="retire")
    db.session.add(group.retire(by=me(), at=clock.now()))
    db.session.commit()
    flash("Retired. Search does not look at this group any more.", "wait")
    return redirect(url_for(".synonym_group", id=id))


@desk.post("/synonyms/<id:id>/restoration")
def restore(id: str) -> ResponseReturnValue:
    group = find(SayingGroup, id, to="restore")
    taken = finding.taken(db.session, group.says, but=id)
    db.session.add(group.restore(taken, by=me(), at=clock.now()))
    if not settled():
        raise NotNow(TAKEN_MEANWHILE)
    db.session.commit()
    flash("The group is in force again.")
    return redirect(url_for(".synonym_group", id=id))


def settled() -> bool:
    """Write it to the database; False, and nothing is written, when another admin took one of the ways meanwhile."""
    try:
        db.session.flush()
    except IntegrityError:
        db.session.rollback()
        return False
    return True


def written(form: SynonymForm, group: SayingGroup | None) -> SayingGroup | None:
    """Write what the form says, to a new group when there is none; the caller commits. None: the form says why not."""
    said = form.said()
    taken = finding.taken(db.session, said, but=group.id if group else None)
    try:
        if group is None:
            group, line = groups.add(said, taken, by=me(), at=clock.now())
            db.session.add(group)
        else:
            line = group.change(said, taken, by=me(), at=clock.now())
        db.session.add(line)
    except Invalid as refusal:
        form.take(refusal)
        return None
    if not settled():
        form.both.errors = [TAKEN_MEANWHILE]
        return None
    return group


def overtaken(form: SynonymForm, group: SayingGroup) -> str:
    """What the admin typed is kept; sending it once more puts it in the place of what another admin wrote."""
    form.seen.data = str(group.version)
    return draw(form, group, overtaken=True)


def draw(form: SynonymForm, group: SayingGroup | None = None, overtaken: bool = False) -> str:
    """With what each way finds alone, once the search index stands."""
    index = index_now() if group else None
    ways = [way.said for way in group.ways] if group else []
    alone = found_alone(index, ways, clock.now()) if index else {}
    return render_template(
        "admin/synonym_group.html", form=form, group=group, overtaken=overtaken, alone=alone
    )


def listing(shown: Shown, text: str, page: int) -> dict[str, Any]:
    """One page of groups, and how many there are of each kind."""
    counts = {one: finding.number_of_groups(db.session, one, text) for one in Shown}
    pages = max(1, ceil(counts[shown] / A_PAGE))
    here = min(max(page, 1), pages)
    return {
        "shown": shown,
        "text": text,
        "groups": finding.groups(db.session, shown, text, A_PAGE, (here - 1) * A_PAGE),
        "kinds": [tab(one, text, counts[one], one is shown) for one in Shown],
        "page": paged(here, pages, lambda number: list_url(shown, text, number)),
    }


def tab(shown: Shown, text: str, count: int, current: bool) -> dict[str, Any]:
    return {"label": LABELS[shown], "url": list_url(shown, text, 1), "count": count, "current": current}


def list_url(shown: Shown, text: str, page: int) -> str:
    show = None if shown is Shown.IN_FORCE else shown.value
    return url_for(".synonyms", q=text or None, show=show, page=page if page > 1 else None)
