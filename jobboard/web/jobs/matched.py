"""A search in words, and why it holds a job: for feeds, saved searches and the letters about them."""

from jobboard.search.engine import Result
from jobboard.search.reading import Reading
from jobboard.web.jobs.chips import chips


def in_words(reading: Reading) -> str:
    """'44314, Remote, CPC'; empty for a search that asks nothing."""
    return ", ".join(chip.label for chip in chips(reading, ""))


def reasons_of(result: Result) -> dict[str, str]:
    """Posting id -> what the engine says of it, or else what was asked; empty when nothing was."""
    said = in_words(result.reading)
    asked = f"matches {said}" if said else ""
    return {id: "; ".join(result.reasons.get(id, ())) or asked for id in result.ids}


def one_code(reading: Reading) -> str:
    """The code or range as it was asked for, when there is just one: letters about it are told by more than its specialty."""
    return reading.codes[0].said if len(reading.codes) == 1 else ""
