"""One list and what it adds up to, in a period, at a place, beside others."""

from datetime import date
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from jobboard.domain.tracking import finding
from jobboard.domain.tracking.finding import Period
from jobboard.domain.tracking.procedure_list import ProcedureList, Site
from jobboard.extensions import db
from jobboard.web.codes.service.place import spoken
from jobboard.web.door import find
from jobboard.web.tracking.desk import desk
from jobboard.web.tracking.forms import LookForm
from jobboard.web.tracking.totals import closely
from jobboard.web.ui import day

ORDER = "The last day lies before the first."


@desk.get("/<id:id>")
def show(id: str) -> ResponseReturnValue:
    kept = find(ProcedureList, id, to="see")
    form = looked_at(kept)
    return render_template("tracking/show.html", kept=kept, form=form, **seen(kept, form))


def seen(kept: ProcedureList, form: LookForm) -> dict[str, Any]:
    """The numbers as the form asks for them; what is wrong with it counts as not asked."""
    period = period_of(form)
    site = kept.site if form.site.errors else Site(form.site.data)
    zip_code = "" if form.zip_code.errors else form.zip_code.data or ""
    slug = "" if form.specialty.errors else form.specialty.data or ""
    specialty = finding.specialty_by_slug(db.session, slug)
    found = closely(db.session, kept, period, site, zip_code, specialty)
    days = {
        "since": period.since and period.since.isoformat(),
        "until": period.until and period.until.isoformat(),
    }
    placed = spoken(found["place"].name) if found["place"] else ""
    return {
        "period": period,
        "days": days,
        "placed": placed,
        "looked": in_words(period, site, placed),
        **found,
    }


def looked_at(kept: ProcedureList) -> LookForm:
    """How the address asks to look at the list; where it says nothing, as the list keeps it. Checked."""
    specialty = finding.specialty_by_id(db.session, kept.specialty_id)
    as_kept = {"zip_code": kept.zip_code, "site": kept.site.value, "specialty": specialty.slug if specialty else ""}  # fmt: skip
    form = LookForm(formdata=MultiDict(as_kept | request.args.to_dict()))
    form.validate()
    if form.since.data and form.until.data and form.until.data < form.since.data:
        form.until.errors = [ORDER]
    return form


def period_of(form: LookForm) -> Period:
    """What can be read of the period; a day that is none is as if it were not given."""

    def said(field: object, data: date | None) -> date | None:
        return None if field else data

    return Period(said(form.since.errors, form.since.data), said(form.until.errors, form.until.data))


def in_words(period: Period, site: Site, placed: str) -> str:
    """'Since November 1, 2026, facility, national payment'."""
    days = [
        f"since {day(period.since)}" if period.since else "",
        f"until {day(period.until)}" if period.until else "",
    ]
    where = f"payment in {placed}" if placed else "national payment"
    said = ", ".join(one for one in (*days, site.value, where) if one)
    return said if any(days) else f"all dates, {said}"
