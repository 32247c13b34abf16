"""The names that postings are tagged with, read once: they change only when the dataset is loaded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jobboard.domain.codes.code import Code, Release
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.codes.wording import telling_words
from jobboard.domain.places.place import State
from jobboard.search.index.telling import Names

LONGEST_SPAN = 24
GROUPED = (CodeSet.MSDRG, CodeSet.HCC)
NAMED = ("families", "specialties", "credentials", "places")


@dataclass(frozen=True)
class Tag:
    """A thing with a name in addresses and one on the page. What is not `shown` is still counted with, but not offered."""

    id: int
    slug: str
    label: str
    shown: bool = True


class Branch(NamedTuple):
    """A family in its tree: `path` are the ids from the section down to itself."""

    id: int
    slug: str
    label: str
    path: tuple[int, ...]


@dataclass(frozen=True)
class Catalog:
    """`under` lists the children of a family in the order of the code set, under None the sections; `place` is where a
    family stands in the tree read from above. Specialties and credentials are in the order of their slugs."""

    specialties: Mapping[str, Tag]
    credentials: Mapping[str, Tag]
    families: Mapping[str, int]
    above: Mapping[int, tuple[int, ...]]
    branches: Mapping[int, Branch]
    under: Mapping[int | None, Sequence[int]]
    place: Mapping[int, int]
    states: tuple[tuple[str, str], ...]
    names: Names

    def ancestors(self, family: int) -> Iterable[int]:
        """The family itself and everything above it."""
        return self.above.get(family, ())


class Standing(NamedTuple):
    """What a catalog was read from: the day its names were loaded, and how many credentials are confirmed."""

    loaded: str
    confirmed: int


def standing(session: Session) -> Standing:
    loaded = select(func.max(Release.loaded_at)).where(Release.part.in_(NAMED)).scalar_subquery()
    confirmed = select(func.count()).where(Credential.confirmed).scalar_subquery()
    row = session.execute(select(loaded, confirmed)).one()
    return Standing(str(row[0]), row[1])


def read(session: Session) -> Catalog:
    specialties = session.execute(
        select(Specialty.id, Specialty.slug, Specialty.name, Specialty.synonyms, Specialty.retired).order_by(
            Specialty.slug
        )
    ).all()
    offered = (Credential.confirmed & ~Credential.retired).label("offered")
    columns = (Credential.id, Credential.slug, Credential.abbreviation, offered)
    credentials = session.execute(select(*columns).order_by(Credential.slug)).all()
    families = session.execute(_families()).all()
    branches = {row.id: _branch(row) for row in families}
    states = session.execute(select(State.code, State.name, State.region).order_by(State.name)).all()
    return Catalog(
        specialties={row.slug: Tag(row.id, row.slug, row.name, not row.retired) for row in specialties},
        credentials={row.slug: Tag(row.id, row.slug, row.abbreviation, row.offered) for row in credentials},
        families={row.slug: row.id for row in families},
        above={id: branch.path for id, branch in branches.items()},
        branches=branches,
        under=_children(families),
        place=_places(families, branches),
        states=tuple((row.code, row.name) for row in states if row.region),
        names=Names(
            specialties={row.id: row.name for row in specialties},
            specialties_also={row.id: row.synonyms for row in specialties},
            families={row.id: row.label for row in families},
            families_also=_also(session, families),
            credentials={row.id: row.abbreviation for row in credentials},
            states={row.code: row.name for row in states},
        ),
    )


def _families() -> Any:
    columns = (Family.id, Family.slug, Family.path, Family.parent_id, Family.code_set)
    order = (Family.code_set, Family.position)
    return select(*columns, Family.label, Family.span, Family.synonyms).order_by(*order)


def _also(session: Session, families: Sequence[Any]) -> dict[int, str]:
    """What else people say for a family, with the name of its code set; one of groups that are paid or weighed alike is known
    by the titles of its groups."""
    titles: dict[int, dict[str, None]] = defaultdict(dict)
    grouped = select(Code.family_id, Code.title).where(Code.code_set.in_(GROUPED)).order_by(Code.id)
    for family_id, title in session.execute(grouped):
        titles[family_id].update(dict.fromkeys(telling_words(title or "")))
    return {row.id: " ".join([row.synonyms, row.code_set.label, *titles[row.id]]) for row in families}


def _branch(row: Any) -> Branch:
    return Branch(
        row.id, row.slug, family_label(row), tuple(int(part) for part in row.path.strip("/").split("/"))
    )


def family_label(row: Any) -> str:
    """What a family is called in a list of families; a section says its code set, for there they stand side by side."""
    section = f"{row.code_set.label}: " if row.parent_id is None else ""
    span = f" ({row.span})" if len(row.span) <= LONGEST_SPAN else ""
    return f"{section}{row.label}{span}"


def _places(families: Sequence[Any], branches: Mapping[int, Branch]) -> dict[int, int]:
    """Where each family stands when the tree is read from above, each one's children behind it."""
    among = {row.id: place for place, row in enumerate(families)}
    ways = sorted([among[id] for id in branches[row.id].path] for row in families)
    return {families[way[-1]].id: place for place, way in enumerate(ways)}


def _children(families: Sequence[Any]) -> dict[int | None, list[int]]:
    under: dict[int | None, list[int]] = defaultdict(list)
    for row in families:
        under[row.parent_id].append(row.id)
    return dict(under)
