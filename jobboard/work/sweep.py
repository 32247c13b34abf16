"""Takes away what nobody needs any more: counted attempts of yesterday, sessions that ended long ago."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from jobboard.domain.accounts import finding
from jobboard.domain.accounts.attempt import KEEP
from jobboard.domain.accounts.session import ABSOLUTE

KEEP_SESSIONS = ABSOLUTE + timedelta(days=30)


def sweep(session: Session, now: datetime) -> None:
    """Safe to run at any time and twice. Sessions stay a month after they could last have been used."""
    finding.sweep_attempts(session, now - KEEP)
    finding.sweep_sessions(session, now - KEEP_SESSIONS)
    session.commit()
