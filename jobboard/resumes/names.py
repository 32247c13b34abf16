"""A file's name as strangers gave it, made fit to be shown and sent."""

import unicodedata

from jobboard.domain.applications.resume import ResumeKind

LONGEST = 100
FORBIDDEN = set('<>:"/\\|?*;%')


def shown_name(given: str | None, kind: ResumeKind) -> str:
    """The last part of the name without controls, direction marks or what file systems refuse; its ending tells the kind.

    At most LONGEST characters; "resume.pdf" when nothing is left.
    """
    last = (given or "").replace("\\", "/").rpartition("/")[2]
    plain = unicodedata.normalize("NFC", last)
    kept = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "C" and sign not in FORBIDDEN)
    stem = " ".join(without_ending(kept, kind).split()).strip(". ")
    ending = f".{kind.value}"
    return (stem[: LONGEST - len(ending)].strip(". ") or "resume") + ending


def without_ending(name: str, kind: ResumeKind) -> str:
    return name[: -len(kind.value) - 1] if name.lower().endswith(f".{kind.value}") else name
