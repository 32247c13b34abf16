"""What the search understood, one chip for each choice, each with the address of the search without it."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from jobboard.domain.places.regions import REGIONS
from jobboard.domain.postings.terms import EmploymentType, WorkModel
from jobboard.search.query import EXPERIENCE, NEEDS, SETTINGS, SINCE, in_address
from jobboard.search.reading import Reading
from jobboard.search.understanding.pieces import Piece, cut, written
from jobboard.web.jobs import phrases

TERMS = {
    "setting": SETTINGS,
    "work": {term.value: term.label for term in WorkModel},
    "type": {term.value: term.label for term in EmploymentType},
}
NOTES = {
    "specialty": "Specialty", "family": "Codes", "credential": "Credential", "employer": "At", "setting": "Setting",
    "work": "Work", "state": "In", "type": "Type", "tool": "Tool",
}  # fmt: skip
MOST_CODES = 8  # more are one chip: a list
MOST_STATES = 6


class Chip(NamedTuple):
    name: str
    value: str
    label: str
    note: str | None
    remove_url: str
    mine: bool = False


def chips(reading: Reading, path: str) -> list[Chip]:
    return [*typed(reading, path), *listed(reading, path), *single(reading, path)]


def typed(reading: Reading, path: str) -> Iterable[Chip]:
    """The codes and the words of the search box."""
    codes = [code.counted for code in reading.codes]
    if len(codes) > MOST_CODES:
        label, url = f"{len(codes)} codes", reading.query.url(path, q=reading.rest)
        yield Chip("q", " ".join(codes), label, "List", url, True)
    else:
        for code in reading.codes:
            left = " ".join(
                filter(None, (*(other for other in codes if other != code.counted), reading.rest))
            )
            label = code.found.code_set.label if code.found else "Codes"
            named = f"{code.said} × {code.weight:,}" if code.weight > 1 else code.said
            yield Chip("q", code.said, named, label, reading.query.url(path, q=left), True)
    yield from said(reading, path)


def said(reading: Reading, path: str) -> Iterable[Chip]:
    """Plain words together; a phrase in quotes, and what may not stand there, each alone."""
    pieces = cut(reading.rest)
    codes = " ".join(code.counted for code in reading.codes)
    for _, group in groupby(enumerate(pieces), key=lambda one: one[0] if one[1].key is None else -1):
        places = {place: piece for place, piece in group}
        left = written(piece for place, piece in enumerate(pieces) if place not in places)
        url = reading.query.url(path, q=" ".join(filter(None, (codes, left))))
        first = next(iter(places.values()))
        yield Chip("q", written(places.values()), label_of(places.values()), note_of(first), url)


def in_words(rest: str) -> str:
    """What is looked for beside codes, inside a sentence: ' for “denials”', ' for “denials” without “auditor”'."""
    pieces = cut(rest)
    wanted, kept_out = ([piece for piece in pieces if piece.minus is minus] for minus in (False, True))
    said = f" for {label_of(wanted)}" if wanted else ""
    return said + (f" without {' or '.join(label_of([piece]) for piece in kept_out)}" if kept_out else "")


def label_of(pieces: Iterable[Piece]) -> str:
    return f"“{' '.join(piece.text.rstrip(',;|') for piece in pieces)}”"


def note_of(piece: Piece) -> str:
    if piece.minus:
        return "Not"
    return "Exactly" if piece.exact else "Words"


def listed(reading: Reading, path: str) -> Iterable[Chip]:
    """The choices of which there may be several."""
    query = reading.query
    for name, note in NOTES.items():
        for value in getattr(query, name):
            known = TERMS[name][value] if name in TERMS else reading.labels.get((name, value))
            label = drawn(value, known or value.replace("-", " ").title())
            yield Chip(name, value, label, note, query.without(name, value).url(path))


def drawn(value: str, label: str) -> str:
    """A region with the states it is taken for, when a chip has room for them: not everybody draws it alike."""
    if value not in REGIONS:
        return label
    states = REGIONS[value].states
    return f"{label} ({', '.join(states) if len(states) <= MOST_STATES else phrases.counted(len(states), 'state')})"


def whereabouts(reading: Reading) -> Iterable[tuple[str, str, str]]:
    """The place that was asked, and those who work from home in its state."""
    query, near = reading.query, reading.near
    if query.near:
        yield "near", near.name if near else query.near, f"Within {phrases.counted(query.miles, 'mile')} of"
    if near and query.or_remote:
        yield "or_remote", f"Remote jobs open to {near.state}", "Or"


def single(reading: Reading, path: str) -> Iterable[Chip]:
    query = reading.query
    said: list[tuple[str, str, str | None]] = []
    if query.from_state:
        said.append(
            ("from_state", drawn(query.from_state, reading.labels["from_state", query.from_state]), "From")
        )
    if query.need and query.credential:
        said.append(("need", NEEDS[query.need], "Credential is"))
    said += whereabouts(reading)
    if query.pay_min is not None:
        unit = "a year" if query.pay_unit == "year" else "an hour"
        said.append(("pay_min", f"{phrases.figures(query.pay_min, query.pay_min)} {unit} or more", "Pay"))
    if query.experience_max is not None:
        most = EXPERIENCE.get(
            str(query.experience_max), f"{phrases.experience(query.experience_max)} or less"
        )
        said.append(("experience_max", most, "Experience"))
    if query.apprentice:
        said.append(("apprentice", "Accepts apprentices", None))
    if query.since is not None:
        since = SINCE.get(str(query.since), f"Last {phrases.counted(query.since, 'day')}")
        said.append(("since", since, "Published"))
    for name, label, note in said:
        yield Chip(name, in_address(getattr(query, name)), label, note, query.without(name).url(path))
