"""What is looked for of the words that are left: each with the other ways of saying it, phrases and minus as they are."""

from collections.abc import Iterator, Sequence

from jobboard.domain.codes.wording import words
from jobboard.search.sayings import Sayings
from jobboard.search.understanding.meant import Term
from jobboard.search.understanding.pieces import MARKS, Piece
from jobboard.search.understanding.unwanted import can_be_denied, denied_at

MOST_TERMS, MOST_PHRASES = 10, 5
MOST_READ = 60
# Words that tell nothing here: every job on the board is a job for a medical coder, and everybody who types looks for one.
SMALL = frozenset(
    ("&", "a", "able", "about", "accept", "accepted", "accepting", "accepts", "all", "allow", "allows", "also", "am",
     "an", "analyst", "analysts", "and", "another", "any", "anybody", "anyone", "anything", "anywhere", "are",
     "area", "aren't", "as", "assignment", "assignments", "at", "available", "be", "because", "become", "been",
     "better", "but", "by", "can", "can't", "candidate", "candidates", "cant", "career", "clerk", "clerks", "code",
     "coded", "coder", "coders", "codes", "coding", "companies", "company", "consultant", "consultants",
     "coordinator", "coordinators", "could", "current", "currently", "department", "departments", "did", "didn't",
     "do", "does", "doesn't", "doesnt", "don't", "done", "dont", "each", "else", "employment", "every", "everyone",
     "everywhere", "exam", "exams", "experience", "experienced", "find", "fine", "for", "from", "get", "getting",
     "gig", "gigs", "give", "good", "graduate", "graduates", "great", "had", "has", "have", "having", "he", "hello",
     "help", "helping", "hey", "hi", "hire", "hires", "hiring", "hope", "hoping", "how", "i", "i'm", "i've",
     "ideally", "if", "in", "include", "included", "includes", "including", "interested", "into", "is", "isn't",
     "it", "it's", "its", "ive", "job", "jobs", "just", "let", "let's", "like", "listing", "listings", "looking",
     "love", "many", "may", "me", "medical", "might", "must", "my", "near", "nearby", "need", "needed", "needs",
     "no", "not", "of", "offer", "offered", "offering", "offers", "office", "offices", "ok", "okay", "on", "only", "opening",
     "openings", "opportunities", "opportunity", "or", "other", "others", "our", "own", "people", "person", "please",
     "position", "positions", "possible", "posting", "postings", "prefer", "preferably", "provide", "provided",
     "provides", "providing", "really", "related", "rep", "representative", "representatives", "reps", "resident",
     "residents", "role", "roles", "seek", "seeking", "seeks", "she", "should", "show", "similar", "so", "some",
     "somebody", "someone", "something", "specialist", "specialists", "start", "starting", "such", "take", "takes",
     "taking", "technician", "technicians", "tell", "than", "that", "the", "their", "them", "then", "there", "these",
     "they", "this", "those", "to", "try", "trying", "us", "use", "using", "vacancies", "vacancy", "very", "want",
     "wanted", "wanting", "wants", "was", "we", "well", "were", "what", "when", "where", "which", "who", "whose",
     "why", "will", "willing", "wish", "with", "without", "won't", "work", "would", "yet", "you", "your")
)  # fmt: skip
# Names that are made of such words alone.
PLAIN_NAMES = frozenset((("find", "a", "code"),))
# How far somebody has come: what a job is called and declares, never part of an employer's name (Senior Living).
LEVELS = frozenset(("senior", "sr", "ii", "iii"))
# When and for what somebody would do a job: no job is about these, so with another word beside them they do not stand alone.
CONDITIONS = frozenset(
    ("benefits", "bonus", "evening", "evenings", "flexible", "night", "nights", "shift", "shifts", "weekday", "weekdays",
     "weekend", "weekends")
)  # fmt: skip
STEMS = {"audits": "audit", "auditing": "audit", "auditor": "audit", "auditors": "audit"}


def terms_of(pieces: Sequence[Piece], sayings: Sayings) -> tuple[Term, ...]:
    """What to look for, each thing once, in the order it was typed."""
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
    return tuple(dict.fromkeys(found))


def bounded_terms(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The first ten, among them five of more than one word: who says words in their order is read posting by posting."""
    kept: list[Term] = []
    phrases = 0
    for term in terms:
        phrases += len(words(term.ways[0])) > 1
        if len(kept) < MOST_TERMS and (phrases <= MOST_PHRASES or len(words(term.ways[0])) < 2):
            kept.append(term)
    return tuple(kept)


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
    at, denied = 0, ""
    while at < len(run):
        first, by = denied_at(run, at, denied)
        end, others = spans.get(first, (first + 1 + is_modifier(run[first : first + 2]), ()))
        said = run[first:end]
        denied = by if first > at and can_be_denied(said, by) else ""
        if all(word in SMALL for word in said) and tuple(said) not in PLAIN_NAMES:
            pass
        elif said[0]:
            text = " ".join(said) if len(said) > 1 else base(said[0])
            declared = bool(denied) or not LEVELS.isdisjoint(said)
            yield Term((text, *others), minus=bool(denied), declared=declared)
        at = end


def is_modifier(said: Sequence[str]) -> bool:
    """`modifier 25` is one thing, like a code."""
    named = len(said) == 2 and said[0] in ("modifier", "modifiers", "mod")
    return named and len(said[1]) == 2 and any(char.isdigit() for char in said[1])


def base(word: str) -> str:
    """Singular, and what auditors do is an audit."""
    if word in STEMS:
        return STEMS[word]
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
