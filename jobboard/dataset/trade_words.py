"""Loads our own list of the trade's words: which ways of saying mean the same. What an admin changed outweighs the list."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from jobboard.dataset.files import listed, rows
from jobboard.dataset.report import Report
from jobboard.domain.codes.code import Release
from jobboard.domain.wording.finding import groups_listed, held_by_admins
from jobboard.domain.wording.saying import Said, phrase_of, sound
from jobboard.domain.wording.saying_group import SayingGroup, a_group

FILES = ("trade_words.csv",)


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    """Make the groups that no admin touched say what the list says; those it names no more are retired.

    A way that an admin gave to another group stays there. Raises Invalid when the list breaks a rule of its own.
    """
    report = Report()
    at = session.get_one(Release, release_id).loaded_at
    stored = groups_listed(session)
    wanted = _wanted(report, held_by_admins(session))
    open_ones = [group for group in stored.values() if not group.decided]
    stale = [group for group in open_ones if _says(group) != wanted.get(group.listed_as or "")]
    for group in stale:
        group.let_go()
    session.flush()  # a way may move from one group to another
    for group in stale:
        said = wanted.get(group.listed_as or "")
        group.retired = said is None
        group.say(said or group.says, at=at)
    new = {name: said for name, said in wanted.items() if name not in stored}
    session.add_all(a_group(said, at=at, listed_as=name) for name, said in new.items())
    session.flush()
    report.rows, report.written = len(wanted), len(stale) + len(new)
    return report


def _wanted(report: Report, held: set[str]) -> dict[str, Said]:
    """The groups of the list by their names, without what an admin's groups hold."""
    wanted = {}
    for row in report.reading(rows("trade_words.csv")):
        said = sound(Said(tuple(listed(row["both"])), tuple(listed(row["one_way"]))), {})
        left = Said(tuple(text for text in said.both if phrase_of(text) not in held), said.one_way)
        if left.both and len(left.both) + len(left.one_way) > 1:
            wanted[row["group"]] = left
        else:
            report.skip("a group whose ways an admin gave to others")
    return wanted


def _says(group: SayingGroup) -> Said | None:
    return None if group.retired else group.says
