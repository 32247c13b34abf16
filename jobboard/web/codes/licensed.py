"""CPT wording of an operator with a licence: on the page of the code, beside the AMA's notice, and nowhere else."""

from flask import current_app
from sqlalchemy.orm import Session

from jobboard.domain.codes.finding import Found
from jobboard.domain.codes.licensed import LicensedDescriptor


def licensed_wording(session: Session, found: Found) -> LicensedDescriptor | None:
    """None unless the setting is there: what an earlier load left is out of sight at once."""
    if current_app.config["CPT_DESCRIPTORS_FILE"] is None or found.record is None:
        return None
    return session.get(LicensedDescriptor, found.record.id)
