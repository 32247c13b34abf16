"""A search in words, and why it holds a job: for feeds, saved searches and the letters about them."""

from jobboard.search.engine import Result
from jobboard.search.reading import Reading
from jobboard.web.jobs.chips import chips


def in_words(reading: Reading) -> str:
    """'44314, Remote, CPC'; empty for a search that asks nothing."""
    return ", ".join(chip.label for chip in chips(reading, ""))


def why(result: Result, id: str) -> str:
    """What the engine says of this job, or else what was asked."""
    said = in_words(result.reading)
    return "; ".join(result.reasons.get(id, ())) or (f"matches {said}" if said else "")
