"""What on the board has a name to be suggested by: tags, employers, tools, and the choices people say in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyroaring import BitMap

from jobboard.domain.codes.wording import telling_words, words
from jobboard.domain.places.regions import REGIONS
from jobboard.domain.postings.terms import EmploymentType, WorkModel
from jobboard.search.engine import Suggestion
from jobboard.search.index.catalog import Catalog
from jobboard.search.index.columns import Columns
from jobboard.search.query import NOTHING
from jobboard.search.understanding.phrases_in import SAID


class Name(NamedTuple):
    """Something with a name and a search of its own; `words` are all it may be found by."""

    suggestion: Suggestion
    jobs: int
    words: frozenset[str]


def named(catalog: Catalog, columns: Columns, listed: BitMap) -> Iterator[Name]:
    """Everything on the board that has a name and a listed job."""
    yield from tagged(catalog, columns, listed)
    yield from chosen(columns, listed)
    yield from states(catalog, columns, listed)


def tagged(catalog: Catalog, columns: Columns, listed: BitMap) -> Iterator[Name]:
    """Specialties, credentials, families, employers and tools."""
    said, tools = catalog.names, {slug: columns.tool_called(slug, listed) for slug in list(columns.spellings)}
    kinds: list[tuple[str, str, str, Iterable[tuple[object, str, str, str]]]] = [
        ("Specialty", "specialty", "specialty",
         ((tag.id, tag.slug, tag.label, said.specialties[tag.id]) for tag in catalog.specialties.values() if tag.shown)),
        ("Credential", "credential", "credential",
         ((tag.id, tag.slug, tag.label, said.credentials[tag.id]) for tag in catalog.credentials.values() if tag.shown)),
        ("Code family", "family", "below",
         ((one.id, one.slug, one.label, said.families[one.id]) for one in catalog.branches.values())),
        ("Employer", "employer", "employer", ((slug, slug, label, label) for slug, label in columns.names.items())),
        ("Tool", "tool", "tool", ((slug, slug, label, label) for slug, label in tools.items())),
    ]  # fmt: skip
    for kind, parameter, held, things in kinds:
        sets = columns.sets[held]
        for value, slug, label, text in things:
            jobs = listed.intersection_cardinality(sets[value]) if value in sets else 0
            if jobs:
                query = NOTHING.but(**{parameter: (slug,)})
                yield Name(Suggestion(kind, label, query, jobs), jobs, frozenset(words(text)))


def chosen(columns: Columns, listed: BitMap) -> Iterator[Name]:
    """Work models and types, by everything that is said for them."""
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for choice, phrases in SAID.items():
        said[choice.name, choice.value] += telling_words(phrases)
    for kind, parameter, terms in (("Work model", "work", WorkModel), ("Type", "type", EmploymentType)):
        for term in terms:
            jobs = listed.intersection_cardinality(columns.sets[parameter].get(term.value, BitMap()))
            if jobs:
                found_by = frozenset([*words(term.label), *said[parameter, term.value]])
                query = NOTHING.but(**{parameter: (term.value,)})
                yield Name(Suggestion(kind, term.label, query, jobs), jobs, found_by)


def states(catalog: Catalog, columns: Columns, listed: BitMap) -> Iterator[Name]:
    """Where somebody lives who could do it: by the name of the state, its two letters, or what its region is called."""
    anywhere = listed & columns.anywhere
    for code, name in catalog.states:
        jobs = len(anywhere | (listed & columns.sets["state"].get(code, BitMap())))
        if jobs:
            found = Suggestion("Open to", f"From {name}", NOTHING.but(from_state=code), jobs)
            yield Name(found, jobs, frozenset([*words(name), code.lower()]))
    for slug, region in REGIONS.items():
        jobs = len(anywhere | (listed & columns.holders("state", region.states)))
        if jobs:
            found = Suggestion("Open to", f"From {region.spoken}", NOTHING.but(from_state=slug), jobs)
            said = frozenset(words(" ".join((region.label, *region.said))))
            yield Name(found, jobs, said - {"area", "out", "states", "the"})
