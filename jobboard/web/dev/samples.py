"""What the component page shows: believable values in every shape a component takes. Nothing here touches the database."""

from datetime import UTC, date, datetime
from typing import Any

from jobboard.domain.moderation.fact import bad, good, look
from jobboard.web.moderation.changes import Change, runs

BODY = """
You code the colorectal service of two surgeons and their fellow: resections, ostomies, pouches, anal procedures, and the
endoscopies that come before them. Charts reach you the day after surgery, complete; the surgeons answer queries in Epic chat.

### A week here

- Monday to Thursday: 45 to 55 operative notes, closed within two days.
- Friday: your own edits and denials, then half an hour with the auditor.

We do not move people to other services without asking.
"""

FAMILIES = [
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
]
DUTIES = [
    {"label": "Coding", "share": 80},
    {"label": "AR and denials", "share": 15},
    {"label": "Education", "share": 5},
]
ENTRIES = [
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
]
PICKED = [
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
]
FOUND = [
    {
        "slug": "cpt-44300",
        "label": "Enterostomy and stoma revision",
        "kind": "family",
        "set": "CPT",
        "ranges": "44300–44346",
        "why": "covers 44314",
    },
    {
        "slug": "cpt-44110",
        "label": "Bowel resection",
        "kind": "family",
        "set": "CPT",
        "ranges": "44110–44160",
        "why": "",
    },
    {
        "slug": "cpt-45300",
        "label": "Rectal and colon endoscopy",
        "kind": "family",
        "set": "CPT",
        "ranges": "45300–45398",
        "why": "",
    },
]
MARGIN = {
    "missing": [
        {"anchor": "fresh-states", "sentence": "Say from which states people may work."},
        {"anchor": "fresh-pay_min", "sentence": "Say what the job pays."},
    ],
    "wordings": [
        {
            "anchor": "fresh-description",
            "phrase": "rock star",
            "reason": "Say what the person will do instead.",
        }
    ],
}
EVIDENCE = [
    bad("Pay", "$90–$110 per hour: above what any of 12 live jobs in Colorectal surgery pays."),
    look("Words", "The text names 44399: not in the releases we know."),
    good("Employer", "3 postings published before; signed up 400 days ago."),
]
CHANGES = [
    Change("Pay", "$28–$34 per hour", "$29–$36.50 per hour"),
    Change("Bonus", "", "$1,500 after a year"),
    Change("Requisition", "HIM-204", ""),
    Change("Description", "", "", runs("Two surgeons and a fellow.", "Three surgeons and a fellow.")),
]


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
        "families": FAMILIES,
        "duties": DUTIES,
        "entries": ENTRIES,
        "picked": PICKED,
        "margin": MARGIN,
        "evidence": EVIDENCE,
        "changes": CHANGES,
    }


def families(typed: str) -> list[dict[str, str]]:
    """The families of the sample whose words hold what was typed."""
    return [family for family in FOUND if typed.strip().lower() in " ".join(family.values()).lower()]
