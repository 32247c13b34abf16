"""Terms of a posting by chance, drawn from little, so that many postings share them."""

from decimal import Decimal

from jobboard.domain.postings import parts, terms
from jobboard.domain.postings.terms import FeeSide, WorkModel

STATES = ("TX", "OH", "CA")
# Three cities of Texas not far from each other, one far off, and two elsewhere (degrees north and east).
CITIES = {
    ("Houston", "TX"): (29.7604, -95.3698),
    ("Pasadena", "TX"): (29.6911, -95.2091),
    ("Galveston", "TX"): (29.3013, -94.7977),
    ("El Paso", "TX"): (31.7619, -106.4850),
    ("Columbus", "OH"): (39.9612, -82.9988),
    ("Fresno", "CA"): (36.7378, -119.7871),
}
TOOLS = ("Epic", "EPIC", "Oracle Health (Cerner)", "Optum EncoderPro")


def chance_terms(chance, known):
    """`known`: the specialties, credentials and families to draw from."""
    low, unit = chance.choice([(18, "hour"), (27, "hour"), (41, "hour"), (52_000, "year"), (3, "chart")])
    model = chance.choice(list(WorkModel))
    states = () if model != WorkModel.REMOTE else chance.sample(STATES, chance.randint(0, 2))
    cells = {
        (chance.choice(list(FeeSide)), chance.choice(list(terms.Encounter)[:4]))
        for _ in range(chance.randint(1, 3))
    }
    credentials = chance.sample(known["credential"], chance.randint(0, 3))
    cities = chance.sample(list(CITIES), 2)
    return {
        "work_model": model,
        "hybrid_days": 2 if model == WorkModel.HYBRID else None,
        "all_states": model == WorkModel.REMOTE and not states,
        "states": [parts.StateTag(state=state) for state in states],
        "states_reason": "Payroll",
        "places": [] if model == WorkModel.REMOTE else [place(*city) for city in cities],
        "pay_min": Decimal(low),
        "pay_max": Decimal(low) + Decimal(low) / 10,
        "pay_unit": terms.PayUnit(unit),
        "target": 20,
        "experience_months": chance.choice([0, 12, 18, 36, 60]),
        "apprentices": chance.choice([terms.Apprentices.NO, terms.Apprentices.WITH_CONDITIONS]),
        "apprentice_conditions": "A year of charge entry",
        "settings": [parts.SettingCell(side=side, encounter=encounter) for side, encounter in cells],
        "specialties": [tag(s) for s in chance.sample(known["specialty"], chance.randint(1, 3))],
        "families": [family(f) for f in chance.sample(known["family"], chance.randint(1, 3))],
        "credentials": [credential(c, number, chance) for number, c in enumerate(credentials)],
        "tools": [tool(name) for name in chance.sample(TOOLS, chance.randint(0, 3))],
        "types": [parts.TypeTag(type=kind) for kind in chance.sample(list(terms.EmploymentType), 2)],
    }


def place(city, state):
    lat, lon = CITIES[city, state]
    return parts.Place(city=city, state=state, lat=lat, lon=lon)


def in_every_one_of(states):
    """A place of work in each of these states."""
    return [parts.Place(city="Springfield", state=state, lat=39.8, lon=-89.6) for state in states]


def tag(specialty):
    return parts.SpecialtyTag(specialty_id=specialty.id, specialty=specialty)


def family(kind):
    return parts.FamilyTag(family_id=kind.id, family=kind, need=terms.Need.REQUIRED)


def credential(kind, group, chance):
    need = chance.choice([terms.CredentialNeed.REQUIRED, terms.CredentialNeed.PREFERRED])
    return parts.CredentialTag(group_no=group, credential_id=kind.id, credential=kind, need=need)


def tool(name):
    return parts.Tool(name=name, kind=terms.ToolKind.EHR, need=terms.ToolNeed.HELPFUL)
