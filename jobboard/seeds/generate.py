"""The whole demo board from a seed and a moment: `board(now)` says the same today as it said yesterday for that `now`."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain, islice, repeat
from random import Random
from typing import NamedTuple

from jobboard.seeds.acme import ACME, SHELF, shelf
from jobboard.seeds.applications import applications
from jobboard.seeds.compose import compose
from jobboard.seeds.employers import EMPLOYERS
from jobboard.seeds.employers.unproven import UNPROVEN
from jobboard.seeds.lives import FATES, fate, live
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
RIVAL = next(employer for employer in EMPLOYERS if employer.slug == "rival-coding")
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
    """Without end: Acme's shelf, the poor ones, what has to be there at least once, then whatever comes."""
    yield from shelf(seed, now)
    yield from poor(seed, now)
    taken = {(ACME.slug, title) for _, _, title in SHELF}
    for number, wish in enumerate(chain(at_least_once(), repeat(Wish()))):
        yield one(seed, number, now, wish, taken)


class Wish(NamedTuple):
    """What the next posting has to be; None leaves it to the dice."""

    employer: EmployerSeed | None = None
    place: Place | None = None
    role: str | None = None
    fate: str | None = None


def at_least_once() -> Iterator[Wish]:
    """A listed job in every place an employer has, one of every kind of desk, and one of every fate."""
    for employer in EMPLOYERS:
        yield from (Wish(employer, place, None, "live") for place in employer.places)
    for number, role in enumerate(ROLES):
        hiring = [employer for employer in EMPLOYERS if role in employer.roles]
        yield Wish(hiring[number % len(hiring)], None, role, "live")
    yield from (Wish(RIVAL, None, None, end) for end in FATES)


def one(seed: int, number: int, now: datetime, wish: Wish, taken: set[tuple[str, str]]) -> PostingSeed:
    dice = Random(f"{seed}:{number}")
    employer = wish.employer or dice.choices(EMPLOYERS, [one.weight for one in EMPLOYERS])[0]
    role, title = desk(dice, employer, wish, taken)
    composed = compose(dice, f"p{number:06d}", employer, ROLES[role], place=wish.place, title=title)
    end = wish.fate or fate(dice)
    if employer is ACME:
        end = SPARED.get(end, end)
    return live(dice, composed, end, now, writer_of(employer), dice.choice(MODERATORS))


def desk(dice: Random, employer: EmployerSeed, wish: Wish, taken: set[tuple[str, str]]) -> tuple[str, str]:
    """A role and a title this employer has not used yet, as long as there are any."""
    for _ in range(TRIES):
        role = ROLES[
            wish.role or dice.choices(employer.roles, [RARER.get(one, 1.0) for one in employer.roles])[0]
        ]
        title = dice.choice([title for title in role.titles if fits(title, employer)])
        at_a_desk = wish.place is None or role.models != (100, 0, 0)
        if at_a_desk and (employer.slug, title) not in taken:
            break
    taken.add((employer.slug, title))
    return role.slug, title
