"""How many postings each further choice would leave. A facet's own choice is set aside in its own counts."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, case, func, literal, select, union_all
from sqlalchemy.orm import Session

from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.places.place import State
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import CredentialTag, Place, SettingCell, SpecialtyTag, StateTag, TypeTag
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import EmploymentType, Encounter, FeeSide, WorkModel
from jobboard.search.engine import Facet, Option
from jobboard.search.matching import TAKES_APPRENTICES, base, cell, matching, wide_sides
from jobboard.search.query import EXPERIENCE, SINCE
from jobboard.search.reading import Reading

PAY_FLOORS = (20, 24, 28, 32, 36, 40, 45, 50)
EVERYWHERE = "*"


class Counter:
    """The counts of one search."""

    def __init__(
        self, session: Session, reading: Reading, now: datetime, among: Sequence[str] | None = None
    ) -> None:
        self.session, self.reading, self.query, self.now = session, reading, reading.query, now
        self.among = among

    def facets(self) -> tuple[Facet, ...]:
        return (
            self.work(),
            self.from_state(),
            self.pay(),
            self.specialty(),
            self.credential(),
            self.side(),
            self.encounter(),
            self.type(),
            self.experience(),
            self.apprentice(),
            self.since(),
        )

    def rows(self, skip: str, *columns: Any) -> Select[Any]:
        return base(*columns).where(matching(self.reading, self.now, skip=skip, among=self.among))

    def counted(self, statement: Select[Any]) -> dict[str, int]:
        return {str(value): count for value, count in self.session.execute(statement) if value is not None}

    # ---- facets of one column or one table of tags

    def work(self) -> Facet:
        rows = self.rows("work", Edition.work_model, func.count()).group_by(Edition.work_model)
        return terms("work", "work", "Work model", WorkModel, self.counted(rows), self.query.work)

    def type(self) -> Facet:
        rows = self.rows("type", TypeTag.type, func.count()).join(TypeTag, TypeTag.edition_id == Edition.id)
        counts = self.counted(rows.group_by(TypeTag.type))
        return terms("type", "type", "Type", EmploymentType, counts, self.query.type)

    def specialty(self) -> Facet:
        rows = (
            self.rows("specialty", Specialty.slug, Specialty.name, func.count())
            .join(SpecialtyTag, SpecialtyTag.edition_id == Edition.id)
            .join(Specialty, Specialty.id == SpecialtyTag.specialty_id)
            .group_by(Specialty.slug, Specialty.name)
        )
        return self.named("specialty", "Specialty", rows, self.query.specialty)

    def credential(self) -> Facet:
        rows = (
            self.rows(
                "credential",
                Credential.slug,
                Credential.abbreviation,
                func.count(CredentialTag.edition_id.distinct()),
            )
            .join(CredentialTag, CredentialTag.edition_id == Edition.id)
            .join(Credential, Credential.id == CredentialTag.credential_id)
            .where(Credential.confirmed)
            .group_by(Credential.slug, Credential.abbreviation)
        )
        return self.named("credential", "Credential", rows, self.query.credential)

    def named(self, name: str, title: str, rows: Select[Any], chosen: Iterable[str]) -> Facet:
        """Values with a name of their own, most postings first; a choice that leaves none stays in sight."""
        found = {slug: (label, count) for slug, label, count in self.session.execute(rows)}
        for slug in chosen:
            found.setdefault(slug, (self.reading.labels[name, slug], 0))
        ordered = sorted(found.items(), key=lambda item: (-item[1][1], item[1][0]))
        options = tuple(Option(slug, label, count, slug in chosen) for slug, (label, count) in ordered)
        return Facet(name, name, title, options)

    # ---- the setting matrix: each axis is counted within the choice on the other

    def side(self) -> Facet:
        columns = [
            func.count(case((SettingCell.side.in_(wide_sides([side.value])), Edition.id)).distinct())
            for side in FeeSide
        ]
        rows = self.rows("side", *columns).join(SettingCell, SettingCell.edition_id == Edition.id)
        row = self.session.execute(rows.where(cell((), self.query.encounters))).one()
        counts = {side.value: count for side, count in zip(FeeSide, row, strict=True)}
        return terms("setting", "side", "Fee side", FeeSide, counts, self.query.sides)

    def encounter(self) -> Facet:
        rows = (
            self.rows("encounter", SettingCell.encounter, func.count(Edition.id.distinct()))
            .join(SettingCell, SettingCell.edition_id == Edition.id)
            .where(cell(self.query.sides, ()))
            .group_by(SettingCell.encounter)
        )
        return terms(
            "setting", "encounter", "Encounter", Encounter, self.counted(rows), self.query.encounters
        )

    # ---- where from

    def from_state(self) -> Facet:
        """For each state, what somebody who lives there can do: remote everywhere, remote from there, or a place there."""
        remote = Edition.work_model == WorkModel.REMOTE
        everywhere = self.rows("from_state", literal(EVERYWHERE), func.count()).where(
            remote, Edition.all_states
        )
        listed = (
            self.rows("from_state", StateTag.state, func.count())
            .join(StateTag, StateTag.edition_id == Edition.id)
            .where(remote, ~Edition.all_states)
            .group_by(StateTag.state)
        )
        placed = (
            self.rows("from_state", Place.state, func.count(Edition.id.distinct()))
            .join(Place, Place.edition_id == Edition.id)
            .where(~remote)
            .group_by(Place.state)
        )
        counts: dict[str, int] = {}
        for state, count in self.session.execute(union_all(everywhere, listed, placed)):
            counts[state] = counts.get(state, 0) + count
        return self.states(counts)

    def states(self, counts: dict[str, int]) -> Facet:
        anywhere, chosen = counts.get(EVERYWHERE, 0), self.query.from_state
        states = self.session.execute(
            select(State.code, State.name).where(State.region != "").order_by(State.name)
        )
        options = tuple(
            Option(code, name, anywhere + counts.get(code, 0), code == chosen) for code, name in states
        )
        return Facet("from_state", "from_state", "Can I do it from", options)

    # ---- floors and ceilings

    def pay(self) -> Facet:
        floor = self.query.pay_floor
        counts = self.steps("pay_min", [Edition.hourly_max >= each for each in PAY_FLOORS])
        options = tuple(
            Option(str(each), f"${each} an hour or more", count, floor == each)
            for each, count in zip(PAY_FLOORS, counts, strict=True)
        )
        return Facet("pay_min", "pay_min", "Pay, top of the range", options)

    def experience(self) -> Facet:
        counts = self.steps("experience_max", [Edition.experience_months <= int(most) for most in EXPERIENCE])
        chosen = str(self.query.experience_max)
        return Facet("experience_max", "experience_max", "Experience", choices(EXPERIENCE, counts, chosen))

    def since(self) -> Facet:
        moments = [self.now - timedelta(days=int(days)) for days in SINCE]
        counts = self.steps("since", [Posting.first_published_at > moment for moment in moments])
        return Facet("since", "since", "First published", choices(SINCE, counts, str(self.query.since)))

    def apprentice(self) -> Facet:
        (count,) = self.steps("apprentice", [Edition.apprentices.in_(TAKES_APPRENTICES)])
        option = Option("yes", "Accepts apprentices", count, self.query.apprentice)
        return Facet("apprentice", "apprentice", "Apprentices (CPC-A)", (option,))

    def steps(self, skip: str, conditions: Iterable[Any]) -> list[int]:
        columns = [func.count(case((condition, 1))) for condition in conditions]
        return list(self.session.execute(self.rows(skip, *columns)).one())


def terms(
    name: str, group: str, title: str, kind: Any, counts: dict[str, int], chosen: Iterable[str]
) -> Facet:
    """The values of an enumeration in its own order; those without a posting only when chosen."""
    options = tuple(
        Option(term.value, term.label, counts.get(term.value, 0), term.value in chosen)
        for term in kind
        if counts.get(term.value) or term.value in chosen
    )
    return Facet(name, group, title, options)


def choices(labels: dict[str, str], counts: list[int], chosen: str) -> tuple[Option, ...]:
    pairs = zip(labels.items(), counts, strict=True)
    return tuple(Option(value, label, count, value == chosen) for (value, label), count in pairs)
