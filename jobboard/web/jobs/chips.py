"""What the search understood, one chip for each choice, each with the address of the search without it."""

from collections.abc import Iterable
from typing import NamedTuple

from jobboard.domain.postings.terms import EmploymentType, WorkModel
from jobboard.search.query import EXPERIENCE, SETTINGS, SINCE
from jobboard.search.reading import Reading
from jobboard.web.jobs import phrases

TERMS = {
    "setting": SETTINGS,
    "work": {term.value: term.label for term in WorkModel},
    "type": {term.value: term.label for term in EmploymentType},
}
NOTES = {
    "specialty": "Specialty", "family": "Codes", "credential": "Credential", "employer": "At", "setting": "Setting",
    "work": "Work", "type": "Type",
}  # fmt: skip


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
    """The code and the words of the search box."""
    query = reading.query
    for code in reading.codes:
        others = [other.said for other in reading.codes if other is not code]
        label = code.found.code_set.label if code.found else "Codes"
        left = " ".join(filter(None, (*others, reading.rest)))
        yield Chip("q", code.said, code.said, label, query.url(path, q=left), True)
    if reading.rest:
        kept = " ".join(code.said for code in reading.codes)
        yield Chip("q", reading.rest, f"“{reading.rest}”", "Words", query.url(path, q=kept))


def listed(reading: Reading, path: str) -> Iterable[Chip]:
    """The choices of which there may be several."""
    query = reading.query
    for name, note in NOTES.items():
        for value in getattr(query, name):
            label = TERMS[name][value] if name in TERMS else reading.labels[name, value]
            yield Chip(name, value, label, note, query.without(name, value).url(path))


def single(reading: Reading, path: str) -> Iterable[Chip]:
    query = reading.query
    said: list[tuple[str, str, str | None]] = []
    if query.from_state:
        said.append(("from_state", reading.labels["from_state", query.from_state], "From"))
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
        yield Chip(name, str(getattr(query, name)), label, note, query.without(name).url(path))
