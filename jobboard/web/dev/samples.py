"""What the component page shows: believable values in every shape a component takes. Nothing here touches the database."""

from datetime import UTC, date, datetime
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired

BODY = """
You code the colorectal service of two surgeons and their fellow: resections, ostomies, pouches, anal procedures, and the
endoscopies that come before them. Charts reach you the day after surgery, complete; the surgeons answer queries in Epic chat.

### A week here

- Monday to Thursday: 45 to 55 operative notes, closed within two days.
- Friday: your own edits and denials, then half an hour with the auditor.

We do not move people to other services without asking.
"""


class SampleForm(FlaskForm):  # type: ignore[misc]
    title = StringField(
        "Title", [DataRequired()], description="As a coder would say it: the work, then the setting."
    )
    pay_min = IntegerField("Pay from", [DataRequired()])
    pay_max = IntegerField("Pay to", [DataRequired()])
    unit = SelectField("Paid per", choices={"hour": "hour", "year": "year", "chart": "chart"})
    closes = DateField("Closing date", [DataRequired()], description="The last day people can apply.")
    model = RadioField(
        "Work model",
        [DataRequired()],
        choices={"onsite": "Onsite", "hybrid": "Hybrid", "remote": "Remote"},
    )
    settings = SelectMultipleField(
        "Settings",
        choices={"inpatient": "Inpatient", "asc": "Ambulatory surgery center", "clinic": "Clinic E/M"},
    )
    description = TextAreaField(
        "Description", [DataRequired()], description="Markdown. Never put patient data here."
    )
    resume = FileField(
        "Resume", [DataRequired()], description="PDF or DOCX, 5 MB at most. Never attach charts."
    )
    password = PasswordField("Password", [DataRequired()], description="At least 15 characters.")
    terms = BooleanField("Send me a letter when the employer answers")


def forms() -> dict[str, SampleForm]:
    """One form as it opens, and one that came back with everything wrong."""
    fresh = SampleForm(
        formdata=None,
        prefix="fresh-",
        data={"model": "hybrid", "settings": ["asc"], "title": "Colorectal surgery coder"},
    )
    wrong = SampleForm(formdata=None, prefix="wrong-")
    wrong.title.errors = ["Give the posting a title."]
    wrong.pay_max.errors = ["$34,000 an hour: did you mean per year?"]
    wrong.model.errors = ["Say where the work is done."]
    wrong.description.errors = ["Describe the work in at least a few sentences."]
    wrong.terms.errors = ["Tick this to go on."]
    return {"form": fresh, "wrong": wrong}


def card(**changes: Any) -> dict[str, Any]:
    return {
        "url": "/dev/components/posting",
        "title": "Colorectal surgery coder",
        "employer_name": "Acme Health",
        "employer_url": "/dev/components",
        "employer_badge": "Verified",
        "employer_reason": "mail domain checked",
        "pay_text": "$29.00–$36.50",
        "pay_unit": "an hour",
        "pay_note": "about $60,320–$75,920 a year",
        "facts": [
            ("laptop", "Remote from 31 states"),
            ("hospital", "Professional, inpatient"),
            ("graduation-cap", "CPC or CCS"),
            ("users", "Apprentices: with conditions"),
        ],
        "first_published": date(2026, 11, 9),
        "confirmed": date(2026, 11, 20),
    } | changes


def cards() -> list[dict[str, Any]]:
    return [
        card(reason_code="44314", reason="Enterostomy and stoma revision, 35% of this desk"),
        card(
            title="General surgery profee coder, second shift with weekend rotation for the trauma and acute care service",
            employer_name="Bitterroot Regional Medical Center",
            employer_badge=None,
            pay_text="$26.40–$33.00",
            marks=["Saved"],
            facts=[
                ("map-pin", "Onsite in Missoula, MT"),
                ("hospital", "Professional, inpatient"),
                ("graduation-cap", "CPC required"),
            ],
        ),
        card(
            title="Risk adjustment coder, per chart",
            employer_name="Lakeline Coding Partners",
            pay_text="$3.10–$4.25",
            pay_unit="a chart",
            pay_note="not converted: it depends on your pace",
            marks=["Applied Nov 12"],
            facts=[
                ("laptop", "Remote, all states"),
                ("hospital", "Risk adjustment"),
                ("graduation-cap", "CRC preferred"),
            ],
        ),
    ]


def values() -> dict[str, Any]:
    """Everything the page needs beside its forms."""
    return {
        "body": BODY,
        "cards": cards(),
        "families": [
            {
                "label": "Enterostomy and stoma revision",
                "share": 35,
                "note": "44300–44346",
                "mine": True,
                "url": "#",
            },
            {"label": "Bowel resection", "share": 30, "note": "44110–44160", "url": "#"},
            {"label": "Anal and rectal procedures", "share": 25, "note": "45000–46999", "url": "#"},
            {"label": "Other digestive endoscopy", "share": 10, "note": "45300–45398", "url": "#"},
        ],
        "duties": [
            {"label": "Coding", "share": 80},
            {"label": "AR and denials", "share": 15},
            {"label": "Education", "share": 5},
        ],
        "entries": [
            {
                "at": datetime(2026, 11, 20, 15, 10, tzinfo=UTC),
                "what": "Approved",
                "who": "Olga",
                "icon_name": "check",
                "tone": "good",
            },
            {
                "at": datetime(2026, 11, 19, 9, 5, tzinfo=UTC),
                "what": "Changes asked for",
                "who": "Olga",
                "icon_name": "message-square",
                "tone": "wait",
                "note": "Remote without states. Please say from which states people may work.",
            },
            {
                "at": datetime(2026, 11, 18, 16, 30, tzinfo=UTC),
                "what": "Sent for review",
                "who": "Mira",
                "icon_name": "send",
            },
        ],
        "picked": [
            {
                "slug": "cpt-44300",
                "label": "Enterostomy and stoma revision",
                "set_label": "CPT",
                "span": "44300–44346",
                "need": "required",
                "share": 60,
            },
            {
                "slug": "icd-k50",
                "label": "Noninfective enteritis and colitis",
                "set_label": "ICD-10-CM",
                "span": "K50–K52",
                "need": "preferred",
                "share": 70,
                "error": "Shares add up to 130%. Bring them to 100% or less.",
            },
        ],
    }
