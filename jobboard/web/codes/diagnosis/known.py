"""What the releases say of a diagnosis, gathered once for its page."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from jobboard.domain.codes.categories import Counted, counted
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.diagnoses import Branch, Grouping, Said, above, below, grouping, notes
from jobboard.domain.codes.finding import Found
from jobboard.domain.codes.releases import all_current
from jobboard.web.codes.coefficients import Weighed, weighed
from jobboard.web.codes.validity import named

PLACEHOLDER = "X"


@dataclass(frozen=True)
class Known:
    """What the releases say of a diagnosis.

    `line` is the code or heading with what stands below it, `place` the category down to the lines beside a code,
    or down to a heading with all that it holds.
    """

    found: Found
    line: Branch
    headings: list[Branch]
    place: Branch
    said: list[Said]
    grouping: Grouping | None
    risks: list[Counted]
    weighed: list[Weighed]
    releases: dict[str, str]

    @property
    def record(self) -> Code | None:
        return self.found.record

    @property
    def title(self) -> str | None:
        return self.record.title if self.record else self.line.title

    @property
    def divided(self) -> bool:
        """A code that was deleted because codes below it say more."""
        return self.record is not None and not self.record.active and bool(self.line.below)

    @property
    def is_new(self) -> bool:
        """A code whose title and groupings have not been published in our files."""
        return self.record is not None and self.record.title is None

    @property
    def is_grouped(self) -> bool:
        """Whether the releases can say anything of the code's groupings: no page guesses while they load."""
        return self.record is not None and not self.is_new and "diagnoses" in self.releases

    @property
    def parent(self) -> Branch | None:
        return self.headings[-1] if self.headings else None


def gather(session: Session, found: Found) -> Known:
    """A heading that only pads with X is called like the one it pads."""
    headings = above(session, found.code)
    line, place = drawn(session, found, headings)
    if found.record is None and line.title is None and headings and found.code.endswith(PLACEHOLDER):
        line.title = headings[-1].title
    risks = counted(session, found.record) if found.record else []
    current = {one.code.id: one.code for one in risks if one.code is not None}
    return Known(
        found=found,
        line=line,
        headings=headings,
        place=nested(headings, place),
        said=notes(session, found.code, found.chain),
        grouping=grouping(session, found.record) if found.record else None,
        risks=risks,
        weighed=[weighed(session, code, f":{code.code}") for code in current.values()],
        releases={part: named(release) for part, release in all_current(session).items()},
    )


def drawn(session: Session, found: Found, headings: list[Branch]) -> tuple[Branch, Branch]:
    """The line of a code, and the heading with the lines beside it; a heading stands for both."""
    if found.record is None or not headings:
        line = below(session, found.code)
        return line, line
    place = below(session, headings[-1].code)
    return next(one for one in place.below if one.code == found.code), place


def nested(headings: list[Branch], nearest: Branch) -> Branch:
    """The headings hung under one another, down to the line that has its own below it."""
    line = nearest
    for heading in reversed([one for one in headings if one.key != nearest.key]):
        line = replace(heading, below=[line])
    return line
