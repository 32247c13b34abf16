"""Where and with what a posting's work is done."""

from dataclasses import replace
from random import Random

from jobboard.seeds.roles.role import Role
from jobboard.seeds.shapes import EmployerSeed, Place, PostingSeed, Tool

HOSPITAL_ENCODERS = ("Solventum 360 Encompass", "TruCode")
SUGGESTING = {"hcc": "Apixio", "radiology": "Nuance mPower"}
AUTONOMOUS = ("Fathom", "CodaMetrix", "Nym")
PORTALS = ("denials", "inpatient-denials", "biller-coder", "telehealth")


def fits(title: str, employer: EmployerSeed) -> bool:
    """Whether an employer of this kind would print this title."""
    if "Trauma" in title:
        return employer.kind == "health_system" and employer.weight >= 11
    if "Practice" in title:
        return employer.kind in ("physician_group", "other")
    if title.startswith("Director"):
        return employer.weight >= 16
    return "Payer" not in title or employer.kind == "payer"


def workplace(
    dice: Random, posting: PostingSeed, employer: EmployerSeed, role: Role, place: Place | None
) -> PostingSeed:
    remote, hybrid, onsite = role.models
    if place is not None:
        remote, hybrid, onsite = 0, hybrid or 1, onsite or 1
    if employer.contractors or (employer.payroll_states is None and place is None):
        remote, hybrid, onsite = 90, 10 if role.slug != "hcc-contractor" else 0, 0
    model = dice.choices(("remote", "hybrid", "onsite"), (remote, hybrid, onsite))[0]
    if model == "remote":
        states = employer.payroll_states
        return replace(
            posting,
            work_model=model,
            states="all" if states is None else states,
            states_reason="" if states is None else employer.payroll_reason,
        )
    days = dice.choice((1, 1, 2, 2, 3)) if model == "hybrid" else None
    return replace(
        posting, work_model=model, hybrid_days=days, places=(place or dice.choice(employer.places),)
    )


def hours(dice: Random, role: Role) -> tuple[tuple[str, ...], int]:
    """Types of employment and hours a week."""
    if role.types == ("full_time",) and role.unit == "hour":
        chance = dice.random()
        if chance < 0.07:
            return ("part_time",), dice.choice((20, 24, 30))
        if chance < 0.11:
            return ("full_time", "part_time"), 40
        if chance < 0.14:
            return ("temporary",), 40
    return role.types, dice.choice(role.hours)


def tools(dice: Random, posting: PostingSeed, employer: EmployerSeed, role: Role) -> PostingSeed:
    senior = (posting.experience_months or 0) >= 24
    ehr_need = dice.choice(
        ("required", "helpful", "helpful") if senior else ("helpful", "we_train", "we_train")
    )
    encoder_need = dice.choice(("helpful", "helpful", "we_train"))
    found = [
        Tool(dice.choice(employer.ehr.split("|")), "ehr", ehr_need),
        Tool(encoder(dice, employer, role), "encoder", encoder_need),
    ]
    if posting.ai_use == "autonomous_with_audit":
        found.append(Tool(dice.choice(AUTONOMOUS), "cac", "we_train"))
    elif posting.ai_use == "suggests" and (role.facility_tools or role.slug in SUGGESTING):
        found.append(Tool(SUGGESTING.get(role.slug, "Optum Enterprise CAC"), "cac", "we_train"))
    if role.slug in PORTALS:
        found.append(Tool("Payer portals", "other", "helpful"))
    engine = found[2].name if len(found) > 2 and found[2].kind == "cac" else ""
    return replace(posting, tools=tuple(found), ai_note=ai_note(posting.ai_use, engine))


def encoder(dice: Random, employer: EmployerSeed, role: Role) -> str:
    """The employer's own encoder where the desk uses such a one, else one of the desk's."""
    if employer.encoder in role.encoders:
        return employer.encoder
    if role.facility_tools:
        return employer.encoder if employer.encoder in HOSPITAL_ENCODERS else HOSPITAL_ENCODERS[0]
    return dice.choice(role.encoders)


def ai_note(use: str | None, engine: str) -> str:
    if use == "suggests":
        return f"Suggestions come from {engine or 'the encoder'}; the coder decides on every code."
    if use == "autonomous_with_audit":
        return f"{engine} releases simple charts on its own; coders audit a daily sample and can stop it."
    return ""
