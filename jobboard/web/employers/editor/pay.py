"""Section "Pay": the range and its unit, and everything else that is given for the work."""

from typing import Any

from wtforms import Form

from jobboard.domain.postings.terms import PayUnit
from jobboard.web.employers.editor.fields import LineField, ListChecks, MoneyField, TermRadios

BENEFITS = (
    "Health insurance", "Dental insurance", "Vision insurance", "Life insurance", "Disability insurance", "401(k) or 403(b)",
    "401(k) or 403(b) match", "Paid time off", "Paid holidays", "Paid parental leave", "CEUs and dues paid", "Code books paid",
    "Exam fees paid", "Equipment provided", "Tuition help", "HSA or FSA",
)  # fmt: skip
NO_BENEFITS = "No benefits"
LONGEST_BENEFIT = 80
MOST_OTHERS = 10


class PaySection(Form):
    made: dict[str, Any]

    pay_min = MoneyField("Pay from")
    pay_max = MoneyField("Pay to")
    pay_unit = TermRadios("For", PayUnit)
    bonus = LineField("Bonus", 200)
    other_compensation = LineField(
        "Other compensation",
        300,
        description="State laws ask for it: overtime, shift differential, equity. “None” is an answer.",
    )
    benefits = ListChecks("Benefits", [(name, name) for name in (*BENEFITS, NO_BENEFITS)])
    other_benefits = LineField("Other benefits", 600, description="Separate them with semicolons.")

    def settle_benefits(self) -> None:
        """Called once the fields are checked: two boxes make one term."""
        ticked = list(self.benefits.data or ())
        others = [part.strip() for part in (self.other_benefits.data or "").split(";") if part.strip()]
        if len(others) > MOST_OTHERS or any(len(one) > LONGEST_BENEFIT for one in others):
            self.other_benefits.errors = [
                f"Name at most {MOST_OTHERS}, each within {LONGEST_BENEFIT} characters."
            ]
        elif NO_BENEFITS in ticked and len(ticked) + len(others) > 1:
            self.benefits.errors = ["“No benefits” contradicts the others. Which is it?"]
        elif not self.benefits.errors and not self.other_benefits.errors:
            self.made["benefits"] = list(dict.fromkeys([*ticked, *others]))


def parted(benefits: list[str]) -> tuple[list[str], str]:
    """Kept benefits as the two boxes show them: those with a tick, and the others on one line."""
    ticks = [name for name in benefits if name in (*BENEFITS, NO_BENEFITS)]
    return ticks, "; ".join(name for name in benefits if name not in ticks)
