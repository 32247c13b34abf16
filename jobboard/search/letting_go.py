"""What a search lets go of where nobody answers all of it, whoever looks, and what is said of it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from jobboard.search.index.saying import quoted
from jobboard.search.reading import Reading, Term
from jobboard.search.understanding.known import Known
from jobboard.search.understanding.known_codes import in_full

NOBODY_COVERS = "No job covers any of these codes. What is shown are jobs of the specialties that code them."
CODES_ALONE = "No job for these codes says the words beside them. These are found by the codes alone."
MOST_SILENT = 4


def by_doers(reading: Reading, known: Known) -> Reading:
    """The reading of a list that nobody covers, with those whose specialties code it; it says so."""
    codes = tuple(code if code.found is None else in_full(code, known) for code in reading.codes)
    return replace(reading, codes=codes, messages=(*reading.messages, NOBODY_COVERS))


def without_silent(reading: Reading, silent: Sequence[Term]) -> Reading:
    """The reading without these words that no job says; it says so."""
    said = " or ".join(quoted(term.ways[0], reading.rest) for term in silent[:MOST_SILENT])
    more = " or others of these words" if len(silent) > MOST_SILENT else ""
    message = f"No job says {said}{more}. These are found by the other words."
    return without(reading, silent, message)


def by_codes_alone(reading: Reading, loose: Collection[Term]) -> Reading:
    """The reading without the words beside its codes that a job may do without; it says so."""
    return without(reading, loose, CODES_ALONE)


def without(reading: Reading, left_out: Collection[Term], message: str) -> Reading:
    terms = tuple(term for term in reading.terms if term not in left_out)
    return replace(reading, terms=terms, messages=(*reading.messages, message))
