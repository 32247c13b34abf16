"""Hierarchical condition categories: what each weighs, which ones it drops, and the diagnoses that count toward it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, Session, aliased

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet, sort_key, span_end
from jobboard.domain.codes.releases import current_id
from jobboard.domain.codes.risk import (
    SEGMENTS,
    DiagnosisRisk,
    RiskCategory,
    RiskHierarchy,
    RiskModel,
    RiskWeight,
)


class Weight(NamedTuple):
    """What a category adds to the risk score of one kind of member. `segment` is the column's name."""

    segment: str
    label: str
    value: Decimal


class Counted(NamedTuple):
    """A category a diagnosis counts toward. `code` is the category's own code, which only V28 has."""

    model: RiskModel
    category: str
    label: str
    code: Code | None


def counted(session: Session, diagnosis: Code) -> list[Counted]:
    """Every category of every model that the diagnosis counts toward, newest model first, by number."""
    mine = (
        select(DiagnosisRisk.model, DiagnosisRisk.category, RiskCategory.label, Code)
        .outerjoin(
            RiskCategory,
            (RiskCategory.model == DiagnosisRisk.model) & (RiskCategory.category == DiagnosisRisk.category),
        )
        .outerjoin(Code, (Code.code_set == CodeSet.HCC) & (Code.code == DiagnosisRisk.category))
        .where(DiagnosisRisk.code_id == diagnosis.id, DiagnosisRisk.release_id == current_id("diagnoses"))
    )
    found = [
        Counted(model, number, label or "", code if model is RiskModel.V28 else None)
        for model, number, label, code in session.execute(mine)
    ]
    return sorted(found, key=lambda one: (list(RiskModel).index(one.model), int(one.category)))


def weights(session: Session, category: Code) -> list[Weight]:
    """The coefficients of a V28 category for the seven kinds of members; empty where there are none."""
    mine = select(RiskWeight).where(
        RiskWeight.code_id == category.id, RiskWeight.release_id == current_id("hcc")
    )
    row = session.scalar(mine)
    if row is None:
        return []
    return [Weight(name, label, value) for name, (label, value) in zip(SEGMENTS, row.weights(), strict=True)]


def drops(session: Session, category: Code) -> Sequence[Code]:
    """The milder categories that no longer count once this one does."""
    return _hierarchy(session, RiskHierarchy.dropped_id, RiskHierarchy.code_id, category)


def dropped_by(session: Session, category: Code) -> Sequence[Code]:
    """The graver categories beside which this one no longer counts."""
    return _hierarchy(session, RiskHierarchy.code_id, RiskHierarchy.dropped_id, category)


def _hierarchy(session: Session, wanted: Mapped[int], given: Mapped[int], category: Code) -> Sequence[Code]:
    other = select(wanted).where(given == category.id, RiskHierarchy.release_id == current_id("hcc"))
    return session.scalars(select(Code).where(Code.id.in_(other)).order_by(Code.sort_key)).all()


def diagnoses_of(session: Session, model: RiskModel, category: str, limit: int) -> tuple[int, Sequence[Code]]:
    """How many diagnoses count toward a category, and the first of them."""
    mine = select(DiagnosisRisk.code_id).where(
        DiagnosisRisk.model == model,
        DiagnosisRisk.category == category,
        DiagnosisRisk.release_id == current_id("diagnoses"),
    )
    total = session.scalar(select(func.count()).select_from(mine.subquery())) or 0
    first = select(Code).where(Code.id.in_(mine)).order_by(Code.sort_key).limit(limit)
    return total, session.scalars(first).all()


def counted_below(session: Session, heading: str) -> list[tuple[Code, int]]:
    """The V28 categories that codes below a diagnosis heading count toward, each with how many codes do."""
    diagnosis = aliased(Code)
    key = sort_key(CodeSet.ICD10CM, heading)
    under = (
        select(DiagnosisRisk.category, func.count())
        .join(diagnosis, diagnosis.id == DiagnosisRisk.code_id)
        .where(
            DiagnosisRisk.model == RiskModel.V28,
            DiagnosisRisk.release_id == current_id("diagnoses"),
            diagnosis.code_set == CodeSet.ICD10CM,
            diagnosis.sort_key.between(key, span_end(CodeSet.ICD10CM, heading)),
            diagnosis.active,
        )
        .group_by(DiagnosisRisk.category)
    )
    found = {category: count for category, count in session.execute(under)}
    named = select(Code).where(Code.code_set == CodeSet.HCC, Code.code.in_(found)).order_by(Code.sort_key)
    return [(code, found[code.code]) for code in session.scalars(named)]


def namesake(session: Session, model: RiskModel, category: str) -> RiskCategory | None:
    """The category of another model that carries the same number, and may mean something else."""
    return session.get(RiskCategory, (model, category))
