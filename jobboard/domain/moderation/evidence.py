"""The evidence about one posting: everything the board can tell a moderator, as sentences. It orders and decides nothing."""

from datetime import datetime
from itertools import chain

from jobboard.domain.moderation import (
    code_lens,
    identity,
    likeness,
    pay_band,
    substance,
    text_marks,
    wording_marks,
)
from jobboard.domain.moderation.background import Background
from jobboard.domain.moderation.fact import Fact, Tone
from jobboard.domain.postings.posting import Posting

WEIGHT = {Tone.BAD: 0, Tone.LOOK: 1, Tone.GOOD: 2}


def evidence(posting: Posting, known: Background, now: datetime) -> list[Fact]:
    """What speaks against first. Pure: `known` was loaded before, the edition is whole."""
    edition, employer = posting.edition, posting.employer
    found = chain(
        code_lens.facts(edition, known),
        pay_band.facts(posting.id, edition, known),
        likeness.facts(posting.id, edition, known.siblings.get(employer.id, ())),
        wording_marks.facts(edition),
        text_marks.facts(edition),
        substance.facts(edition),
        identity.facts(employer, known.approved.get(employer.id, 0), now),
    )
    return sorted(found, key=lambda fact: WEIGHT[fact.tone])
