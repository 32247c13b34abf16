"""Loads the certifications of coders and the bodies that own them."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row, bring, ids_by
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
    decided = {slug: said for slug, said in session.execute(select(Credential.slug, Credential.decided))}
    found = [
        {
            "slug": row["credential"].lower(),
            "abbreviation": row["credential"],
            "name": row["name"],
            "body_id": ids[row["body"]],
            "area": row["area"],
            "scope": row["setting_or_specialty"],
            "level": Level(row["level"]),
            "basis": row["basis"],
            "confirmed": _confirmed(row, decided.get(row["credential"].lower())),
            "retired": False,
            "position": position,
        }
        for position, row in enumerate(report.reading(rows("credentials.csv")))
    ]
    gone = report.bring(session, Credential, ["slug"], found).unseen
    bring(session, Credential, ["slug"], [{**row, "retired": True} for row in gone])
    return report


def _confirmed(row: Row, decided: bool | None) -> bool:
    """What an admin decided stands, whatever our list says."""
    return row["basis"] == SEEN if decided is None else decided
