"""Loads the certifications of coders and the bodies that own them."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import bring, ids_by
from jobboard.domain.codes.credential import Credential, CredentialBody, Level

FILES = ("credential_bodies.csv", "credentials.csv")
SEEN = "seen in a public list"


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    report = Report()
    bodies = [
        {"abbreviation": row["body"], "name": row["name"]}
        for row in report.reading(rows("credential_bodies.csv"))
    ]
    report.bring(session, CredentialBody, ["abbreviation"], bodies)
    ids = ids_by(session, CredentialBody.abbreviation, CredentialBody.id)
    found = [
        {
            "slug": row["credential"].lower(),
            "abbreviation": row["credential"],
            "name": row["name"],
            "body_id": ids[row["body"]],
            "area": row["area"],
            "scope": row["setting_or_specialty"],
            "level": Level(row["level"]),
            "confirmed": row["basis"] == SEEN,
            "retired": False,
            "position": position,
        }
        for position, row in enumerate(report.reading(rows("credentials.csv")))
    ]
    gone = report.bring(session, Credential, ["slug"], found).unseen
    bring(session, Credential, ["slug"], [{**row, "retired": True} for row in gone])
    return report
