"""Community clinics, behavioral programs and care at home of the demo board. All of them are invented."""

from jobboard.seeds.shapes import EmployerSeed, Place

SMALL = ("Medical and dental", "401(k) with match", "15 days of paid leave")

COMMUNITY = (
    EmployerSeed(
        slug="aurora-inlet",
        name="Aurora Inlet Community Health",
        kind="other",
        city="Anchorage",
        state="AK",
        website="https://www.aurorainlet.example",
        mail_domain="aurorainlet.example",
        size="320 people",
        about="A federally qualified health center with clinics in Anchorage, Fairbanks and Juneau, and a plane. "
        "Medical, dental and behavioral care under one roof, one encounter rate, many exceptions.\n\nCoders work "
        "from Alaska or from anywhere that shares its morning.",
        ehr="eClinicalWorks",
        encoder="Find-A-Code",
        places=(Place("Anchorage", "AK"), Place("Fairbanks", "AK"), Place("Juneau", "AK")),
        payroll_states=("AK", "WA", "OR"),
        payroll_reason="Alaska and the two states we can register in.",
        roles=("primary-care", "dental-medical", "behavioral-health", "biller-coder", "pediatrics"),
        weight=6,
        auditor="Outside auditor, yearly",
        response_days=10,
        benefits=("Medical in full", "Federal loan repayment site", "24 days of paid leave"),
        pay_factor=1.04,
    ),
    EmployerSeed(
        slug="redbud-post-acute",
        name="Redbud Home Health, Hospice and Senior Living",
        kind="other",
        city="Oklahoma City",
        state="OK",
        website="https://www.redbudcare.example",
        mail_domain="redbudcare.example",
        size="2,200 people",
        about="Home health and hospice in Oklahoma and Kansas, with nine skilled nursing homes. Coding and OASIS "
        "review are one team, because they answer to the same chart.\n\nEighteen people, all at home, one annual "
        "picnic.",
        ehr="Homecare Homebase",
        encoder="Find-A-Code",
        places=(Place("Oklahoma City", "OK"), Place("Wichita", "KS"), Place("Topeka", "KS")),
        payroll_states=("OK", "KS", "TX", "MO", "AR", "NE", "CO", "TN"),
        payroll_reason="Registered in these states; we add one when the right person lives there.",
        roles=("home-health", "hospice", "snf", "biller-coder"),
        weight=10,
        auditor="Review lead",
        response_days=5,
        benefits=(*SMALL, "HCS-D and HCS-O exams paid"),
    ),
    EmployerSeed(
        slug="lakeshore-behavioral",
        name="Lakeshore Behavioral Network",
        kind="other",
        city="Milwaukee",
        state="WI",
        website="https://www.lakeshorebehavioral.example",
        mail_domain="lakeshorebehavioral.example",
        size="900 people",
        about="Outpatient and day programs for mental health and substance use in Milwaukee, Madison and the "
        "northern suburbs of Chicago.\n\nConfidentiality here is stricter than elsewhere, and we train for it in "
        "the first week.",
        ehr="Netsmart myAvatar",
        encoder="Find-A-Code",
        places=(Place("Milwaukee", "WI"), Place("Madison", "WI"), Place("Waukegan", "IL")),
        payroll_states=("WI", "IL", "MN", "MI", "IA"),
        payroll_reason="Upper Midwest payroll.",
        roles=("behavioral-health", "biller-coder", "denials", "compliance-auditor"),
        weight=6,
        auditor="Compliance officer",
        response_days=7,
        benefits=(*SMALL, "Counseling, confidential and free"),
    ),
)
