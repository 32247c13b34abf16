"""How a service is billed: Medicare's indicators in words, and where other lists of Medicare's put it."""

from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from jobboard.domain.codes import indicators
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.indicators import Word, words_for
from jobboard.domain.codes.service import Service
from jobboard.web.codes.addresses import billed_path
from jobboard.web.codes.marking import dollars, fact

NO_FAMILY = "No RBCS Family"
# What is asked, the column of the fee schedule, its words, and the indicator that is not worth a row.
ASKED = (
    ("Status", "status", indicators.STATUS, None),
    ("Professional and technical component (26, TC)", "pctc", indicators.PCTC, "9"),
    ("Multiple procedures (modifier 51)", "multiple_procedures", indicators.MULTIPLE, "9"),
    ("Bilateral surgery (modifier 50)", "bilateral", indicators.BILATERAL, "9"),
    ("Assistant at surgery (80, 81, 82, AS)", "assistant", indicators.ASSISTANT, "9"),
    ("Co-surgeons (62)", "co_surgeons", indicators.CO_SURGEONS, "9"),
    ("Surgical team (66)", "team", indicators.TEAM, "9"),
    ("Physician supervision of the test", "supervision", indicators.SUPERVISION, "09"),
    ("Imaging reduction", "imaging_family", indicators.IMAGING, "99"),
)


class Rule(NamedTuple):
    """One indicator: what it is about, the letter or digit of the file, its words."""

    about: str
    column: str
    indicator: str
    short: str
    meaning: str
    base: str = ""
    base_url: str = ""


def rules(known: Service) -> list[Rule]:
    """The indicators that say something, the status first. Empty where the status is all there is to say."""
    if known.fee is None:
        return []
    told = [told_of(known, known.fee, *asked) for asked in ASKED]
    said = [rule for rule in told if rule is not None]
    return said if len(said) > 1 else []


def told_of(
    known: Service, fee: Fee, about: str, column: str, words: dict[str, Word], silent: str | None
) -> Rule | None:
    indicator = getattr(fee, column)
    if column == "supervision":
        column, indicator = supervised(known, indicator)
    if indicator == silent:
        return None
    short, meaning = words_for(words, indicator)
    base = fee.endoscopic_base if column == "multiple_procedures" else ""
    return Rule(about, column, indicator, short, meaning, base, billed_path(base) if base else "")


def supervised(known: Service, indicator: str) -> tuple[str, str]:
    """Supervision is about the technical part: its row says it where the whole service's does not."""
    technical = next((fee.supervision for fee in known.fees if fee.modifier == "TC"), None)
    if indicator != "09" or technical is None:
        return "supervision", indicator
    return "supervision:TC", technical


def classes(known: Service) -> list[tuple[str, Markup | str, str]]:
    """Term, value and release: a hospital's payment, the kind of care, risk adjustment."""
    releases = {part: release.name for part, release in known.releases.items()}
    told: list[tuple[str, Markup | str, str]] = []
    if known.hospital:
        told.append(("Hospital outpatient payment (OPPS)", hospital(known), releases["hospital"]))
    if known.care:
        kind = " › ".join(
            part
            for part in (known.care.category, known.care.subcategory, known.care.family)
            if part and part != NO_FAMILY
        )
        told.append(("Kind of care (RBCS)", kind, releases["care"]))
    if "risk" in releases and known.code.active:
        told.append(("Diagnoses on it count for risk adjustment", RISK[known.for_risk], releases["risk"]))
    return told


RISK = {
    True: "Yes: on Medicare's list of services whose diagnoses are read.",
    False: "No: not on Medicare's list of services whose diagnoses are read.",
}


def hospital(known: Service) -> Markup:
    assert known.hospital is not None
    short, meaning = words_for(indicators.HOSPITAL, known.hospital.status)
    said = Markup("{} ({}). {}").format(short, fact("opps_status", known.hospital.status), meaning)
    rate = opps_rate(known)
    return said if rate is None else Markup("{} National rate {}.").format(said, dollars("opps_rate", rate))


def opps_rate(known: Service) -> Decimal | None:
    """Dollars with two places or, where the file has them, three."""
    if known.hospital is None or known.hospital.rate is None:
        return None
    exact = Decimal(known.hospital.rate)
    return exact.scaleb(-3) if known.hospital.rate % 10 else (exact / 10).scaleb(-2)
