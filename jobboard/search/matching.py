"""Which listed postings a query holds, as conditions of SQL: its words, its code, and one for each filter."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Subquery, and_, case, func, not_, or_, select, true
from sqlalchemy.orm import Session

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import listed
from jobboard.domain.postings.parts import (
    FamilyTag,
    SpecialtyTag,
)
from jobboard.domain.postings.posting import Posting
from jobboard.search.filtering import bound_to, filters, looked_up
from jobboard.search.reading import Reading, Term
from jobboard.search.words import Condition, any_of_word, has, holds

MOST_WAYS = 3  # of saying a word, while the database itself has to look through every title


def base(*columns: Any) -> Select[Any]:
    """Postings with their live edition and employer."""
    joined = select(*columns).select_from(Posting)
    return joined.join(Edition, Edition.id == Posting.live_edition_id).join(
        Employer, Employer.id == Posting.employer_id
    )


def matching(session: Session, reading: Reading, now: datetime) -> Condition:
    """What holds all that was asked: listed, its words and code, and every filter."""
    return and_(listed(now), chosen(session, reading, now), says(reading.terms))


def chosen(session: Session, reading: Reading, now: datetime) -> Condition:
    """What holds the code and every filter, whatever it says. The session knows which tools and places there are."""
    return and_(covers(reading), *filters(reading.query, now), *looked_up(session, reading))


def says(terms: Iterable[Term]) -> Condition:
    """The posting says every term, and none that has to be missing."""
    return and_(true(), *(not_(kept_out(term)) if term.minus else said(term) for term in terms))


def kept_out(term: Term) -> Condition:
    return bound_to(term.states) if term.states else said(term)


def said(term: Term) -> Condition:
    return or_(*(any_of_word(way) for way in term.ways[:MOST_WAYS]))


def covers(reading: Reading) -> Condition:
    """The posting covers one of the codes; of a single code its specialty may do it, or its title name it."""
    if not reading.codes:
        return true()
    ways = [has(FamilyTag, FamilyTag.family_id.in_(family_ids(reading)))]
    if specialties := {id for code in reading.codes for id in code.specialties}:
        ways.append(has(SpecialtyTag, SpecialtyTag.specialty_id.in_(specialties)))
    if reading.code is not None:
        ways.append(holds(Edition.title, reading.code.code))
    return or_(*ways)


# ---- codes


def family_ids(reading: Reading) -> list[int]:
    """Every family that covers one of the codes, each once."""
    return list(dict.fromkeys(family.id for code in reading.codes for family in code.every_family))


def coding(specialties: Sequence[int]) -> Subquery:
    """Edition id -> the place in `specialties` of the first that it is tagged with."""
    steps = {specialty: step for step, specialty in enumerate(specialties)}
    place = func.min(case(steps, value=SpecialtyTag.specialty_id, else_=len(steps))).label("place")
    found = select(SpecialtyTag.edition_id, place).where(SpecialtyTag.specialty_id.in_(steps))
    return found.group_by(SpecialtyTag.edition_id).subquery()


def covering(families: Sequence[int]) -> Subquery:
    """Edition id -> the place in `families` (narrowest first) of its narrowest tag among them, and its largest share."""
    steps = {family_id: step for step, family_id in enumerate(families)}
    narrowness = case(steps, value=FamilyTag.family_id, else_=len(steps))
    return (
        select(
            FamilyTag.edition_id,
            func.min(narrowness).label("narrowness"),
            func.max(func.coalesce(FamilyTag.share, 0)).label("share"),
        )
        .where(FamilyTag.family_id.in_(steps))
        .group_by(FamilyTag.edition_id)
        .subquery()
    )
