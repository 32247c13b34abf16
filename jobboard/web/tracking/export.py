"""A list as a CSV file, which the board reads back as it was. No cell can become a formula in a spreadsheet."""

import csv
from io import StringIO

from flask import Response, request
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.tracking import finding
from jobboard.domain.tracking.adding_up import work_of
from jobboard.domain.tracking.days import day_of
from jobboard.domain.tracking.finding import Period
from jobboard.domain.tracking.procedure_list import ProcedureList
from jobboard.extensions import db
from jobboard.web.door import find
from jobboard.web.tracking.desk import desk

HEAD = ("Date", "Code", "Modifiers", "Count", "Family", "Work RVU each", "Work RVU")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@desk.get("/<id:id>/export.csv")
def export(id: str) -> ResponseReturnValue:
    kept = find(ProcedureList, id, to="see")
    name = f"procedures-{clock.now().date().isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(as_csv(kept, asked_period()), mimetype="text/csv", headers=headers)


def asked_period() -> Period:
    since, until = (day_of(request.args.get(name, "")) for name in ("since", "until"))
    return Period(since, until)


def as_csv(kept: ProcedureList, period: Period) -> str:
    fees = finding.fees_in(db.session, [kept.id])
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for one in finding.entries_of(db.session, kept.id, period):
        code, _, modifiers = one.written.partition("-")
        each = work_of(fees.get((one.code_id, one.modifier)))
        total = each * one.times if each else ""
        row = (one.done_on.isoformat(), code, modifiers, one.times, one.code.family.label, each or "", total)
        writer.writerow([safe(cell) for cell in row])
    return out.getvalue()


def safe(cell: object) -> str:
    """The cell as text that no spreadsheet takes for a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
