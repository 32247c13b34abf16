"""Loads the coding specialties and the Medicare specialty codes that count toward them."""

from collections.abc import Collection

from sqlalchemy import delete
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import bring, ids_by
from jobboard.domain.codes.specialty import Kind, Specialty, SpecialtyCmsCode

FILES = ("specialties.csv", "cms_specialties.csv")


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report = Report()
    given = list(report.reading(rows("specialties.csv")))
    found = [
        {
            "slug": row["slug"],
            "name": row["name"],
            "kind": Kind(row["kind"]),
            "synonyms": row["synonyms"],
            "position": position,
            "retired": False,
        }
        for position, row in enumerate(given)
    ]
    gone = report.bring(session, Specialty, ["slug"], found).unseen
    bring(session, Specialty, ["slug"], [{**row, "retired": True} for row in gone])
    ids = ids_by(session, Specialty.slug, Specialty.id)
    names = {row["code"]: row["name"] for row in report.reading(rows("cms_specialties.csv"))}
    session.execute(delete(SpecialtyCmsCode))
    counted = [
        {"cms_code": code, "name": names[code], "specialty_id": ids[row["slug"]]}
        for row in given
        for code in row["cms_codes"].split()
    ]
    report.bring(session, SpecialtyCmsCode, ["cms_code"], counted)
    if unused := names.keys() - {row["cms_code"] for row in counted}:
        report.skip("a Medicare specialty that is no coding specialty", len(unused))
    return report
