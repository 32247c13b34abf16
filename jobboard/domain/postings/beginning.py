"""What a new posting begins with: the terms that belong to the company rather than to the job, as they were said last."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.postings.dates import start_of_day
from jobboard.domain.postings.edition import Edition, copy_part

USUAL_RUN = timedelta(days=30)

# Benefits, payroll states, tools and manners are an employer's; title, codes, pay and place are a job's.
SAME_SCALARS = (
    "benefits", "other_compensation", "all_states", "states_reason", "schedule", "hours_per_week", "audit_method", "auditor",
    "response_days", "ai_use", "ai_note",
)  # fmt: skip
SAME_LISTS = ("states", "types", "tools", "steps")


def first_terms(employer: Employer, last: Edition | None, at: datetime) -> Mapping[str, Any]:
    """Terms for a fresh draft; `last` is the edition this employer sent most recently, loaded whole."""
    terms: dict[str, Any] = {"closes_on": (start_of_day(at, employer.timezone) + USUAL_RUN).date()}
    if last is None:
        return terms
    terms |= {name: getattr(last, name) for name in SAME_SCALARS}
    terms |= {name: [copy_part(part) for part in getattr(last, name)] for name in SAME_LISTS}
    return terms | {"benefits": list(last.benefits or [])}
