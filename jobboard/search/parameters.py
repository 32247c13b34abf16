"""A query read from the parameters of an address. Whatever stands there, the answer is a query: what cannot be read is named
in a sentence and left out."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from jobboard.domain.places.regions import REGIONS
from jobboard.domain.postings.terms import EmploymentType, WorkModel
from jobboard.search.options import FACETS
from jobboard.search.query import NEEDS, SETTINGS, SORTS, Query

LONGEST_WORDS = 6000
LONGEST_PLACE = 60
MOST_CHOICES = 20
DEEPEST_PAGE = 9999
LEAST_A_YEAR = 1000
FOR = {"hour": "an hour", "year": "a year"}

WORDS_OF = {
    "work": {term.value for term in WorkModel},
    "type": {term.value for term in EmploymentType},
    "setting": set(SETTINGS),
}
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")
MONEY = re.compile(r"\$?([0-9]{1,3}(?:,?[0-9]{3}){0,2}(?:\.[0-9]{1,2})?)")
NUMBER = re.compile(r"[0-9]{1,4}")


def read(given: Mapping[str, Sequence[str]]) -> tuple[Query, list[str]]:
    """A query from an address's parameters, and a sentence for each value that was not understood and is left out."""
    asked: dict[str, Any] = {}
    messages: list[str] = []
    for name, reader in READERS.items():
        values = [value for value in given.get(name, ()) if value.strip()]
        if not values:
            continue
        understood = reader(values[:MOST_CHOICES])
        if understood is not None:
            asked[name] = understood
        if understood is None or (isinstance(understood, tuple) and len(understood) < len(set(values))):
            messages.append(f"Part of “{LABELS[name]}” was not understood and is left out.")
    if len("".join(given.get("q", ()))) > LONGEST_WORDS:
        messages.append(f"The search looks at the first {LONGEST_WORDS:,} characters of what was typed.")
    return in_its_unit(Query(**asked), messages), messages


def in_its_unit(query: Query, messages: list[str]) -> Query:
    """A floor in the unit it must be meant in: nobody asks for thousands an hour, nor for less than that a year. Says so."""
    if query.pay_min is None or (query.pay_min >= LEAST_A_YEAR) is (query.pay_unit == "year"):
        return query
    unit = "year" if query.pay_unit == "hour" else "hour"
    messages.append(f"${query.pay_min:,.2f}".removesuffix(".00") + f" was read as pay for {FOR[unit]}.")
    return query.but(pay_unit=unit, page=query.page)


def facets(values: Sequence[str]) -> tuple[Collection[str] | None, list[str]]:
    """Which facets a program wants counted (`facets=work,type`), None where it does not say; a sentence when some are not known."""
    if not values:
        return None, []
    named = {name.strip() for value in values for name in value.split(",")} - {""}
    messages = [f"Facets are called {', '.join(FACETS)}; what else was named is left out."]
    return named & set(FACETS), messages if named - set(FACETS) else []


def words(values: Sequence[str]) -> str:
    """Printable text on one line; control characters and lone surrogates are no words."""
    text = values[0][: 2 * LONGEST_WORDS].encode("utf-8", "ignore").decode()
    kept = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(kept.split())[:LONGEST_WORDS].strip()


def slugs(values: Sequence[str]) -> tuple[str, ...] | None:
    return kept(value.lower() for value in values if SLUG.fullmatch(value.lower()))


def kept(values: Iterable[str]) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(values)) or None


def money(values: Sequence[str]) -> Decimal | None:
    found = MONEY.fullmatch(values[0].strip())
    amount = Decimal(found.group(1).replace(",", "")) if found else Decimal(0)
    return amount if 0 < amount <= 1_000_000 else None


def number(low: int, high: int, values: Sequence[str]) -> int | None:
    found = NUMBER.fullmatch(values[0].strip())
    return int(found.group()) if found and low <= int(found.group()) <= high else None


def one_of(allowed: Iterable[str], values: Sequence[str]) -> str | None:
    return values[0] if values[0] in allowed else None


def state(values: Sequence[str]) -> str | None:
    return (states(values[:1]) or (None,))[0]


def states(values: Sequence[str]) -> tuple[str, ...] | None:
    """States by their two letters, regions by their names."""
    return kept(filter(None, map(state_or_region, values)))


def state_or_region(value: str) -> str | None:
    name = value.strip()
    if name.lower() in REGIONS:
        return name.lower()
    return name.upper() if re.fullmatch("[A-Za-z]{2}", name) else None


def yes(values: Sequence[str]) -> bool | None:
    return True if values[0] in ("yes", "1", "true") else None


def place(values: Sequence[str]) -> str | None:
    """A ZIP code or a city with its state, as it was written."""
    return words(values)[:LONGEST_PLACE].strip() or None


READERS: dict[str, Any] = {
    "q": words,
    "specialty": slugs,
    "family": slugs,
    "credential": slugs,
    "need": lambda values: one_of(NEEDS, values),
    "setting": lambda values: kept(value for value in values if value in WORDS_OF["setting"]),
    "work": lambda values: kept(value for value in values if value in WORDS_OF["work"]),
    "from_state": state,
    "state": states,
    "near": place,
    "miles": lambda values: number(1, 500, values),
    "or_remote": yes,
    "type": lambda values: kept(value for value in values if value in WORDS_OF["type"]),
    "pay_min": money,
    "pay_unit": lambda values: one_of(("hour", "year"), values),
    "experience_max": lambda values: number(0, 600, values),
    "apprentice": yes,
    "tool": slugs,
    "employer": slugs,
    "since": lambda values: number(1, 365, values),
    "sort": lambda values: one_of(SORTS, values),
    "page": lambda values: number(1, DEEPEST_PAGE, values),
}

LABELS = {
    "q": "Words", "specialty": "Specialty", "family": "Code family", "credential": "Credential", "need": "Required or preferred",
    "setting": "Setting", "work": "Work model", "from_state": "Can I do it from", "state": "State", "near": "Near",
    "miles": "Miles", "or_remote": "Or remote", "tool": "Tool", "type": "Type",
    "pay_min": "Pay", "pay_unit": "Pay unit", "experience_max": "Experience", "apprentice": "Apprentices",
    "employer": "Employer", "since": "Published", "sort": "Order", "page": "Page",
}  # fmt: skip
