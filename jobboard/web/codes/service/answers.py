"""Questions that coders ask of a service, answered from its facts to the digit, each with its release."""

import re
from collections.abc import Callable, Iterator

from markupsafe import Markup

from jobboard.domain.codes import indicators
from jobboard.domain.codes.indicators import words_for
from jobboard.domain.codes.service import Service
from jobboard.web.codes.marking import dollars, fact
from jobboard.web.codes.page import Question
from jobboard.web.codes.service.history import History
from jobboard.web.codes.service.rules import opps_rate
from jobboard.web.codes.service.value import Worth, joined, totals

MOST = 8
YEAR = re.compile(r"\b20\d\d\b")
NONE = Markup("")


def questions(known: Service, worth: Worth | None, past: History | None) -> list[Question]:
    """At most eight, the most asked first; the frame adds who codes it."""
    name = f"{known.code.code}"
    asked = Asked(known, worth, past, name)
    found = (Question(question, answer) for question, answer in asked.all() if answer)
    return list(found)[:MOST]


class Asked:
    """The answers about one service; an empty one leaves its question out."""

    def __init__(self, known: Service, worth: Worth | None, past: History | None, name: str) -> None:
        self.known, self.worth, self.past, self.name = known, worth, past, name
        self.releases = {part: release.name for part, release in known.releases.items()}
        self.year = year_of(self.releases.get("fees", ""))

    def all(self) -> Iterator[tuple[str, Markup]]:
        name = self.name
        ways: list[tuple[str, Callable[[], Markup]]] = [
            (f"How many RVUs is {name}?", self.values),
            (f"What does Medicare pay for {name} in {self.year}?", self.payment),
            (f"What is the global period of {name}?", self.global_period),
            (f"How often a day may {name} be billed?", self.units),
            (f"Is {name} an add-on code?", self.add_on),
            (f"Do modifiers 26 and TC apply to {name}?", self.parts),
            (f"Can an assistant at surgery be paid for {name}?", self.assistant),
            (f"How is {name} paid when it is done on both sides?", self.both_sides),
            (f"How has the work RVU of {name} changed?", self.changes),
            (f"What is a hospital paid for {name} under OPPS?", self.hospital),
            (f"Do diagnoses billed with {name} count for risk adjustment?", self.risk),
        ]
        return ((question, answer()) for question, answer in ways)

    def values(self) -> Markup:
        if self.worth is None or not (said := self.worth.settings):
            return NONE
        line = self.worth.lines[0]
        practice = {"office": line.pe_office, "facility": line.pe_facility}
        expense = joined(
            Markup("{} {}").format(fact(f"pe_{end}", practice[end]), where) for end, where, *_ in said
        )
        return Markup("{}: work {}, practice expense (PE) {}, malpractice (MP) {} ({}).").format(
            totals(said),
            fact("work", line.work),
            expense,
            fact("malpractice", line.malpractice),
            self.releases["fees"],
        )

    def payment(self) -> Markup:
        fee = self.known.fee
        if fee is None:
            return NONE
        if self.worth is None or not self.worth.paid or not self.worth.settings:
            short, meaning = words_for(indicators.STATUS, fee.status)
            return Markup("Status {}, {}. {} ({})").format(
                fee.status, short.lower(), meaning, self.releases["fees"]
            )
        said = self.worth.settings
        sums = joined(
            Markup("{} {}").format(dollars(f"dollars_{end}", paid), where) for end, where, _, paid in said
        )
        factor = dollars("conversion_factor", self.worth.conversion_factor)
        return Markup(
            "{} nationally: total RVUs times the conversion factor of {}. Each place's indices move it ({})."
        ).format(sums, factor, self.releases["fees"])

    def global_period(self) -> Markup:
        fee = self.known.fee
        if fee is None or self.worth is None:
            return NONE
        short, meaning = words_for(indicators.GLOBAL_DAYS, fee.global_days)
        return Markup("{}: {}. {} ({})").format(
            fact("global_days", fee.global_days), short.lower(), meaning, self.releases["fees"]
        )

    def units(self) -> Markup:
        limit = self.known.units
        if limit is None:
            return NONE
        short, meaning = indicators.words_for_limit(limit.units, limit.adjudication)
        unit = "unit" if limit.units == 1 else "units"
        return Markup("{} {}, {}. {} (NCCI, {})").format(
            fact("mue", limit.units), unit, short, meaning, self.releases["units"]
        )

    def add_on(self) -> Markup:
        if not self.known.primaries:
            return NONE
        primaries = [row.primary_code for row in self.known.primaries if row.primary_code.isalnum()]
        meaning = words_for(indicators.ADD_ON_KIND, self.known.primaries[0].kind).meaning
        count = len([code for code in primaries if code != "CCCCC"])
        listed = f" {count} primary {'code is' if count == 1 else 'codes are'} listed." if count else ""
        return Markup("Yes. {}{} (NCCI, {})").format(meaning, listed, self.releases["add_ons"])

    def parts(self) -> Markup:
        return self.by_indicator("pctc", indicators.PCTC)

    def assistant(self) -> Markup:
        return self.by_indicator("assistant", indicators.ASSISTANT)

    def both_sides(self) -> Markup:
        return self.by_indicator("bilateral", indicators.BILATERAL)

    def by_indicator(self, column: str, words: dict[str, indicators.Word]) -> Markup:
        """Nobody asks a visit or a test without parts for what "no" is the only answer: there 0 says nothing."""
        fee = self.known.fee
        if fee is None or self.worth is None or getattr(fee, column) == "9":
            return NONE
        if getattr(fee, column) == "0" and (column == "pctc" or not fee.global_days.isdigit()):
            return NONE
        short, meaning = words_for(words, getattr(fee, column))
        return Markup("{}. {} ({})").format(short, meaning, self.releases["fees"])

    def changes(self) -> Markup:
        if self.past is None:
            return NONE
        first, last = self.past.years[0], self.past.years[-1]
        values = [fact(f"history_{year}", work) for year, work in (first, last)]
        if self.past.same:
            return Markup("Not at all: {} in every year from {} to {}. ({})").format(
                values[1], first[0], last[0], self.releases["history"]
            )
        why = " The step to 2026 is Medicare's efficiency adjustment of 2.5%." if self.past.adjusted else ""
        return Markup("From {} in {} to {} in {}.{} ({})").format(
            values[0], first[0], values[1], last[0], why, self.releases["history"]
        )

    def hospital(self) -> Markup:
        if self.known.hospital is None:
            return NONE
        short, meaning = words_for(indicators.HOSPITAL, self.known.hospital.status)
        rate = opps_rate(self.known)
        paid = (
            NONE if rate is None else Markup(" The national rate is {}.").format(dollars("opps_rate", rate))
        )
        return Markup("{}. {}{} ({})").format(short, meaning, paid, self.releases["hospital"])

    def risk(self) -> Markup:
        if "risk" not in self.releases or not self.known.code.active:
            return NONE
        yes = "Yes, it is" if self.known.for_risk else "No, it is not"
        return Markup("{} on Medicare's list of services for risk adjustment ({}).").format(
            yes, self.releases["risk"]
        )


def year_of(release: str) -> str:
    """The year a release is of: `RVU26C, July 2026` -> `2026`."""
    found = YEAR.search(release)
    return found.group() if found else "the current year"
