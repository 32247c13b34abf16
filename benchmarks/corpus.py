"""Made postings for benchmarks: as many as wanted, always the same, about 25,000 a second.

Each is put together from the postings of a real board: the work of one (title, specialties, families, settings), the terms
of a second, the place of a third, sentences of all of them, and a few rare words, because words follow Zipf's law.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import accumulate
from random import Random
from typing import Any

from jobboard.search.index.documents import Document

SENTENCES, RARE_WORDS, RARE_KINDS = 14, 5, 30_000
MOST_WORDS = 30
EMPLOYERS_FOR = 40  # postings to an employer
DAYS_SHOWN, DAYS_BACK = (30, 90), 55
SYLLABLES = ("bal", "cor", "den", "fi", "gra", "hol", "ist", "ka", "lum", "mer", "nov", "or", "pas", "qui", "ran", "sol", "tev", "um", "vil", "zen")  # fmt: skip


class Corpus:
    """Postings like those of a board. `board` are its published postings, `now` the moment they are searched at."""

    def __init__(self, board: Sequence[Document], now: datetime) -> None:
        self.board, self.now = board, now
        texts = [document.description for document in board]
        found = {
            line.strip("- #") for text in texts for part in text.split(". ") for line in part.split("\n")
        }
        self.sentences = sorted(one for one in found if 5 <= len(one.split()) <= MOST_WORDS)
        self.rare = [rare_word(number) for number in range(RARE_KINDS)]
        self.rarity = list(accumulate(1 / (rank + 10) for rank in range(RARE_KINDS)))

    def documents(self, count: int) -> Iterator[Document]:
        """The board's own postings first, then made ones, until there are `count`."""
        yield from self.board[:count]
        first = max(document.number for document in self.board) + 1
        chance = Random(count)
        for number in range(first, first + max(0, count - len(self.board))):
            yield self.made(number, count, chance)

    def made(self, number: int, count: int, chance: Random) -> Document:
        work, terms, place = chance.choices(self.board, k=3)
        published = self.now - timedelta(minutes=chance.randrange(DAYS_BACK * 1440))
        low = Decimal(chance.randrange(1800, 5200)) / 100
        employer = chance.randrange(max(1, count // EMPLOYERS_FOR))
        return replace(
            work,
            id=id_of(number),
            number=number,
            opens_at=published,
            closes_at=published + timedelta(days=chance.randint(*DAYS_SHOWN)),
            first_published_at=published,
            shown_at=published,
            description=self.text(chance),
            work_model=place.work_model,
            all_states=place.all_states,
            hourly_min=low,
            hourly_max=low * (110 + chance.randrange(60)) / 100,
            experience_months=chance.randrange(0, 96, 6),
            apprentices=terms.apprentices,
            employer_slug=f"employer-{employer}",
            employer_name=f"{self.rare[employer % RARE_KINDS].title()} Health",
            parts=parts_of(work, terms, place),
        )

    def text(self, chance: Random) -> str:
        rare = chance.choices(self.rare, cum_weights=self.rarity, k=RARE_WORDS)
        return ". ".join([*chance.choices(self.sentences, k=SENTENCES), " ".join(rare)])


def parts_of(work: Document, terms: Document, place: Document) -> dict[str, list[Any]]:
    """What goes together stays together: the terms of employment of one posting, the place of another."""
    of = {
        "credentials": terms,
        "groups": terms,
        "types": terms,
        "tools": terms,
        "states": place,
        "places": place,
    }
    return {name: of.get(name, work).parts[name] for name in work.parts}


def id_of(number: int) -> str:
    return f"{number:026d}"


def rare_word(number: int) -> str:
    """A word that nobody writes, so that it meets nothing else."""
    word = ""
    number += len(SYLLABLES)
    while number:
        number, rest = divmod(number, len(SYLLABLES))
        word += SYLLABLES[rest]
    return word
