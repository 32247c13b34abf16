"""What look-up gives back: hits, what to say about them, and the words to mark in them."""

from dataclasses import dataclass, field

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import HEADED, CodeSet, written
from jobboard.domain.codes.family import Family, FamilyRange


@dataclass(frozen=True)
class Hit:
    """A family, or a code with the family it lies in. `why` says in a few words what was met."""

    family: Family
    why: str
    code: Code | None = None
    score: float = 0.0

    @property
    def kind(self) -> str:
        return "family" if self.code is None else "code"

    @property
    def code_set(self) -> CodeSet:
        return self.family.code_set

    @property
    def key(self) -> tuple[str, int]:
        return (self.kind, self.code.id if self.code else self.family.id)

    @property
    def label(self) -> str:
        """A CPT or dental number has no words of its own: its family's stand for it."""
        return (self.code.title if self.code else None) or self.family.label

    def spans(self, ranges: list[FamilyRange]) -> list[list[str]]:
        """First and last code of each run, as they are written."""
        if self.code is not None:
            return [[self.code.code, self.code.code]]
        return [[_edge(run.code_set, run.lo), _edge(run.code_set, run.hi)] for run in ranges]


def _edge(code_set: CodeSet, key: str) -> str:
    return key[:3] if code_set in HEADED else written(code_set, key)


@dataclass(frozen=True)
class Answer:
    """Hits, best first; `total` counts what was not listed too. `marked` are the words met, as stems."""

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    said: tuple[str, ...] = ()
    marked: frozenset[str] = field(default_factory=frozenset)
