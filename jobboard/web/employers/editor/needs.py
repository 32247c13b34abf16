"""Section "Requirements": credentials as all-of rows of any-of names, experience, apprentices."""

import re
from typing import Any

from wtforms import Form

from jobboard.domain.postings.parts import CredentialTag
from jobboard.domain.postings.terms import Apprentices, CredentialNeed
from jobboard.web.employers.editor.book import Book
from jobboard.web.employers.editor.fields import (
    LineField,
    MonthsField,
    TermField,
    TermRadios,
    WholeNumberField,
)
from jobboard.web.employers.editor.rows import RowForm, RowsField, WrongError

MOST_GROUPS = 8
MOST_IN_A_GROUP = 12


class CredentialRow(RowForm):
    """One group: any one of the named credentials meets it."""

    counts = ("names",)
    names = LineField(
        "Any one of these", 200, render_kw={"autocapitalize": "characters", "spellcheck": "false"}
    )
    need = TermField("Need", CredentialNeed, blank=None, default=CredentialNeed.REQUIRED)
    within_months = WholeNumberField("Within months", 1, 60)


class NeedsSection(Form):
    book: Book
    made: dict[str, Any]

    credentials = RowsField(
        CredentialRow, "Credentials", MOST_GROUPS,
        description="One line for each thing that is asked. Where several would do, write them all: CPC or CCS-P.",
    )  # fmt: skip
    experience_months = MonthsField(
        "Experience, in months", 0, 600, description="0 is an answer. “2 years” works too."
    )
    apprentices = TermRadios("Apprentices (CPC-A and the like)", Apprentices)
    apprentice_conditions = LineField("Conditions for apprentices", 300)

    def validate_credentials(self, field: RowsField) -> None:
        groups = field.settle(
            self._group, key=lambda group: tuple(sorted(tag.credential_id for tag in group))
        )
        for number, group in enumerate(groups, 1):
            for tag in group:
                tag.group_no = number
        self.made["credentials"] = [tag for group in groups for tag in group]

    def _group(self, row: CredentialRow) -> list[CredentialTag]:
        found = [self._credential(name) for name in names(row.names.data or "")]
        if not 1 <= len(found) <= MOST_IN_A_GROUP:
            raise WrongError(
                "names", f"Write one to {MOST_IN_A_GROUP} credentials, for example CPC or CCS-P."
            )
        need = row.need.data or CredentialNeed.REQUIRED
        months = row.within_months.data if need == CredentialNeed.OBTAIN else None
        return [
            CredentialTag(credential_id=one.id, credential=one, need=need, within_months=months)
            for one in dict.fromkeys(found)
        ]

    def _credential(self, name: str) -> Any:
        if name not in self.book.credentials:
            raise WrongError(
                "names", f"We do not know “{name}”. Write the letters, for example {self.book.nearest(name)}."
            )
        return self.book.credentials[name]


def names(text: str) -> list[str]:
    """'CPC or CCS-P, RHIT' -> ['CPC', 'CCS-P', 'RHIT']."""
    return [
        part.strip(" .®™").upper()
        for part in re.split(r"[,;/|]|\bor\b", text, flags=re.IGNORECASE)
        if part.strip(" .®™")
    ]
