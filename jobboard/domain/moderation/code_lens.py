"""The code lens: do the tagged families belong to the specialties, and does the text name codes that do not exist?"""

import re
from collections.abc import Iterable, Mapping

from jobboard.domain.moderation.background import Background, Share
from jobboard.domain.moderation.fact import Fact, bad, good, look
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.edition import Edition

TOPIC = "Codes"
FOREIGN = 0.05  # a family of which the specialties do less than this part is not theirs
SHOWN = 6

# Five digits may be money or a ZIP code; those are told by what stands around them.
NUMBER = re.compile(r"(?<![\w$.#-])(?<![A-Z]{2} )(\d{4}[0-9FTUM])(?!\w|-\d|\.\d| ?(?:a|per|an)\b)")
HCPCS = re.compile(r"(?<![\w-])([A-EGHJ-MP-V]\d{4})(?![\w-])")
DIAGNOSIS = re.compile(r"(?<![\w-])([A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4})(?!\w)")


def codes_named(text: str) -> list[str]:
    """Every word of `text` written like a CPT, HCPCS Level II or ICD-10-CM code, in order, once each."""
    found = [match for pattern in (NUMBER, HCPCS, DIAGNOSIS) for match in pattern.finditer(text)]
    ordered = sorted(found, key=lambda match: match.start())
    return list(dict.fromkeys(match.group(1) for match in ordered))


def facts(edition: Edition, known: Background) -> Iterable[Fact]:
    yield from families(edition, known)
    yield from text_codes(f"{edition.title}\n{edition.description}", known.codes)


def families(edition: Edition, known: Background) -> Iterable[Fact]:
    """Compared only where Medicare's payments tell of every specialty: inpatient or risk adjustment have none."""
    wanted = {tag.specialty_id for tag in edition.specialties}
    names = " and ".join(sorted(tag.specialty.name for tag in edition.specialties))
    if not wanted or not wanted <= known.measured:
        return
    told = [
        (tag.family.label, tag.family.span, known.shares.get(tag.family_id, ())) for tag in edition.families
    ]
    measured = [(label, span, shares) for label, span, shares in told if shares]
    foreign = [entry for entry in measured if not belongs(entry[2], wanted)]
    say = bad if foreign and len(foreign) == len(measured) else look
    for label, span, shares in foreign:
        most = max(shares, key=lambda share: share.share)
        sentence = (
            f"{label} ({span}): {percent(part_of(shares, wanted))} of what Medicare pays for it goes to {names}, "
            f"{percent(most.share)} to {most.specialty}."
        )
        yield say(TOPIC, sentence, Reason.CODES_DO_NOT_FIT)
    fitting = len(measured) - len(foreign)
    if fitting:
        yield good(TOPIC, f"{fitting} of {len(measured)} code families are usual work in {names}.")


def belongs(shares: Iterable[Share], wanted: set[int]) -> bool:
    own = [share for share in shares if share.specialty_id in wanted]
    return any(share.usual for share in own) or part_of(own, wanted) >= FOREIGN


def part_of(shares: Iterable[Share], wanted: set[int]) -> float:
    return sum(share.share for share in shares if share.specialty_id in wanted)


def percent(part: float) -> str:
    return "less than 1%" if part < 0.01 else f"{part:.0%}"


def text_codes(text: str, codes: Mapping[str, bool]) -> Iterable[Fact]:
    named = codes_named(text)
    unknown = [code for code in named if code not in codes]
    ended = [code for code in named if codes.get(code) is False]
    if unknown:
        yield look(
            TOPIC, f"The text names {spoken(unknown)}: not in the releases we know.", Reason.CODES_DO_NOT_FIT
        )
    if ended:
        yield look(TOPIC, f"The text names {spoken(ended)}: no longer valid.", Reason.CODES_DO_NOT_FIT)
    if named and not unknown and not ended:
        yield good(TOPIC, f"The codes named in the text exist: {spoken(named)}.")


def spoken(codes: list[str]) -> str:
    more = f" and {len(codes) - SHOWN} more" if len(codes) > SHOWN else ""
    return ", ".join(codes[:SHOWN]) + more
