"""Postings that should not go live as they are: each shows a moderator one thing that goes wrong in practice."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from jobboard.seeds.compose import compose
from jobboard.seeds.employers import EMPLOYERS
from jobboard.seeds.employers.unproven import UNPROVEN
from jobboard.seeds.lives import beginning
from jobboard.seeds.people import writer_of
from jobboard.seeds.roles import ROLES
from jobboard.seeds.roles.role import core, holds
from jobboard.seeds.shapes import EmployerSeed, PostingSeed, Tool

BY_SLUG = {employer.slug: employer for employer in (*EMPLOYERS, *UNPROVEN)}


def poor(seed: int, now: datetime) -> list[PostingSeed]:
    """The eight in the order they were sent, the oldest first."""
    makers = (
        pay_per_what,
        nowhere,
        message_me,
        wrong_family,
        first_job_five_years,
        too_vague,
        wrong_words,
        long_test,
    )
    made = [make(Random(f"{seed}:poor:{number}")) for number, make in enumerate(makers)]
    return [wait(posting, number, now) for number, posting in enumerate(made)]


def wait(posting: PostingSeed, number: int, now: datetime) -> PostingSeed:
    submitted = now - timedelta(hours=40 - 4 * number)
    created = submitted - timedelta(hours=2)
    by = writer_of(BY_SLUG[posting.employer_slug])
    return replace(
        posting,
        key=f"poor-{number}",
        status="in_review",
        by=by,
        created_at=created,
        closes_on=(now + timedelta(days=45)).date(),
        diary=beginning(created, submitted, by),
    )


def start(dice: Random, slug: str, role: str, title: str) -> PostingSeed:
    employer: EmployerSeed = BY_SLUG[slug]
    made = compose(dice, "poor", employer, ROLES[role], title=title)
    return replace(made, apply_how="here", apply_url="")


def pay_per_what(dice: Random) -> PostingSeed:
    """An hourly wage typed as pay for each encounter."""
    made = start(dice, "maple-notch", "primary-care", "Primary Care Coder")
    return replace(made, pay_min=24, pay_max=29, pay_unit="encounter")


def nowhere(dice: Random) -> PostingSeed:
    """Remote, one state, and a reason that is none."""
    made = start(dice, "tidewater-crossing", "cardiology", "Remote Cardiology Coder - Anywhere!")
    return replace(
        made, work_model="remote", places=(), hybrid_days=None, states=("DE",), states_reason="see HR"
    )


def message_me(dice: Random) -> PostingSeed:
    """Asks readers to leave the board, and for money."""
    made = start(dice, "swift-remote-coders", "primary-care", "WORK FROM HOME coder $45/hr no experience")
    text = (
        "We are hiring 50 coders this week!!! No experience and no certificate needed, we train you in two days.\n\n"
        "To reserve your seat message our manager on WhatsApp at +1 555 0100 or write to quickhire@example.com. A "
        "starter kit of $89 is refunded with your first pay. Earn up to $7,200 a month from your phone.\n\n"
        "Bring your bank details to the first call so that we can set up direct deposit the same day."
    )
    return replace(
        made, description=text, pay_min=20, pay_max=45, pay_unit="hour", experience_months=0, apprentices="yes",
        states="all", states_reason="", work_model="remote", places=(), seats=50, steps=(), productivity=None,
        benefits=("Weekly pay",), credential_groups=(), questions=(),
    )  # fmt: skip


def wrong_family(dice: Random) -> PostingSeed:
    """A dermatology title on the code families of the heart, facility credentials for an office."""
    made = start(dice, "saguaro-skin", "dermatology", "Dermatology Coder, Mohs Team")
    return replace(
        made, families=(core("93458", 60), core("33208", 40)), credential_groups=(holds("CCS", "CIC"),)
    )


def first_job_five_years(dice: Random) -> PostingSeed:
    """Called entry level, asks for five years, takes no apprentices, pays a training wage."""
    made = start(dice, "garden-bridge-billing", "apprentice", "Entry Level Medical Coder")
    return replace(made, experience_months=60, apprentices="no", pay_min=18, pay_max=20, pay_unit="hour")


def too_vague(dice: Random) -> PostingSeed:
    """Long enough to be sent, and says nothing."""
    made = start(dice, "northgate-staffing", "inpatient-drg", "Medical Coder - Various Clients")
    text = (
        "Our client, a leader in its field, is looking for a rock star coder to join a dynamic and fast-growing team. "
        "You will handle all aspects of coding and other duties as assigned. Competitive pay, great culture and "
        "excellent opportunities for growth await the right candidate. Must be a self-starter and team player."
    )
    return replace(
        made, description=text, employment_types=("agency",), steps=(), productivity=None, tools=()
    )


def wrong_words(dice: Random) -> PostingSeed:
    """A decent desk described in words that US law does not allow in an advertisement."""
    made = start(dice, "bay-pines-anesthesia", "anesthesia", "Anesthesia Coder")
    said = "We are a young, energetic team and look for a recent graduate or digital native. Native English speakers only."
    return replace(made, description=f"{said}\n\n{made.description}")


def long_test(dice: Random) -> PostingSeed:
    """A test of four unpaid hours, closed book, and an answer after a month."""
    made = start(dice, "hudson-arbor", "edit-resolution", "Claim Edit Coder")
    steps = tuple(
        step._replace(minutes=240, paid=False, open_book=False) for step in made.steps if step.pass_mark
    )
    return replace(made, steps=steps, tools=(Tool("athenahealth", "ehr", "required"),), response_days=30)
