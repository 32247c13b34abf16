"""How well a family's names or a code's title answer the words that were typed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.wording import SMALL, stems
from jobboard.search.lookup.hit import Hit

FAMILY = {CodeSet.CPT: 1.9, CodeSet.ICD10CM: 1.6, CodeSet.HCPCS: 1.2, CodeSet.HCC: 0.2, CodeSet.MSDRG: -0.8}
CODE = {CodeSet.ICD10CM: 0.4, CodeSet.HCPCS: 0.5, CodeSet.HCC: -0.4, CodeSet.MSDRG: -0.8}
LEAST = -1.4
EXACT, SAME, BEGUN = 1.0, 0.85, 0.7


@dataclass(frozen=True)
class Term:
    """A word as it was typed, others that mean the same, and longer ones that begin with it."""

    stem: str
    same: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    @property
    def stems(self) -> tuple[str, ...]:
        return (self.stem, *self.same, *self.endings)

    def met_in(self, words: Sequence[str]) -> float:
        """How well the term is met: 1 by the word itself, less by another, 0 not at all."""
        if self.stem in words:
            return EXACT
        if any(other in words for other in self.same):
            return SAME
        if any(other in words for other in self.endings):
            return BEGUN
        return 0.0


def ranked(records: Iterable[Family | Code], terms: Sequence[Term]) -> list[Hit]:
    return [hit for record in records if (hit := graded(record, terms)) is not None]


def graded(record: Family | Code, terms: Sequence[Term]) -> Hit | None:
    names = _names(record)
    met = [max(term.met_in(words) for words in names) for term in terms]
    if not any(met):
        return None
    best, name = max((_closeness(words, terms), -place) for place, words in enumerate(names))
    score = 10 * sum(met) / len(terms) + 5 * best + _standing(record)
    if isinstance(record, Family):
        return Hit(record, _why(record, -name), score=score)
    return Hit(record.family, "title", record, score)


def _names(record: Family | Code) -> list[list[str]]:
    """The label and each synonym, or the title, as stems."""
    if isinstance(record, Code):
        return [stems(record.title or "")]
    return [stems(part) for part in record.search_text.split(" | ") if part.strip()]


def _closeness(words: Sequence[str], terms: Sequence[Term]) -> float:
    """How much of the name is what was typed, and how much of what was typed is in the name."""
    met = sum(term.met_in(words) for term in terms)
    telling = [word for word in words if word not in SMALL]
    return (met / len(terms)) * (met / max(len(telling), met, 1))


def _standing(record: Family | Code) -> float:
    if isinstance(record, Family):
        return FAMILY.get(record.code_set, LEAST) - (0.0 if record.leaf else 0.5)
    plain = 0.3 if "unspecified" in (record.title or "").lower() else 0.0
    return CODE.get(record.code_set, LEAST) + plain - (0.0 if record.active else 3.0)


def _why(family: Family, name: int) -> str:
    synonyms = [part for part in family.synonyms.split("; ") if part]
    return f"also called {synonyms[name - 1]}" if 0 < name <= len(synonyms) else "name"
