"""Section "The desk": fee side and encounter, specialties, code families with their share, the split of duties."""

from typing import Any

from wtforms import Form, FormField, HiddenField

from jobboard.domain.postings.parts import DutyShare, FamilyTag, SettingCell, SpecialtyTag
from jobboard.domain.postings.terms import Duty, Encounter, FeeSide, Need
from jobboard.web.employers.editor.book import Book
from jobboard.web.employers.editor.fields import ListChecks, TermField, WholeNumberField
from jobboard.web.employers.editor.rows import RowForm, RowsField, WrongError

MOST_FAMILIES = 20
GONE = "This code family is no longer in our lists. Remove it and choose another."


def cell(side: FeeSide, encounter: Encounter) -> str:
    return f"{side.value}.{encounter.value}"


CELLS = {cell(side, encounter): (side, encounter) for side in FeeSide for encounter in Encounter}


class FamilyRow(RowForm):
    counts = ("slug",)
    slug = HiddenField("Code family")
    need = TermField("Need", Need, blank=None, default=Need.REQUIRED)
    share = WholeNumberField("Share of the work", 1, 100)


class DutiesForm(Form):
    coding = WholeNumberField(Duty.CODING.label, 0, 100)
    billing = WholeNumberField(Duty.BILLING.label, 0, 100)
    ar_denials = WholeNumberField(Duty.AR_DENIALS.label, 0, 100)
    auditing = WholeNumberField(Duty.AUDITING.label, 0, 100)
    cdi = WholeNumberField(Duty.CDI.label, 0, 100)
    education = WholeNumberField(Duty.EDUCATION.label, 0, 100)
    management = WholeNumberField(Duty.MANAGEMENT.label, 0, 100)


class DeskSection(Form):
    book: Book
    made: dict[str, Any]

    settings = ListChecks("Settings", [(name, name) for name in CELLS])
    specialties = ListChecks("Specialties")
    families = RowsField(FamilyRow, "Code families", MOST_FAMILIES)
    duties = FormField(DutiesForm, "Split of duties")

    def validate_settings(self, field: ListChecks) -> None:
        known = [CELLS[name] for name in dict.fromkeys(field.data or ()) if name in CELLS]
        self.made["settings"] = [SettingCell(side=side, encounter=encounter) for side, encounter in known]

    def validate_specialties(self, field: ListChecks) -> None:
        known = [
            self.book.specialties[slug]
            for slug in dict.fromkeys(field.data or ())
            if slug in self.book.specialties
        ]
        self.made["specialties"] = [SpecialtyTag(specialty_id=one.id, specialty=one) for one in known]

    def validate_families(self, field: RowsField) -> None:
        self.made["families"] = field.settle(self._family, key=lambda tag: tag.family_id)

    def _family(self, row: FamilyRow) -> FamilyTag:
        family = self.book.families.get(row.slug.data or "")
        if family is None:
            raise WrongError("slug", GONE)
        return FamilyTag(
            family_id=family.id, family=family, need=row.need.data or Need.REQUIRED, share=row.share.data
        )

    def settle_duties(self) -> None:
        """Called once the fields are checked: a form in a form takes no check of its own."""
        if self.duties.errors:
            return
        shares = {Duty(name): percent for name, percent in self.duties.data.items() if percent}
        self.made["duties"] = [DutyShare(duty=duty, percent=percent) for duty, percent in shares.items()]
