"""What a posting offers: pay that is sane for the desk and the state, benefits, the rest, and where to apply."""

from dataclasses import replace
from random import Random

from jobboard.seeds.markets import PAY
from jobboard.seeds.roles.role import Role
from jobboard.seeds.shapes import EmployerSeed, PostingSeed

WIDEST = 1.5  # the top of a range is at most this many times its bottom
HOURS_A_YEAR = 2080
BONUSES = (
    "Accuracy bonus of up to $600 a quarter",
    "Sign-on bonus of $1,500, paid after 90 days",
    "Annual bonus of up to 3 percent when the department meets its goals",
    "$500 for each specialty credential earned",
    "Referral bonus of $1,000",
)
EXTRAS = (
    "None",
    "None",
    "None",
    "Overtime at time and a half",
    "Weekend differential of $2 an hour",
    "Internet allowance of $40 a month",
)
PRN_BENEFITS = ("Retirement plan after 1,000 hours", "Paid sick time where state law gives it")
PART_TIME_BENEFITS = ("Medical from 24 hours a week", "Retirement plan", "Paid leave in proportion")
CONTRACT_BENEFITS = ("No benefits: contract work",)


def level(posting: PostingSeed, employer: EmployerSeed) -> float:
    """How this market pays, 1.00 being the national middle. Remote pay lies between home and the middle."""
    if posting.places:
        return PAY[posting.places[0].state] * employer.pay_factor
    return (PAY[employer.state] + 1) / 2 * employer.pay_factor


def pay(dice: Random, posting: PostingSeed, employer: EmployerSeed, role: Role) -> PostingSeed:
    low, high = role.pay
    seniority = 1 + 0.02 * role.months.index(posting.experience_months or role.months[0])
    market = 1.0 if role.unit == "chart" else level(posting, employer) * seniority
    bottom = (low + dice.uniform(0, 0.22) * (high - low)) * market
    top = min((high - dice.uniform(0, 0.3) * (high - low)) * market, bottom * WIDEST)
    unit = role.unit
    if unit == "hour" and posting.employment_types == ("full_time",) and dice.random() < 0.06:
        unit, bottom, top = "year", bottom * HOURS_A_YEAR, top * HOURS_A_YEAR
    grain = {"year": 500, "hour": 0.25, "chart": 0.25}[unit]
    return replace(posting, pay_min=to_grain(bottom, grain), pay_max=to_grain(top, grain), pay_unit=unit)


def to_grain(amount: float, grain: float) -> float:
    return round(round(amount / grain) * grain, 2)


def bonus(dice: Random, posting: PostingSeed) -> PostingSeed:
    employed = {"full_time", "part_time"} & set(posting.employment_types)
    return replace(posting, bonus=dice.choice(BONUSES)) if employed and dice.random() < 0.2 else posting


def benefits(posting: PostingSeed, employer: EmployerSeed) -> PostingSeed:
    by_type = {"contract_1099": CONTRACT_BENEFITS, "prn": PRN_BENEFITS, "part_time": PART_TIME_BENEFITS}
    return replace(posting, benefits=by_type.get(posting.employment_types[0], employer.benefits))


def extras(dice: Random, posting: PostingSeed) -> PostingSeed:
    hourly = posting.pay_unit == "hour" and posting.employment_types[0] != "contract_1099"
    return replace(posting, other_compensation=dice.choice(EXTRAS) if hourly else "None")


def apply_link(dice: Random, posting: PostingSeed, employer: EmployerSeed) -> PostingSeed:
    """One in eight sends readers to the employer's own site; questions are asked there then."""
    if dice.random() >= 0.12:
        return posting
    url = f"{employer.website}/careers/{posting.requisition.lower()}"
    return replace(posting, apply_how="link", apply_url=url, questions=())
