"""What is looked for of the words that are left: each with the other ways of saying it, phrases and minus as they are."""

from collections.abc import Iterator, Sequence

from jobboard.domain.codes.wording import words
from jobboard.search.sayings import Sayings
from jobboard.search.understanding.meant import Term
from jobboard.search.understanding.pieces import MARKS, Piece
from jobboard.search.understanding.unwanted import can_be_denied, denied_at

MOST_TERMS = 10
MOST_READ = 60
# Words that tell nothing here: every job on the board is a job for a medical coder, and everybody who types looks for one.
SMALL = frozenset(
    ("&", "a", "am", "an", "analyst", "analysts", "and", "any", "are", "as", "at", "be", "become", "by", "can", "career", "coded", "coder", "coders",
     "coding", "do", "experience", "experienced", "find", "for", "from", "hire", "hires", "hiring", "i", "in", "is", "job", "jobs",
     "like", "looking", "me", "medical", "my", "need", "needed", "no", "not", "of", "on", "opening", "openings", "opportunities",
     "opportunity", "or", "please", "position", "positions", "role", "roles", "seeking", "some", "specialist", "specialists", "that", "the", "to", "use",
     "using", "vacancies", "vacancy", "want", "wanted", "we", "who", "with", "without", "work", "would")
)  # fmt: skip
STEMS = {"audits": "audit", "auditing": "audit", "auditor": "audit", "auditors": "audit"}


def terms_of(pieces: Sequence[Piece], sayings: Sayings) -> tuple[Term, ...]:
    """At most ten things to look for, in the order they were typed."""
    found: list[Term] = []
    run: list[str] = []
    for piece in pieces[:MOST_READ]:
        if piece.key is not None:
            run.append(piece.text.lower().strip(MARKS))
            continue
        found += _of_run(run, sayings)
        run = []
        found.append(_as_typed(piece))
    found += _of_run(run, sayings)
    return tuple(dict.fromkeys(found))[:MOST_TERMS]


def _as_typed(piece: Piece) -> Term:
    """What stands in quotes counts word by word; what a minus keeps out, with its plural."""
    said = piece.text.lower().strip(MARKS)
    text = said if piece.exact or " " in said else base(said)
    return Term((text,), exact=piece.exact, minus=piece.minus)


def _of_run(run: Sequence[str], sayings: Sayings) -> Iterator[Term]:
    """Words written one after another: the longest phrases that have other names lead, the rest are looked for one by one."""
    cut = [(place, word) for place, text in enumerate(run) for word in words(text)]
    starts = {place: number for number, (place, _) in reversed(list(enumerate(cut)))}
    spans: dict[int, tuple[int, tuple[str, ...]]] = {}
    for start, end, others in sayings.groups([word for _, word in cut]):
        first, last = cut[start][0], cut[end - 1][0]
        if starts[first] == start and (end == len(cut) or cut[end][0] != last):
            spans[first] = (last + 1, others)
    at, denied = 0, False
    while at < len(run):
        first = denied_at(run, at, denied)
        end, others = spans.get(first, (first + 1, ()))
        said = run[first:end]
        denied = first > at and can_be_denied(said)
        if all(word in SMALL for word in said):
            pass
        elif others:
            text = " ".join(said) if len(said) > 1 else base(said[0])
            yield Term((text, *others), minus=denied, declared=denied)
        elif said[0]:
            yield Term((base(said[0]),), minus=denied, declared=denied)
        at = end


def base(word: str) -> str:
    """Singular, and what auditors do is an audit."""
    if word in STEMS:
        return STEMS[word]
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
