"""Loads Medicare's payment localities: their indices, their anesthesia factors and the counties that make them up."""

from collections.abc import Collection, Iterator

from sqlalchemy import delete
from sqlalchemy.orm import Session

from jobboard.dataset.fees import whole
from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row
from jobboard.domain.codes.locality import Locality, LocalityCounty

FILES = ("gpci_2026.csv", "anesthesia_cf_2026.csv", "locality_counties_2026.csv")


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report = Report()
    factors = {(row["mac"], row["locality"]): row for row in report.reading(rows("anesthesia_cf_2026.csv"))}
    found = list(_localities(report, factors, release_id))
    report.bring(session, Locality, ["mac", "number"], found)
    session.flush()
    ids = {(row.mac, row.number): row.id for row in session.query(Locality)}
    session.execute(delete(LocalityCounty))
    counties = [
        {
            "locality_id": ids[row["mac"], row["locality"]],
            "state_code": row["county_state"],
            "county": row["county"],
        }
        for row in report.reading(rows("locality_counties_2026.csv"))
    ]
    unique = {tuple(row.values()): row for row in counties}
    report.skip("a county named twice", len(counties) - len(unique))
    report.bring(session, LocalityCounty, ["locality_id", "state_code", "county"], unique.values())
    return report


def _localities(report: Report, factors: dict[tuple[str, str], Row], release_id: int) -> Iterator[Row]:
    for row in report.reading(rows("gpci_2026.csv")):
        factor = factors[row["mac"], row["locality"]]
        yield {
            "mac": row["mac"],
            "number": row["locality"],
            "state_code": row["state"],
            "name": row["locality_name"],
            "work": whole(row["pw_gpci"], 3),
            "work_without_floor": whole(row["pw_gpci_no_floor"], 3),
            "practice": whole(row["pe_gpci"], 3),
            "malpractice": whole(row["mp_gpci"], 3),
            "anesthesia": whole(factor["anes_cf_nonqp"], 2),
            "anesthesia_qualifying": whole(factor["anes_cf_qp"], 2),
            "release_id": release_id,
        }
