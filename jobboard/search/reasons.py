"""Why a posting was found: the narrowest of its families that covers the code, who codes it, or how much of a list it covers."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from jobboard.search.reading import AskedCode, Reading

MOST_MISSING = 5


class Tagged(NamedTuple):
    """The ids of what a posting is tagged with."""

    families: Collection[int] = ()
    specialties: Collection[int] = ()


def reasons(reading: Reading, tagged: Mapping[str, Tagged]) -> dict[str, list[str]]:
    """Posting id -> the reasons, for each posting in `tagged`; empty when no code was typed."""
    if not reading.codes:
        return {}
    if len(reading.codes) == 1:
        return {id: [_of_one(reading.codes[0], tags)] for id, tags in tagged.items()}
    covering = [(code, {family.id for family in code.families}) for code in reading.codes]
    return {id: [_of_list(reading.codes, covering, tags)] for id, tags in tagged.items()}


def _of_one(code: AskedCode, tags: Tagged) -> str:
    family = next((one for one in code.families if one.id in tags.families), None)
    if family is not None:
        part = code.parts.get(family.id)
        if part:
            return f"covers {part} of {code.said}: {family.label}"
        return f"covers {code.said}: {family.span}, {family.label}"
    counting = next((one for one in code.counting if one.id in tags.families), None)
    if counting is not None:
        return f"covers {counting.span}, {counting.label}, which counts toward {code.said}"
    name = next((name for id, name in code.specialties.items() if id in tags.specialties), None)
    return f"{name} codes {code.said}" if name else f"mentions {code.said} in its text"


def _of_list(codes: Sequence[AskedCode], covering: Sequence[tuple[AskedCode, set[int]]], tags: Tagged) -> str:
    """'covers 12 of 14 codes, 93% of the volume; missing 27447, G0439'."""
    missing = [code for code, families in covering if families.isdisjoint(tags.families)]
    covered = len(codes) - len(missing)
    if not covered:
        return _by_specialty(codes, tags) or f"mentions some of the {len(codes)} codes in its text"
    every = "both" if len(codes) == 2 else f"all {len(codes)}"
    said = f"covers {covered} of {len(codes)} codes" if missing else f"covers {every} codes"
    if missing and any(code.weight > 1 for code in codes):
        said += f", {_share(codes, missing)}% of the volume"
    return f"{said}; missing {_named(missing)}" if missing else said


def _by_specialty(codes: Sequence[AskedCode], tags: Tagged) -> str:
    """'Diagnostic radiology codes all 3 codes': by which of its specialties most of a list is coded, empty when by none."""
    counts = Counter(
        name for code in codes for id, name in code.specialties.items() if id in tags.specialties
    )
    if not counts:
        return ""
    ((name, count),) = counts.most_common(1)
    return f"{name} codes {f'{count} of' if count < len(codes) else 'all'} {len(codes)} codes"


def _share(codes: Sequence[AskedCode], missing: Sequence[AskedCode]) -> int:
    """Whole percent of the volume that is covered: neither 0 nor 100 while something is and something is not."""
    whole = sum(code.weight for code in codes)
    left = sum(code.weight for code in missing)
    return min(99, max(1, round(100 * (whole - left) / whole)))


def _named(codes: Sequence[AskedCode]) -> str:
    named = ", ".join(code.said for code in codes[:MOST_MISSING])
    return f"{named} and {len(codes) - MOST_MISSING} more" if len(codes) > MOST_MISSING else named
