"""The sheet of a CPT or HCPCS code: what the service is worth, what Medicare pays, and how it is billed."""

from datetime import datetime

from sqlalchemy.orm import Session

from jobboard.domain.codes.finding import Found
from jobboard.web.codes.page import Sheet, bare


def sheet(session: Session, found: Found, now: datetime) -> Sheet:
    return bare(session, found, now)
