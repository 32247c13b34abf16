"""Risk adjustment: which diagnoses count toward which hierarchical category, and what each category weighs."""

from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.domain.base import Base, enum_type


class RiskModel(StrEnum):
    V28 = "v28"
    V24 = "v24"
    RX08 = "rx08"
    ESRD24 = "esrd24"

    @property
    def label(self) -> str:
        return MODELS[self]


MODELS = {
    RiskModel.V28: "CMS-HCC V28",
    RiskModel.V24: "CMS-HCC V24",
    RiskModel.RX08: "RxHCC R08",
    RiskModel.ESRD24: "ESRD V24",
}
SEGMENTS = {
    "community_nondual_aged": "Community, not dual, aged",
    "community_nondual_disabled": "Community, not dual, disabled",
    "community_full_dual_aged": "Community, full dual, aged",
    "community_full_dual_disabled": "Community, full dual, disabled",
    "community_partial_dual_aged": "Community, partial dual, aged",
    "community_partial_dual_disabled": "Community, partial dual, disabled",
    "institutional": "Institutional",
}


class RiskCategory(Base):
    """The name of a category in one of the models."""

    __tablename__ = "risk_category"

    model: Mapped[RiskModel] = mapped_column(enum_type(RiskModel), primary_key=True)
    category: Mapped[str] = mapped_column(String(5), primary_key=True)
    label: Mapped[str] = mapped_column(String(200))


class DiagnosisRisk(Base):
    """A diagnosis counts toward a category. Some count toward two."""

    __tablename__ = "diagnosis_risk"

    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), primary_key=True)
    model: Mapped[RiskModel] = mapped_column(enum_type(RiskModel), primary_key=True)
    category: Mapped[str] = mapped_column(String(5), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("code_release.id"), primary_key=True, index=True)


class RiskWeight(Base):
    """The coefficients of a V28 category, in thousandths, for the seven kinds of members."""

    __tablename__ = "risk_weight"

    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("code_release.id"), primary_key=True, index=True)
    community_nondual_aged: Mapped[int]
    community_nondual_disabled: Mapped[int]
    community_full_dual_aged: Mapped[int]
    community_full_dual_disabled: Mapped[int]
    community_partial_dual_aged: Mapped[int]
    community_partial_dual_disabled: Mapped[int]
    institutional: Mapped[int]

    def weights(self) -> list[tuple[str, Decimal]]:
        return [(label, Decimal(getattr(self, name)).scaleb(-3)) for name, label in SEGMENTS.items()]


class RiskHierarchy(Base):
    """A V28 category that is met drops the other, milder one."""

    __tablename__ = "risk_hierarchy"

    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), primary_key=True)
    dropped_id: Mapped[int] = mapped_column(ForeignKey("code.id"), primary_key=True, index=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("code_release.id"), primary_key=True, index=True)


class RiskService(Base):
    """A service whose claims Medicare reads for risk adjustment."""

    __tablename__ = "risk_service"

    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("code_release.id"), primary_key=True, index=True)
