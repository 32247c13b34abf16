"""Choices that are said in words: how and where one works, for how long, with which credential, with what experience."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from jobboard.domain.postings.terms import EmploymentType, WorkModel
from jobboard.search.understanding.everyday_places import PARTS
from jobboard.search.understanding.meant import Choice
from jobboard.search.understanding.pieces import JOINS, Piece, leading, without
from jobboard.search.understanding.time_in import Match, experience_at, hours_at
from jobboard.search.understanding.unwanted import DENIALS

SAID: dict[Choice, str] = {
    Choice(
        "work", WorkModel.REMOTE
    ): "remote, remotely, 100% remote, fully remote, wfh, work from home, working from home, "
    "work at home, home based, from home, at home, telecommute, telecommuting, telework, work remotely, remote work, "
    "work from anywhere, from anywhere, work anywhere",
    Choice("work", WorkModel.HYBRID): "hybrid",
    Choice("work", WorkModel.ONSITE): "onsite, on site, in office, in person, in the office",
    Choice("type", EmploymentType.FULL_TIME): "full time, fulltime",
    Choice("type", EmploymentType.PART_TIME): "part time, parttime",
    Choice("type", EmploymentType.PRN): "prn, per diem, perdiem",
    Choice("type", EmploymentType.TEMPORARY): "temporary, temp, temp to hire",
    Choice(
        "type", EmploymentType.CONTRACT_1099
    ): "1099, contract, contractor, contractors, independent contractor, freelance, "
    "1099 contractor, 1099 contract, contract 1099",
    Choice("type", EmploymentType.AGENCY): "agency, staffing agency, through an agency",
    Choice(
        "apprentice", "yes"
    ): "apprentice, apprentices, apprenticeship, cpc a, coc a, cic a, crc a, accepts apprentices, "
    "will train, willing to train, train me, train you, trains you, on the job training",
    Choice(
        "experience_max", "0"
    ): "no experience, no experience needed, no experience required, without experience, no prior experience, zero experience, "
    "no experience necessary, without any experience, don't need experience, dont need experience, do not need experience, "
    "don't require experience, dont require experience, do not require experience, doesn't require experience, "
    "not require experience, experience not required, experience not needed, no coding experience, no exp, never coded, "
    "first job, first coding job, beginner, beginners",
    Choice(
        "experience_max", "12"
    ): "entry level, entrylevel, new grad, new graduate, new grads, new graduates, recent graduate, recent graduates, "
    "new coder, new coders, early career, junior, newly certified, just certified, recently certified, newly credentialed, "
    "just got certified, got certified, just passed, recently passed, passed my exam, passed the exam",
    Choice(
        "sort", "pay"
    ): "highest paying, highest paid, highest pay, highest salary, best paying, best paid, best pay, top paying, top paid, top pay, "
    "high paying, high paid, high pay, high salary, well paid, well paying, good pay, good paying, better paying, better pay",
    Choice("sort", "newest"): "newest, latest, most recent, just posted, recently posted, posted today",
}
# Phrases in which such a word means something else.
OTHERWISE = (
    "remote patient monitoring, remote physiologic monitoring, remote therapeutic monitoring, remote monitoring, "
    "hybrid operating room, contract management, contract manager, contract negotiation, contract analyst, payer contract, "
    "payer contracts, payor contract, managed care contract, home health agency, home care agency, form 1099, 1099 form, "
    "care at home, hospital at home, nursing at home, visits at home, treatment at home, "
    "1099 reporting, temporal artery, temp agency fee"
)
LEADS = JOINS | frozenset(("only", "open", "accepts", "accepting", "certified", "based"))
BEFORE_YEARS = LEADS | frozenset(
    (
        "have",
        "i",
        "over",
        "under",
        "least",
        "most",
        "than",
        "more",
        "less",
        "up",
        "minimum",
        "min",
        "max",
        "only",
        "about",
    )
)
OF = {"experience_max": BEFORE_YEARS, "state": LEADS | PARTS}
Table = Mapping[str, Sequence[tuple[int, str, Choice | None]]]


def plain(text: str) -> str:
    """As phrases are compared: `full-time` is `full time`."""
    return " ".join(text.replace("-", " ").split())


def table(credentials: Mapping[str, str], states: Mapping[str, str]) -> Table:
    """Every phrase by its first word, the longest first."""
    found: dict[str, list[tuple[int, str, Choice | None]]] = defaultdict(list)
    choices: dict[str, Choice | None] = {
        name: Choice("credential", slug) for name, slug in credentials.items()
    }
    choices |= {plain(name): Choice("state", code) for name, code in states.items()}
    choices |= {said.strip(): choice for choice, phrases in SAID.items() for said in phrases.split(",")}
    choices |= {said.strip(): None for said in OTHERWISE.split(",")}
    for phrase, choice in choices.items():
        found[phrase.split()[0]].append((len(phrase), phrase, choice))
    return {first: sorted(each, key=lambda one: -one[0]) for first, each in found.items()}


def phrases_in(pieces: Sequence[Piece], phrases: Table) -> tuple[list[Choice], list[Piece]]:
    """The choices in the order they were typed, and the pieces without them."""
    found: list[Choice] = []
    taken: set[int] = set()
    for start, end, choice in _matches(pieces, phrases):
        if choice is not None:
            found.append(choice)
            taken.update(range(start, end), leading(pieces, start, OF.get(choice.name, LEADS)))
            need = _need_at(pieces, end) if choice.name == "credential" else None
            if need is not None:
                found.append(need)
                taken.add(end)
    return list(dict.fromkeys(found)), without(pieces, taken)


def _matches(pieces: Sequence[Piece], phrases: Table) -> Iterator[tuple[int, int, Choice | None]]:
    at = 0
    while at < len(pieces):
        match = _in_numbers(pieces, at) or _match_at(pieces, at, phrases)
        if match is not None and _is_denied(pieces, at, match[2]):
            match = None
        if match is not None:
            yield match
        at = match[1] if match else at + 1


def _in_numbers(pieces: Sequence[Piece], at: int) -> Match | None:
    begins = (pieces[at].key or "")[:1].isdigit()
    return (experience_at(pieces, at) or hours_at(pieces, at)) if begins else None


def _match_at(pieces: Sequence[Piece], at: int, phrases: Table) -> tuple[int, int, Choice | None] | None:
    """The longest phrase that begins here and ends where a piece ends."""
    first = plain(pieces[at].key or "")
    for _, phrase, choice in phrases.get(first.split(" ")[0], ()) if first else ():
        text, end = first, at + 1
        while len(text) < len(phrase) and end < len(pieces) and pieces[end].key:
            text, end = f"{text} {plain(pieces[end].key or '')}", end + 1
        if text == phrase:
            return at, end, choice
    return None


def _need_at(pieces: Sequence[Piece], at: int) -> Choice | None:
    """`CPC required`, `CCS preferred`."""
    key = pieces[at].key if at < len(pieces) else None
    return Choice("need", key) if key in ("required", "preferred") else None


def _is_denied(pieces: Sequence[Piece], at: int, choice: Choice | None) -> bool:
    """`not remote`: a choice that is not wanted is no choice. Other names for what is lacking are (`no experience`)."""
    return at > 0 and pieces[at - 1].key in DENIALS and choice is not None and choice.name in ("work", "type")
