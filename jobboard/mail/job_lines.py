"""A job as letters tell it: the title with its link, then who, pay and where, then why it came."""

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from jobboard.mail.paragraphs import WIDTH


class JobLine(NamedTuple):
    """One job of a letter. Every part is one harmless line; `why` may be empty."""

    title: str
    facts: str
    why: str
    url: str


def as_text(jobs: Sequence[JobLine]) -> str:
    """One paragraph a job, its address on a line of its own."""
    return "\n\n".join(paragraph(job) for job in jobs)


def paragraph(job: JobLine) -> str:
    said = [job.title, job.facts, *([f"Why: {job.why}"] if job.why else [])]
    lines = [part for each in said for part in wrapped(each)]
    return "\n".join([*lines, job.url])


def wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
