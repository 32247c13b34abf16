"""An answer in one line: how many jobs, for what; and what has to be said of the code that was asked for."""

from jobboard.domain.codes.finding import Standing
from jobboard.search.engine import Result
from jobboard.web.jobs import phrases
from jobboard.web.jobs.chips import in_words


def headline(result: Result) -> str:
    """'18 jobs for 44314 and “denials”', '9 jobs that cover some of 14 codes', '3 jobs for “denials”', '212 jobs'."""
    reading = result.reading
    count = phrases.counted(result.total, "job") if result.total else "No jobs"
    words = in_words(reading.rest)
    if len(reading.codes) == 1:
        words = words.replace(" for “", " and “", 1)
    kinds = [reading.labels["specialty", slug] for slug in reading.query.specialty]
    fields = f" in {phrases.listing(kinds, 'or')}" if kinds else ""
    return f"{count}{covering(result)}{words}{fields}"


def covering(result: Result) -> str:
    """' for 44314', ' that cover some of 14 codes'. Of one code also those are shown that share its specialty alone."""
    codes = result.reading.codes
    if len(codes) > 1 and any(code.specialties for code in codes):
        return f" whose specialties code some of {len(codes)} codes"
    if len(codes) > 1:
        return f" that {'covers' if result.total == 1 else 'cover'} some of {len(codes)} codes"
    return f" for {codes[0].said}" if codes else ""


def warning(result: Result) -> str | None:
    """A code that no claim may carry now is searched all the same, and said to be one."""
    code = result.reading.code
    said = {
        Standing.DELETED: "is no longer valid. Jobs whose families held it are shown.",
        Standing.NOT_YET: "is not valid yet. Jobs whose families hold it are shown.",
        Standing.HEADING: "is a heading: a claim needs more characters. Jobs whose families hold it are shown.",
    }
    return f"{code.code} {said[code.standing]}" if code and code.standing in said else None
