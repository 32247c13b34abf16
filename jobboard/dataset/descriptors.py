"""Brings in CPT wording that an operator has a licence for, and takes it away again when the setting is gone."""

import csv
import io
from pathlib import Path

from sqlalchemy import delete
from sqlalchemy.orm import Session

from jobboard.dataset.official.faults import Faults, Stated
from jobboard.dataset.official.opening import text_of
from jobboard.dataset.report import Report
from jobboard.dataset.writing import ids_by
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.licensed import LicensedDescriptor

COLUMNS = ["code", "descriptor"]
NOTICE = (
    "CPT wording is imported from {file}. It is the American Medical Association's: show it only under a licence of "
    "your own. Without CPT_DESCRIPTORS_FILE the next load takes it out again."
)


def bring_descriptors(session: Session, path: Path | None) -> Report | None:
    """Make the table say what the file says; with no file, nothing. None when there was nothing to do.

    Raises BadFile; the caller commits.
    """
    if path is None:
        gone = session.query(LicensedDescriptor).count()
        session.execute(delete(LicensedDescriptor))
        return Report(written=gone) if gone else None
    stated = read(text_of(path))
    report = Report()
    ids = ids_by(session, Code.code, Code.id, Code.code_set == CodeSet.CPT)
    known = list(report.known(stated.rows, ids))
    session.execute(delete(LicensedDescriptor))
    found = [
        {"code_id": ids[row["code"]], "text": row["descriptor"], "release": row["release"]} for row in known
    ]
    report.bring(session, LicensedDescriptor, ["code_id"], found)
    return report


def read(text: str) -> Stated:
    """Rows of code, descriptor and release. Faults name the line and the code, never the wording."""
    faults, stated, seen = Faults(), Stated(), set()
    reader = csv.reader(io.StringIO(text))
    header = [name.strip().lower() for name in next(reader, [])]
    if header[:2] != COLUMNS:
        faults.add(1, "the columns code, descriptor and (if you like) release were expected.")
        return faults.check(stated)
    for cells in reader:
        code, wording, release = (cell.strip() for cell in [*cells, "", "", ""][:3])
        if len(cells) > len(header):
            told = (
                f"{len(cells)} columns, {len(header)} were expected: a wording with a comma stands in quotes."
            )
            faults.add(reader.line_num, told)
        elif not code or not wording:
            faults.add(reader.line_num, "a code and its descriptor were expected.")
        elif code in seen:
            faults.add(reader.line_num, f"{code[:10]} stands twice in the file.")
        seen.add(code)
        stated.rows.append({"code": code, "descriptor": wording, "release": release[:120]})
    return faults.check(stated)
