"""Takes away resume files no row needs: what a crash or a deletion left behind."""

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from jobboard.domain.applications.finding import stored_names
from jobboard.resumes import store


def sweep_resumes(session: Session, folder: Path, now: datetime) -> int:
    """How many files went. Safe to run at any time and twice: files younger than a day are left alone."""
    found = store.sweep(folder, stored_names(session), now)
    session.rollback()
    return found
