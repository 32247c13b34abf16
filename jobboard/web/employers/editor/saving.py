"""Saving what was typed: every sound box, never over a colleague's newer words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jobboard.domain.postings import pay
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.requirements import comparable
from jobboard.domain.postings.terms import PayUnit
from jobboard.web.employers.editor.form import EditorForm


@dataclass(frozen=True)
class Outcome:
    """How saving ended. `theirs`: the terms in which a colleague's newer version differs; then nothing was written.
    `sent`: the posting went out of hand meanwhile (to review, or closed); then nothing was written either."""

    saved: bool = True
    theirs: tuple[str, ...] = ()
    sent: bool = False


def save(form: EditorForm, posting: Posting, *, at: datetime, questions_locked: bool) -> Outcome:
    """Write the sound terms that changed; the caller commits."""
    if not posting.is_editable:
        return Outcome(saved=False, sent=True)
    edition, terms = posting.edition, form.terms()
    if questions_locked:
        terms.pop("questions", None)
    drop_an_impossible_range(form, terms, edition)
    changed = changes(terms, edition)
    if changed and form.version.data != str(edition.version):
        return Outcome(saved=False, theirs=tuple(changed))
    if changed:
        edition.write(changed, at=at)
    return Outcome()


def changes(terms: Mapping[str, Any], edition: Edition) -> dict[str, Any]:
    return {
        name: value
        for name, value in terms.items()
        if comparable(value) != comparable(getattr(edition, name))
    }


def drop_an_impossible_range(form: EditorForm, terms: dict[str, Any], edition: Edition) -> None:
    """A range whose ends contradict each other is kept nowhere: both ends stay on the page, marked."""
    low, high = (terms.get(name, getattr(edition, name)) for name in ("pay_min", "pay_max"))
    if low is None or high is None:
        return
    said = pay.problems(low, high, terms.get("pay_unit") or edition.pay_unit or PayUnit.HOUR).get("pay_max")
    if said:
        form.pay_max.errors = [*form.pay_max.errors, *said]
        terms.pop("pay_min", None)
        terms.pop("pay_max", None)
