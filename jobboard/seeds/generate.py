"""The whole demo board from a seed and a moment: `board(now)` says the same today as it said yesterday for that `now`."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from random import Random

from jobboard.seeds.acme import shelf
from jobboard.seeds.applications import applications
from jobboard.seeds.compose import compose
from jobboard.seeds.employers import EMPLOYERS
from jobboard.seeds.employers.unproven import UNPROVEN
from jobboard.seeds.lives import fate, live
from jobboard.seeds.people import people, writer_of
from jobboard.seeds.poor import poor
from jobboard.seeds.roles import ROLES
from jobboard.seeds.shapes import Board, EmployerSeed, Place, PostingSeed
from jobboard.seeds.workplace import fits

SEED = 44314
MODERATORS = ("olga", "nils")
TRIES = 12
# Desks that many employers have, and few of them twice.
RARER = {
    "denials": 0.35,
    "em-auditor": 0.5,
    "primary-care": 0.7,
    "apprentice": 0.7,
    "lead": 0.5,
    "manager": 0.6,
}
# Nothing of Acme's is ever taken down by a moderator.
SPARED = {"removed": "live", "rejected": "live"}


def board(now: datetime, size: int = 400, seed: int = SEED) -> Board:
    """Employers, people, `size` postings and their applications. `now` has a time zone."""
    everyone = people((*EMPLOYERS, *UNPROVEN))
    postings = list(islice(all_postings(seed, now), size))
    coders = [person for person in everyone if person.role == "coder"]
    return Board(
        employers=(*EMPLOYERS, *UNPROVEN),
        people=everyone,
        postings=tuple(postings),
        applications=applications(seed, now, postings[:2000], coders),
    )


def all_postings(seed: int, now: datetime) -> Iterator[PostingSeed]:
    """Without end: Acme's shelf, the poor ones, one live job in every place, then whatever comes."""
    yield from shelf(seed, now)
    yield from poor(seed, now)
    taken: set[tuple[str, str]] = set()
    number = 0
    for employer in EMPLOYERS:
        for place in employer.places:
            yield one(seed, number, now, employer, place, taken)
            number += 1
    while True:
        yield one(seed, number, now, None, None, taken)
        number += 1


def one(
    seed: int,
    number: int,
    now: datetime,
    employer: EmployerSeed | None,
    place: Place | None,
    taken: set[tuple[str, str]],
) -> PostingSeed:
    dice = Random(f"{seed}:{number}")
    employer = employer or dice.choices(EMPLOYERS, [one.weight for one in EMPLOYERS])[0]
    role, title = desk(dice, employer, place, taken)
    composed = compose(dice, f"p{number:06d}", employer, ROLES[role], place=place, title=title)
    end = fate(dice) if place is None else "live"
    if employer.slug == "acme-health":
        end = SPARED.get(end, end)
    return live(dice, composed, end, now, writer_of(employer), dice.choice(MODERATORS))


def desk(
    dice: Random, employer: EmployerSeed, place: Place | None, taken: set[tuple[str, str]]
) -> tuple[str, str]:
    """A role and a title this employer has not used yet, as long as there are any."""
    for _ in range(TRIES):
        role = ROLES[dice.choices(employer.roles, [RARER.get(slug, 1.0) for slug in employer.roles])[0]]
        titles = [title for title in role.titles if fits(title, employer)]
        title = dice.choice(titles)
        at_a_desk = place is None or role.models != (100, 0, 0)
        if at_a_desk and (employer.slug, title) not in taken:
            break
    taken.add((employer.slug, title))
    return role.slug, title
