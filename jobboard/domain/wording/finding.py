"""Every question asked of the words of the trade."""

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import Session, selectinload

from jobboard.domain.wording.saying import Said, phrase_of
from jobboard.domain.wording.saying_group import SayingGroup, Way


class Shown(StrEnum):
    """Which groups a list shows."""

    IN_FORCE = "in_force"
    DECIDED = "decided"
    RETIRED = "retired"


CHOSEN: dict[Shown, ColumnElement[bool]] = {
    Shown.IN_FORCE: ~SayingGroup.retired,
    Shown.DECIDED: SayingGroup.decided & ~SayingGroup.retired,
    Shown.RETIRED: SayingGroup.retired.is_(True),
}


def group_by_id(session: Session, id: str) -> SayingGroup | None:
    wanted = select(SayingGroup).where(SayingGroup.id == id)
    return session.scalar(wanted.options(selectinload(SayingGroup.ways)))


def groups_listed(session: Session) -> dict[str, SayingGroup]:
    """The groups of our own list by their names there."""
    wanted = select(SayingGroup).where(SayingGroup.listed_as.is_not(None))
    found = session.scalars(wanted.options(selectinload(SayingGroup.ways)))
    return {group.listed_as or "": group for group in found}


def taken(session: Session, said: Said, but: str | None = None) -> dict[str, str]:
    """Which of these phrases another group than `but` holds, and what that one is called."""
    phrases = {phrase_of(text) for text in said.both}
    wanted = select(Way.phrase, Way.group_id).where(Way.held.in_(phrases), Way.group_id != (but or ""))
    holders = {phrase: group_id for phrase, group_id in session.execute(wanted)}
    first = select(Way.group_id, Way.said).where(Way.group_id.in_(holders.values()), Way.place == 0)
    names = {group_id: said for group_id, said in session.execute(first)}
    return {phrase: names[group_id] for phrase, group_id in holders.items()}


def held_by_admins(session: Session) -> set[str]:
    """Phrases of the groups that an admin added or changed."""
    wanted = select(Way.held).join(SayingGroup).where(SayingGroup.decided, Way.held.is_not(None))
    return {held for held in session.scalars(wanted) if held}


def groups(session: Session, shown: Shown, text: str, limit: int, offset: int) -> Sequence[SayingGroup]:
    """One page of the groups that say something with `text` in it (empty: all), by their first way."""
    first = select(func.lower(Way.said)).where(Way.group_id == SayingGroup.id, Way.place == 0)
    wanted = select(SayingGroup).where(CHOSEN[shown], _saying(text))
    ordered = wanted.order_by(first.scalar_subquery(), SayingGroup.id).limit(limit).offset(offset)
    return session.scalars(ordered.options(selectinload(SayingGroup.ways))).all()


def number_of_groups(session: Session, shown: Shown, text: str) -> int:
    wanted = select(func.count()).select_from(SayingGroup).where(CHOSEN[shown], _saying(text))
    return session.scalar(wanted) or 0


def _saying(text: str) -> ColumnElement[bool]:
    if not text:
        return true()
    meant = func.lower(Way.said).contains(text.lower(), autoescape=True)
    if phrase := phrase_of(text):
        meant = meant | Way.phrase.contains(phrase, autoescape=True)
    return select(Way.group_id).where(Way.group_id == SayingGroup.id, meant).exists()


def ways_in_force(session: Session) -> list[tuple[str, str, str, bool]]:
    """(group, phrase, said, one way) of every group in force, group by group, in the order of the ways."""
    wanted = select(Way.group_id, Way.phrase, Way.said, Way.one_way).join(SayingGroup)
    ordered = wanted.where(~SayingGroup.retired).order_by(SayingGroup.id, Way.place)
    return [(row[0], row[1], row[2], row[3]) for row in session.execute(ordered)]
