"""The search engine that is the database itself: nothing to keep in step, nothing to prepare. It finds and
orders, but does not count what each further choice would leave."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import FamilyTag, SpecialtyTag
from jobboard.domain.postings.posting import Posting
from jobboard.search.engine import DEEPEST, PAGE_SIZE, Result, Suggestion
from jobboard.search.few import why_said
from jobboard.search.holding import MOST_SEARCHED, Held, held, newest_edge, since
from jobboard.search.index.stemming import stems
from jobboard.search.letting_go import by_codes_alone, by_doers, without_silent
from jobboard.search.matching import base, coding, covering, covers, family_ids, matching, said
from jobboard.search.query import Query
from jobboard.search.reading import AskedCode, Reading, Term, understand
from jobboard.search.reasons import Tagged, reasons
from jobboard.search.relaxing import loose_in, with_message
from jobboard.search.spelling import read_again
from jobboard.search.uncounted import uncounted
from jobboard.search.understanding.known import known
from jobboard.search.words import Condition, any_of_word, holds, relevance

NEWEST_ALONE = f"The search is being set up. Until it stands, words and codes are looked for in the {MOST_SEARCHED:,} newest jobs alone."


class SqlEngine:
    """Searches the board through one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def search(self, query: Query, now: datetime, wanted: Collection[str] | None = None) -> Result:
        result = self.found(query, now)
        offered = uncounted(self.session, result.reading)
        return replace(result, facets=tuple(one for one in offered if wanted is None or one.name in wanted))

    def found(self, query: Query, now: datetime, *, why: bool = True) -> Result:
        return self.answer(*self.held(understand(self.session, query, now.date()), now), now, why)

    def held(self, reading: Reading, now: datetime) -> tuple[Reading, Held]:
        """What holds all that was asked, else what holds it read another way, or the part of it that somebody says."""
        found = held(self.session, reading, now)
        for meant in (self.by_doers, self.mended, self.heard, self.by_codes):
            if not found.whole and (other := meant(reading, now)):
                reading, found = other, held(self.session, other, now)
        return reading, found

    def by_doers(self, reading: Reading, now: datetime) -> Reading | None:
        """A list of codes that nobody covers and somebody's specialty codes."""
        if len(reading.codes) < 2 or self.is_there(covers(reading), now):
            return None
        doing = by_doers(reading, known(self.session))
        return doing if self.is_there(covers(doing), now) else None

    def mended(self, reading: Reading, now: datetime) -> Reading | None:
        return read_again(
            self.session, reading, lambda word: self.is_there(any_of_word(word), now), now.date()
        )

    def heard(self, reading: Reading, now: datetime) -> Reading | None:
        """Several words without those that nobody says."""
        loose = loose_in(reading.terms)
        silent = [term for term in loose if not self.is_there(somewhere(term), now)] if len(loose) > 1 else []
        return without_silent(reading, silent) if 0 < len(silent) < len(loose) else None

    def by_codes(self, reading: Reading, now: datetime) -> Reading | None:
        """Codes without the words beside them, when nobody who covers them says enough of these."""
        loose = loose_in(reading.terms)
        if not (reading.codes and loose) or self.is_there(and_(covers(reading), or_(*map(said, loose))), now):
            return None
        return by_codes_alone(reading, loose)

    def is_there(self, condition: Condition, now: datetime) -> bool:
        """Whether anything that is looked at meets it."""
        seen = since(newest_edge(self.session, now), now)
        return self.session.scalar(base(Posting.id).where(seen, condition).limit(1)) is not None

    def answer(self, reading: Reading, found: Held, now: datetime, why: bool) -> Result:
        ids = self.page(reading, found) if found.total and reading.query.page <= DEEPEST else []
        told = with_message(reading, found.total, found.whole) if len(found.tiers) > 1 else reading
        if found.cut:
            told = replace(told, messages=(*told.messages, NEWEST_ALONE))
        return Result(
            reading=told,
            total=found.total,
            ids=ids,
            reasons=self.why(reading, ids, now) if why else {},
            did_you_mean=reading.meant,
        )

    def why(self, reading: Reading, ids: Sequence[str], now: datetime) -> dict[str, list[str]]:
        """Posting id -> why it was found: by its code or codes first, then where it says the words."""
        by_code = reasons(reading, tagged(self.session, reading, ids))
        said = why_said(self.session, reading, ids, now)
        found = {id: [*by_code.get(id, ()), *said.get(id, ())] for id in ids}
        return {id: why for id, why in found.items() if why}

    def among(self, query: Query, ids: Collection[str], now: datetime) -> Mapping[str, Sequence[str]]:
        reading = understand(self.session, query, now.date()).strict
        wanted = base(Posting.id).where(matching(self.session, reading, now), Posting.id.in_(ids))
        found = self.session.scalars(wanted).all()
        return dict.fromkeys(found, ()) | self.why(reading, found, now)

    def suggest(self, text: str, now: datetime) -> list[Suggestion]:
        """Nothing: looking through every posting at each letter would cost more than it helps."""
        return []

    def page(self, reading: Reading, found: Held) -> list[str]:
        start = (reading.query.page - 1) * PAGE_SIZE
        coded = any(code.specialties for code in reading.codes)
        if len(reading.codes) > 1 and reading.query.sort == "best" and not coded:
            return self.by_list(reading, found.wanted)[start : start + PAGE_SIZE]
        asked = base(Posting.id).where(found.wanted)
        if reading.query.sort == "best" and not reading.codes and len(found.tiers) > 1:
            asked = asked.order_by(found.place)
        return list(self.session.scalars(in_order(asked, reading).offset(start).limit(PAGE_SIZE)))

    def by_list(self, reading: Reading, wanted: Condition) -> list[str]:
        """Who covers most of a list, each code as heavy as its count; then by narrower families, then the newest."""
        tags = base(Posting.id, Posting.first_published_at, FamilyTag.family_id)
        tags = tags.join(FamilyTag, FamilyTag.edition_id == Edition.id)
        rows = self.session.execute(tags.where(wanted, FamilyTag.family_id.in_(family_ids(reading))))
        held: dict[tuple[datetime, str], set[int]] = defaultdict(set)
        for id, published, family in rows:
            held[published, id].add(family)
        ranks = {key: covered(reading.codes, families) for key, families in held.items()}
        newest = sorted(sorted(held, key=itemgetter(1)), key=itemgetter(0), reverse=True)
        return [id for _, id in sorted(newest, key=lambda key: ranks[key])]


def somewhere(term: Term) -> Condition:
    """In the title, the tags or the description: that no job says a word may be told only of what was read."""
    return or_(said(term), *(holds(Edition.description, stem) for stem in stems(term.ways[0])))


def covered(codes: Sequence[AskedCode], families: Collection[int]) -> tuple[int, int]:
    """How heavy the codes are that these families cover (the more, the lower), and how many levels above them they stand."""
    heavy = wide = 0
    for code in codes:
        step = next((step for step, family in enumerate(code.families) if family.id in families), None)
        if step is not None:
            heavy, wide = heavy + code.weight, wide + step * code.weight
    return -heavy, wide


def tagged(session: Session, reading: Reading, ids: Sequence[str]) -> dict[str, Tagged]:
    """What postings are tagged with, when that is why they were found."""
    if not reading.codes:
        return {}
    families = _tags(session, FamilyTag, FamilyTag.family_id, ids)
    specialties = _tags(session, SpecialtyTag, SpecialtyTag.specialty_id, ids)
    return {id: Tagged(families[id], specialties[id]) for id in ids}


def _tags(session: Session, part: Any, key: Any, ids: Sequence[str]) -> dict[str, set[int]]:
    rows = select(Posting.id, key).join(part, part.edition_id == Posting.live_edition_id)
    found: dict[str, set[int]] = {id: set() for id in ids}
    for id, value in session.execute(rows.where(Posting.id.in_(ids))):
        found[id].add(value)
    return found


def in_order(found: Select[Any], reading: Reading) -> Select[Any]:
    """The order that was asked for; equal ones by when they were first published, then by id, so that pages never overlap."""
    sort = reading.query.sort
    if sort == "pay":
        found = found.order_by(func.coalesce(Edition.hourly_max, 0).desc())
    elif sort == "closing":
        found = found.order_by(Posting.closes_at)
    elif sort == "best":
        found = by_match(found, reading)
    return found.order_by(Posting.first_published_at.desc(), Posting.id)


def by_match(found: Select[Any], reading: Reading) -> Select[Any]:
    if len(reading.codes) == 1:
        (code,) = reading.codes
        tags = covering([family.id for family in code.families])
        found = found.outerjoin(tags, tags.c.edition_id == Edition.id).order_by(
            func.coalesce(tags.c.narrowness, len(code.families)), func.coalesce(tags.c.share, 0).desc()
        )
        if code.specialties:
            coders, last = coding(list(code.specialties)), len(code.specialties)
            place = case((tags.c.narrowness.is_(None), coders.c.place), else_=0)
            found = found.outerjoin(coders, coders.c.edition_id == Edition.id)
            found = found.order_by(func.coalesce(place, last))
    elif words := [term.ways[0] for term in reading.terms if not term.minus]:
        found = found.order_by(relevance(words).desc())
    return found
