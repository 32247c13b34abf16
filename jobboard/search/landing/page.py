"""A landing page as a value: one or two plain choices of the search, under one address."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from jobboard.search.query import Query

FEWEST = 3  # a page about fewer jobs than this says less than the jobs themselves

# What may stand together. A family goes alone: with a state or a specialty it would repeat their pages.
PAIRS = (
    ("specialty", "state"),
    ("specialty", "credential"),
    ("specialty", "work"),
    ("credential", "state"),
    ("credential", "work"),
)


@dataclass(frozen=True)
class Landing:
    """Slugs as addresses carry them; `state` is the two letters of where somebody lives who could do it; `work`
    is "remote" or nothing."""

    specialty: str = ""
    credential: str = ""
    family: str = ""
    state: str = ""
    work: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is chosen, in the order of the fields."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name))

    @property
    def query(self) -> Query:
        """The search that holds the same jobs."""
        asked = {name: (getattr(self, name),) for name in self.kinds if name != "state"}
        return Query(**asked, from_state=self.state)  # type: ignore[arg-type]

    def but(self, **choices: str) -> "Landing":
        return replace(self, **choices)

    def alone(self, kind: str) -> "Landing":
        """The page of one of its choices."""
        return Landing(**{kind: getattr(self, kind)})


def there_may_be(kinds: Iterable[str]) -> bool:
    """Whether pages of these choices together are made at all."""
    held = set(kinds)
    return len(held) == 1 or any(held == set(pair) for pair in PAIRS)


REMOTE = Landing(work="remote")
