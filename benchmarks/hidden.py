"""Postings that nobody may see, said in words and codes that nobody else says: what a search must not take longer for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from jobboard.domain.accounts.user import User
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import FamilyTag
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import Need, Status

KINDS = ("a draft", "paused", "removed", "not open yet", "expired")
POSTINGS, WORDS = 6, 3  # of each kind; of each posting, and as many codes
TEXT = "The desk codes what the record says and asks when it says nothing. " * 4
ONSETS, VOWELS, CODAS = "bdfgklmnprstvz", "aeiou", "lmnrst"


class Said(NamedTuple):
    """What is said of one kind of posting and of no other: words of titles and of texts, and codes that only it covers."""

    titles: Sequence[str]
    texts: Sequence[str]
    codes: Sequence[str]


class Hidden:
    """Postings of each kind on a copied board, and for each kind two things to say in turn: while they say the one, nobody says the
    other."""

    def __init__(self, session: Session, chance: Random, now: datetime) -> None:
        self.session = session
        taken = list(session.scalars(posting_ids(now)))
        chance.shuffle(taken)
        words, codes = made_words(chance), iter(unused_codes(session, chance))
        self.ids = {kind: [taken.pop() for _ in range(POSTINGS)] for kind in KINDS}
        self.of = {
            kind: tuple([told(words, codes) for _ in range(POSTINGS)] for _ in range(2)) for kind in KINDS
        }
        self.dates = {id: (one.opens_at, one.closes_at) for id, one in self.postings(*taken_by(self.ids))}

    def postings(self, *ids: str) -> Iterator[tuple[str, Posting]]:
        return ((id, self.session.get_one(Posting, id)) for id in ids)

    def show(self, turn: int) -> None:
        """All are listed again, but the drafts, and say what this turn is for."""
        for kind, ids in self.ids.items():
            for (id, posting), said in zip(self.postings(*ids), self.of[kind][turn], strict=True):
                posting.status = Status.DRAFT if kind == "a draft" else Status.LIVE
                posting.opens_at, posting.closes_at = self.dates[id]
                write(self.session, posting, said)
        self.session.commit()

    def hide(self, now: datetime) -> None:
        """What was listed when the index was made is hidden as it is in life."""
        by = self.session.scalars(select(User)).first()
        assert by is not None
        for _, posting in self.postings(*self.ids["paused"]):
            self.session.add(posting.pause(by=by, at=now))
        for _, posting in self.postings(*self.ids["removed"]):
            self.session.add(posting.remove(by=by, at=now, reasons=[next(iter(Reason))], note="Not a job."))
        for _, posting in self.postings(*self.ids["expired"]):
            posting.closes_at = now - timedelta(minutes=1)
        self.session.commit()

    def put_off(self, now: datetime) -> None:
        """What is to open later was never listed."""
        for _, posting in self.postings(*self.ids["not open yet"]):
            posting.opens_at = now + timedelta(days=1)
        self.session.commit()


def taken_by(ids: Mapping[str, Sequence[str]]) -> list[str]:
    return [id for some in ids.values() for id in some]


def told(words: Iterator[str], codes: Iterator[str]) -> Said:
    return Said(*(list(islice(some, WORDS)) for some in (words, words, codes)))


def posting_ids(now: datetime) -> Any:
    long_open = Posting.closes_at > now + timedelta(days=2)
    return select(Posting.id).where(Posting.status == Status.LIVE, long_open).order_by(Posting.id)


def write(session: Session, posting: Posting, said: Said) -> None:
    """The posting says that and covers those codes alone."""
    edition = posting.live_edition_id
    title, text = " ".join(["Coder", *said.titles]), f"Says {' and '.join(said.texts)}. {TEXT}"
    session.execute(update(Edition).where(Edition.id == edition).values(title=title, description=text))
    session.execute(delete(FamilyTag).where(FamilyTag.edition_id == edition))
    for code in said.codes:
        family = session.scalar(
            select(Code.family_id).where(Code.code == code, Code.code_set == CodeSet.ICD10CM)
        )
        session.execute(insert(FamilyTag).values(edition_id=edition, family_id=family, need=Need.REQUIRED))


def made_words(chance: Random) -> Iterator[str]:
    """Words of three syllables that mean nothing, each once."""
    made: set[str] = set()
    while True:
        word = "".join(chance.choice(part) for part in (ONSETS, VOWELS) * 2 + (ONSETS, VOWELS, CODAS))
        if word not in made:
            made.add(word)
            yield word


def unused_codes(session: Session, chance: Random) -> list[str]:
    """One diagnosis of each narrow family that no posting has anything to do with."""
    tagged = select(FamilyTag.family_id)
    narrow = select(Family.id).where(
        Family.code_set == CodeSet.ICD10CM, Family.leaf, Family.id.not_in(tagged)
    )
    found = select(Code.family_id, Code.code).where(Code.family_id.in_(narrow)).order_by(Code.code)
    codes = list({family: code for family, code in session.execute(found)}.values())
    chance.shuffle(codes)
    return codes
