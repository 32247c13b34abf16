"""Pay against what the board's live postings of the same specialties pay."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from jobboard.domain.moderation.background import Background
from jobboard.domain.moderation.fact import Fact, bad, good, look
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings import pay
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.terms import PayUnit

TOPIC = "Pay"
ENOUGH = 8  # fewer live postings are no band
EDGE = 0.05
WIDE = Decimal("2.5")
USUAL = (Decimal(16), Decimal(75))  # dollars an hour, for when there is no band
PIECE = Decimal(16)  # dollars for one chart or encounter from which on it is rather what an hour pays
FAR = 2  # times the highest, or a part of the lowest


@lru_cache(maxsize=4096)  # many jobs say the same range
def middle(low: Decimal | None, high: Decimal | None, unit: PayUnit | None) -> Decimal | None:
    """Dollars an hour halfway up a range; None for piece pay and unfinished ranges."""
    least, most = pay.hourly(low, unit), pay.hourly(high, unit)
    return None if least is None or most is None else (least + most) / 2


def facts(posting_id: str, edition: Edition, known: Background) -> Iterable[Fact]:
    low, high, unit = edition.pay_min, edition.pay_max, edition.pay_unit
    if low is not None and high is not None and high >= WIDE * low:
        wide = f"The range is wide: {pay.spoken(low, high, unit)}."
        yield look(TOPIC, wide, Reason.PAY_UNCLEAR)
    figure = middle(low, high, unit)
    if figure is None:
        if unit is not None and low is not None:
            yield by_the_piece(low, edition)
        return
    found = (paid for tag in edition.specialties for paid in known.paid.get(tag.specialty_id, ()))
    others = {paid.posting_id: paid.hourly for paid in found if paid.posting_id != posting_id}
    yield in_band(figure, sorted(others.values())) if len(others) >= ENOUGH else in_usual(figure, len(others))


def by_the_piece(low: Decimal, edition: Edition) -> Fact:
    said = pay.spoken(low, edition.pay_max, edition.pay_unit)
    if low >= PIECE:
        return bad(
            TOPIC, f"{said}: that is what coding jobs pay for an hour. Is the unit right?", Reason.PAY_UNCLEAR
        )
    return look(TOPIC, f"{said}: not compared. Look at the usual output beside it.")


def in_band(figure: Decimal, others: list[Decimal]) -> Fact:
    below = sum(other < figure for other in others) / len(others)
    jobs = f"the {len(others)} live jobs of the same specialty"
    said = f"{pay.money(figure.quantize(pay.CENT))} an hour at the middle of the range"
    if figure > FAR * others[-1] or figure * FAR < others[0]:
        side = (
            "more than twice what the highest of"
            if figure > others[-1]
            else "less than half of what the lowest of"
        )
        return bad(TOPIC, f"{said}: {side} {jobs} pays. Is the unit right?", Reason.PAY_UNCLEAR)
    if below > 1 - EDGE:
        part = "any" if below == 1 else f"{below:.0%}"
        return look(TOPIC, f"{said}: more than {part} of {jobs} pays.", Reason.PAY_UNCLEAR)
    if below < EDGE:
        part = "any" if figure < others[0] else f"{1 - below:.0%}"
        return look(TOPIC, f"{said}: less than {part} of {jobs} pays.", Reason.PAY_UNCLEAR)
    return good(TOPIC, f"{said}: above {below:.0%} of {jobs}.")


def in_usual(figure: Decimal, others: int) -> Fact:
    said = f"{pay.money(figure.quantize(pay.CENT))} an hour at the middle of the range"
    low, high = (pay.money(edge) for edge in USUAL)
    why = (
        f"(only {others} live jobs of the same specialty to compare with)"
        if others
        else "(no live job of the same specialty)"
    )
    if USUAL[0] <= figure <= USUAL[1]:
        return good(TOPIC, f"{said}: within the {low} to {high} that coding jobs pay {why}.")
    return look(
        TOPIC, f"{said}: outside of the {low} to {high} that coding jobs pay {why}.", Reason.PAY_UNCLEAR
    )
