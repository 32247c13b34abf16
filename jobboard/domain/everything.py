"""Imports every record once, so that the metadata knows all tables (migrations, tests)."""

from jobboard.domain.accounts import attempt, employer, member, session, user
from jobboard.domain.applications import application, resume
from jobboard.domain.codes import (
    code,
    credential,
    edits,
    family,
    fees,
    inpatient,
    licensed,
    locality,
    note,
    risk,
    specialty,
    tabular,
    wordlist,
    worth,
)
from jobboard.domain.diary import Event
from jobboard.domain.outbox import delivery
from jobboard.domain.places import place
from jobboard.domain.postings import changes, edition, parts, posting
from jobboard.domain.searches import saved_search, sent_match, suppressed
from jobboard.domain.tracking import entry, procedure_list
from jobboard.domain.wording import saying_group

__all__ = [
    "Event", "application", "attempt", "changes", "code", "credential", "delivery", "edition", "edits", "employer", "entry", "family", "fees",
    "inpatient", "licensed", "locality", "member", "note", "parts", "place", "posting", "procedure_list", "resume", "risk", "saved_search", "saying_group", "sent_match", "session", "specialty", "suppressed", "tabular", "user", "wordlist", "worth",
]  # fmt: skip
