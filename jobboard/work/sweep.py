"""Takes away what nobody needs any more: counted attempts of yesterday, sessions that ended long ago, searches nobody
confirmed."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from jobboard.domain.accounts import finding
from jobboard.domain.accounts.attempt import KEEP
from jobboard.domain.accounts.session import ABSOLUTE
from jobboard.domain.searches import finding as searches
from jobboard.domain.searches.saving import CONFIRM_WITHIN, KEEP_STOPPED

KEEP_SESSIONS = ABSOLUTE + timedelta(days=30)


def sweep(session: Session, now: datetime) -> None:
    """Safe to run at any time and twice. Sessions stay a month after they could last have been used."""
    finding.sweep_attempts(session, now - KEEP)
    finding.sweep_sessions(session, now - KEEP_SESSIONS)
    searches.sweep(session, now - CONFIRM_WITHIN, now - KEEP_STOPPED)
    session.commit()
