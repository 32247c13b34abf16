"""The global period drawn day by day: which days one payment covers, and how much of it each part of them earns."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from jobboard.web.charts.labels import Label, fitting, label_at, percent, rounded
from jobboard.web.charts.stacking import Segment, segments

AROUND = 2  # days drawn on either side that the payment does not cover, more where it covers few
FEWEST = 13
PARTS = ("before", "day", "after")
STRIPE = 0.62  # of the room a day has
COUNTED = {"000": 0, "010": 10, "090": 90}
SAID = {
    "000": (
        "The day itself",
        "One payment covers the procedure and the visits that belong to it on the same day.",
    ),
    "010": (
        "11 days: the day itself and 10 after",
        "One payment covers the procedure and the usual follow-up of a minor procedure.",
    ),
    "090": (
        "92 days: the day before, the day itself and 90 after",
        "One payment covers the procedure, the visit the day before and the usual follow-up of major surgery.",
    ),
    "MMM": (
        "Maternity care",
        "No days are counted: care before, at and after the birth has rules of its own.",
    ),
    "XXX": (
        "No global period",
        "The idea does not apply: every service before and after is paid for itself.",
    ),
    "YYY": (
        "Set by the contractor",
        "The Medicare contractor decides whether there is a global period and how long it is.",
    ),
    "ZZZ": (
        "That of the main service",
        "An add-on: it is paid with another service, and the days of that service count.",
    ),
}
UNKNOWN = ("Not stated", "The fee schedule says nothing about days for this code.")


@dataclass(frozen=True)
class Stripe:
    """A day. `part` is outside, before, day or after."""

    part: str
    x: float
    width: float


@dataclass(frozen=True)
class Link:
    """From the days that are covered down to what they earn: the corners of a band, in percent."""

    mark: int
    points: str


@dataclass(frozen=True)
class Package:
    stripes: tuple[Stripe, ...]
    labels: tuple[Label, ...]
    shares: tuple[Segment, ...]
    links: tuple[Link, ...]


def said_of(days: str) -> tuple[str, str]:
    """The heading and the sentence for a global indicator of the fee schedule."""
    return SAID.get(days, UNKNOWN)


def package(days: str, pre: Decimal, intra: Decimal, post: Decimal) -> Package | None:
    """The drawing for an indicator that counts days; None for the others. Shares of nought have no part in it."""
    if days not in COUNTED:
        return None
    stripes = _stripes(1 if days == "090" else 0, COUNTED[days])
    named = [("Before", pre), ("During", intra), ("After", post)]
    whole = pre + intra + post
    shares = segments([(name, share, f"{name} {percent(share)}") for name, share in named], whole)
    return Package(stripes, _labels(stripes), shares, _links(stripes, shares))


def _stripes(before: int, after: int) -> tuple[Stripe, ...]:
    covered = ["before"] * before + ["day"] + ["after"] * after
    outside = ["outside"] * max(AROUND, (FEWEST - len(covered)) // 2)
    parts = outside + covered + outside
    step = 100 / len(parts)
    return tuple(
        Stripe(part, rounded(n * step + step * (1 - STRIPE) / 2), rounded(step * STRIPE))
        for n, part in enumerate(parts)
    )


def _labels(stripes: Sequence[Stripe]) -> tuple[Label, ...]:
    """The day itself and the last one, then tens of days where they find room."""
    day = next(n for n, stripe in enumerate(stripes) if stripe.part == "day")
    after = [stripe for stripe in stripes if stripe.part == "after"]
    first = label_at(_middle(stripes[day]), "the day")
    tens = [label_at(_middle(after[n - 1]), f"day {n}") for n in (len(after), 30, 60) if 0 < n <= len(after)]
    return tuple(fitting([first, *tens]))


def _middle(stripe: Stripe) -> float:
    return stripe.x + stripe.width / 2


def _links(stripes: Sequence[Stripe], shares: Sequence[Segment]) -> tuple[Link, ...]:
    """Work before and after that has no days of its own is done on the day itself: these share its stripe."""
    there = {stripe.part for stripe in stripes}
    homes = [PARTS[one.mark] if PARTS[one.mark] in there else "day" for one in shares]
    on_day = sum(one.width for one, home in zip(shares, homes, strict=True) if home == "day")
    at, links = _reach(stripes, "day")[0], []
    for one, home in zip(shares, homes, strict=True):
        start, end = _reach(stripes, home)
        if home == "day":
            start, end = at, at + (end - start) * one.width / on_day
            at = end
        links.append(Link(one.mark, _band((start, end), (one.x, one.x + one.width))))
    return tuple(links)


def _reach(stripes: Sequence[Stripe], part: str) -> tuple[float, float]:
    mine = [stripe for stripe in stripes if stripe.part == part]
    return mine[0].x, mine[-1].x + mine[-1].width


def _band(top: tuple[float, float], foot: tuple[float, float]) -> str:
    corners = [(top[0], 0), (top[1], 0), (foot[1], 100), (foot[0], 100)]
    return " ".join(f"{rounded(x)},{y}" for x, y in corners)
