"""Makes one posting's terms out of a desk and an employer: what is coded is the desk's, how it is offered the employer's."""

from dataclasses import replace
from random import Random

from jobboard.seeds.offer import apply_link, benefits, bonus, extras, pay
from jobboard.seeds.prose import describe
from jobboard.seeds.roles.role import Pace, Role
from jobboard.seeds.shapes import EmployerSeed, Family, Group, Place, PostingSeed, Productivity, Step
from jobboard.seeds.workplace import fits, hours, tools, workplace


def compose(
    dice: Random,
    key: str,
    employer: EmployerSeed,
    role: Role,
    *,
    place: Place | None = None,
    title: str | None = None,
) -> PostingSeed:
    """A complete posting without a life yet. `place` makes it on site or hybrid there."""
    title = title or dice.choice([title for title in role.titles if fits(title, employer)])
    posting = desk(dice, PostingSeed(key=key, employer_slug=employer.slug, title=title), employer, role)
    posting = workplace(dice, posting, employer, role, place)
    posting = apprentices(dice, posting, role)
    posting = replace(posting, productivity=standard(dice, posting, employer, role.pace))
    posting = tools(dice, posting, employer, role)
    posting = extras(dice, benefits(bonus(dice, pay(dice, posting, employer, role)), employer))
    posting = apply_link(dice, posting, employer)
    return replace(posting, description=describe(dice, posting, employer, role))


def desk(dice: Random, posting: PostingSeed, employer: EmployerSeed, role: Role) -> PostingSeed:
    types, weekly = hours(dice, role)
    return replace(
        posting,
        role=role.slug,
        settings=role.settings[: dice.randint(1, len(role.settings))],
        specialties=role.specialties[: dice.randint(1, len(role.specialties))],
        families=shares(dice, role.families),
        credential_groups=role.credentials,
        experience_months=experience(dice, role, posting.title),
        employment_types=types,
        hours_per_week=weekly,
        schedule=dice.choice(role.schedules),
        ai_use=dice.choice(role.ai),
        steps=steps(dice, role),
        questions=role.questions,
        response_days=employer.response_days,
        seats=dice.choice((1, 1, 1, 1, 2, 2, 3)),
        requisition=requisition(dice, employer),
        duties=duties(dice, role),
    )


def experience(dice: Random, role: Role, title: str) -> int:
    """Months, agreeing with the title: a senior desk asks for the most, a first grade for the least."""
    if title.startswith("Senior") or "III" in title or title.startswith("Lead"):
        return max(role.months)
    if title.endswith(" I"):
        return min(role.months)
    return dice.choice(role.months)


def apprentices(dice: Random, posting: PostingSeed, role: Role) -> PostingSeed:
    """Whether they may apply, said the same way in the field and in the credentials asked for."""
    takes = role.apprentices if (posting.experience_months or 0) <= 6 else "no"
    conditions = dice.choice(role.apprentice_conditions) if takes == "with_conditions" else ""
    groups = tuple(for_apprentices(group, takes) for group in posting.credential_groups)
    return replace(posting, apprentices=takes, apprentice_conditions=conditions, credential_groups=groups)


def for_apprentices(group: Group, takes: str) -> Group:
    """A required group that a CPC meets is met by a CPC-A exactly where apprentices are taken."""
    if group.need != "required":
        return group
    held = tuple(name for name in group.credentials if takes != "no" or not name.endswith("-A"))
    if takes != "no" and "CPC" in held and "CPC-A" not in held:
        held = (*held, "CPC-A")
    return group._replace(credentials=held)


def shares(dice: Random, families: tuple[Family, ...]) -> tuple[Family, ...]:
    """The desk's families with shares moved a little between two of them; they never exceed 100 together."""
    moved = list(families)
    giver, taker = dice.sample(range(len(moved)), 2) if len(moved) > 1 else (0, 0)
    step = dice.choice((0, 5, 5, 10))
    if giver != taker and moved[giver].share - step >= 5:
        moved[giver] = moved[giver]._replace(share=moved[giver].share - step)
        moved[taker] = moved[taker]._replace(share=moved[taker].share + step)
    return tuple(moved)


def duties(dice: Random, role: Role) -> tuple[tuple[str, int], ...]:
    """The desk's split of duties, sometimes with five points moved from the first to the second."""
    parts = list(role.duties)
    if len(parts) > 1 and dice.random() < 0.5 and parts[0][1] >= 30:
        (first, most), (second, less) = parts[:2]
        parts[:2] = [(first, most - 5), (second, less + 5)]
    return tuple(parts)


def standard(
    dice: Random, posting: PostingSeed, employer: EmployerSeed, pace: Pace | None
) -> Productivity | None:
    if pace is None:
        return None
    return Productivity(
        unit=pace.unit,
        target=dice.randint(pace.lo, pace.hi),
        period=pace.period,
        encounter=posting.settings[0].encounter,
        ramp_weeks=pace.ramp,
        accuracy_pct=pace.accuracy,
        method="every_chart"
        if posting.apprentices == "yes"
        else dice.choice(("random", "random", "focused")),
        auditor=employer.auditor,
    )


def steps(dice: Random, role: Role) -> tuple[Step, ...]:
    first = dice.choice(
        (Step("Short call", 20), Step("Call with the lead", 30), Step("Screening by phone", 15))
    )
    last = dice.choice(
        (
            Step("Interview with the lead", 45),
            Step("Talk with two coders and the manager", 60),
            Step("Video interview", 45),
        )
    )
    return (first, *role.steps, last)


def requisition(dice: Random, employer: EmployerSeed) -> str:
    initials = "".join(word[0] for word in employer.slug.split("-")).upper()
    return f"{initials}-{dice.randint(10000, 99999)}"
