"""Composes a posting's text from the desk's own sentences and the posting's facts: the two never disagree."""

from collections.abc import Callable
from random import Random

from jobboard.seeds import phrases
from jobboard.seeds.roles.role import Role
from jobboard.seeds.shapes import EmployerSeed, PostingSeed

DAYS = {1: "one day", 2: "two days", 3: "three days", 4: "four days"}


def describe(dice: Random, posting: PostingSeed, employer: EmployerSeed, role: Role) -> str:
    """Markdown in American English, 150 to 450 words. The same dice give the same text."""
    headings = dice.choice(phrases.HEADINGS)
    blocks = [
        opening(dice, employer),
        section(dice, headings[0], role.work, dice.randint(3, 5)),
        mix(dice, posting),
        section(dice, headings[1], role.bring, dice.randint(2, 3)),
        section(dice, headings[2], role.hard, dice.randint(1, 2), listed=False),
        under(headings[3], paragraphs(dice, [part(dice, posting, employer) for part in DAY])),
        under(headings[4], hiring(dice, posting)),
    ]
    if dice.random() < 0.3:
        blocks[3], blocks[5] = blocks[5], blocks[3]
    if dice.random() < 0.25:
        blocks[3], blocks[4] = blocks[4], blocks[3]
    return "\n\n".join(block for block in blocks if block)


def opening(dice: Random, employer: EmployerSeed) -> str:
    home = f"{employer.city}, {employer.state}"
    company = employer.kind in ("coding_company", "payer")
    why = dice.choice(phrases.WHY + (phrases.WHY_COMPANY if company else phrases.WHY_PROVIDER))
    return dice.choice(phrases.OPENINGS).format(name=employer.name, home=home, why=why)


def mix(dice: Random, posting: PostingSeed) -> str:
    widest = max(posting.families, key=lambda family: family.share)
    return dice.choice(phrases.MIX).format(code=widest.code, share=widest.share)


def section(
    dice: Random, heading: str, sentences: tuple[str, ...], count: int, *, listed: bool = True
) -> str:
    chosen = dice.sample(sentences, min(count, len(sentences)))
    chosen.sort(key=sentences.index)
    if listed and dice.random() < 0.75:
        return under(heading, "\n".join(f"- {sentence}" for sentence in chosen))
    return under(heading, " ".join(chosen))


def under(heading: str, text: str) -> str:
    return f"### {heading}\n\n{text}" if text else ""


def paragraphs(dice: Random, parts: list[str]) -> str:
    """The parts in two paragraphs, so that no block of text grows too long to read."""
    said = [part for part in parts if part]
    cut = max(1, len(said) // 2 + dice.choice((0, 0, 1)))
    return "\n\n".join(" ".join(half) for half in (said[:cut], said[cut:]) if half)


def place(dice: Random, posting: PostingSeed, employer: EmployerSeed) -> str:
    if posting.work_model == "remote":
        return dice.choice(phrases.REMOTE[:-1] if posting.states == "all" else phrases.REMOTE)
    where = ", ".join(posting.places[0]) if posting.places else f"{employer.city}, {employer.state}"
    if posting.work_model == "onsite":
        return dice.choice(phrases.ONSITE).format(place=where)
    said = dice.choice(phrases.HYBRID).format(place=where, days=DAYS[posting.hybrid_days or 2])
    return said[0].upper() + said[1:]


def team(dice: Random, posting: PostingSeed, employer: EmployerSeed) -> str:
    if "contract_1099" in posting.employment_types:
        return dice.choice(phrases.CONTRACT)
    if "prn" in posting.employment_types:
        return dice.choice(phrases.PRN)
    return dice.choice(phrases.TEAM)


def quality(dice: Random, posting: PostingSeed, employer: EmployerSeed) -> str:
    standard = posting.productivity
    if standard is None:
        return ""
    pace = f"{standard.target} {standard.unit} {'an' if standard.period == 'hour' else 'a'} {standard.period}"
    return dice.choice(phrases.QUALITY).format(
        pace=pace,
        accuracy=standard.accuracy_pct,
        ramp=standard.ramp_weeks,
        auditor=lower_first(standard.auditor),
    )


def tools(dice: Random, posting: PostingSeed, employer: EmployerSeed) -> str:
    encoder = next((tool.name for tool in posting.tools if tool.kind == "encoder"), employer.encoder)
    ehr = next((tool.name for tool in posting.tools if tool.kind == "ehr"), employer.ehr)
    return dice.choice(phrases.TOOLS).format(ehr=ehr, encoder=encoder)


def newcomers(dice: Random, posting: PostingSeed, employer: EmployerSeed) -> str:
    if posting.apprentices == "yes":
        return dice.choice(phrases.APPRENTICE_YES)
    if posting.apprentices == "with_conditions":
        conditions = posting.apprentice_conditions
        return dice.choice(phrases.APPRENTICE_CONDITIONS).format(conditions=lower_first(conditions))
    return dice.choice(phrases.APPRENTICE_NO) if (posting.experience_months or 0) >= 24 else ""


def learning(dice: Random, posting: PostingSeed, employer: EmployerSeed) -> str:
    employed = "contract_1099" not in posting.employment_types
    return dice.choice(phrases.LEARNING) if employed and dice.random() < 0.7 else ""


def automation(dice: Random, posting: PostingSeed, employer: EmployerSeed) -> str:
    return dice.choice(phrases.AI[posting.ai_use]) if posting.ai_use else ""


def hiring(dice: Random, posting: PostingSeed) -> str:
    steps = [lower_first(step.label) for step in posting.steps]
    listed = ", then ".join(steps) if steps else "a talk, then an answer"
    days = posting.response_days or 7
    answer = dice.choice(phrases.HIRING).format(steps=listed, answer=f"{days} days")
    return " ".join(part for part in (answer, dice.choice(phrases.CLOSINGS)) if part)


def lower_first(text: str) -> str:
    """The text as it stands inside a sentence; names of credentials (CPC-A, HCS-D) keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


DAY: tuple[Callable[[Random, PostingSeed, EmployerSeed], str], ...] = (
    place,
    team,
    quality,
    tools,
    automation,
    newcomers,
    learning,
)
