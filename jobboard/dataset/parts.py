"""The parts of the dataset in the order they are loaded: first what the first page needs, then the rest."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlalchemy.orm import Session

from jobboard.dataset import (
    books,
    cpt,
    credentials,
    diagnoses,
    edits,
    families,
    fees,
    hcc,
    hcpcs,
    icd10cm,
    icd10pcs,
    localities,
    msdrg,
    neighbours,
    notes,
    places,
    shares,
    specialties,
    trade_words,
    words,
    worth,
)
from jobboard.dataset.report import Report


class Loader(Protocol):
    def __call__(self, session: Session, release_id: int, only: Collection[str] | None = None) -> Report: ...


@dataclass(frozen=True)
class Part:
    """A part of the dataset: its release as published, the files it stands on, and who loads them.

    `effective` is the day from which claims follow the release; `reads` are the parts it is put together from.
    """

    name: str
    title: str
    release: str
    files: tuple[str, ...]
    load: Loader
    effective: date | None = None
    reads: tuple[str, ...] = ()


JULY, OCTOBER = date(2026, 7, 1), date(2026, 10, 1)
WORDED = ("families", "hcpcs", "icd10cm", "icd10pcs", "msdrg", "hcc")
TITLED = hcpcs.FILES + icd10cm.FILES + icd10pcs.FILES + msdrg.FILES + hcc.FILES + families.FILES
BILLED = cpt.FILES + hcpcs.FILES  # which codes there are decides which facts about them are kept
SHARED = shares.FILES + specialties.FILES + families.FILES
PARTS = (
    Part("families", "Code families", "2026.1", families.FILES, families.load),
    Part("credentials", "Credentials", "2026.1", credentials.FILES, credentials.load),
    Part("specialties", "Specialties", "2026.1", specialties.FILES, specialties.load),
    Part("trade_words", "Words of the trade", "2026.1", trade_words.FILES, trade_words.load),
    Part("places", "States, cities and ZIP codes", "2022", places.FILES, places.load),
    Part("cpt", "CPT numbers", "RVU26C, July 2026", cpt.FILES + families.FILES, cpt.load, JULY),
    Part("hcpcs", "HCPCS Level II", "July 2026", hcpcs.FILES + families.FILES, hcpcs.load, JULY),
    Part("icd10cm", "ICD-10-CM", "FY2027", icd10cm.FILES + families.FILES, icd10cm.load, OCTOBER),
    Part("fees", "Medicare fees", "RVU26C, July 2026", fees.FILES + BILLED, fees.load, JULY),
    Part("shares", "Specialty shares", "2026.1", SHARED, shares.load),
    Part("neighbours", "Specialties alike", "2026.1", SHARED, neighbours.load),
    Part("icd10pcs", "ICD-10-PCS", "FY2027", icd10pcs.FILES + families.FILES, icd10pcs.load, OCTOBER),
    Part("msdrg", "MS-DRG", "v44.0, FY2027", msdrg.FILES + families.FILES, msdrg.load, OCTOBER),
    Part("hcc", "CMS-HCC V28", "2026", hcc.FILES + families.FILES, hcc.load),
    Part("words", "Words of look-up", "2026.1", words.FILES + TITLED, words.load, reads=WORDED),
    Part("notes", "Notes about families", "2026.1", notes.NEEDED, notes.load),
    Part("tabular", "ICD-10-CM tabular list", "April 2026", books.TABULAR, books.tabular),
    Part("characters", "ICD-10-PCS characters", "FY2025", books.CHARACTERS, books.characters),
    Part("diagnoses", "What diagnoses count for", "MS-DRG v43.1, HCC 2026", diagnoses.FILES, diagnoses.load),
    Part("localities", "Payment localities", "2026", localities.FILES, localities.load),
    Part("history", "Work values since 2019", "2019 to July 2026", worth.HISTORY + BILLED, worth.history),
    Part("hospital", "Hospital outpatient rates", "April 2026", worth.HOSPITAL + BILLED, worth.hospital),
    Part("care", "Kinds of care (RBCS)", "2024", worth.CARE + BILLED, worth.care),
    Part("risk", "Services for risk adjustment", "2026", worth.RISK + BILLED, worth.risk_list),
    Part("modifiers", "Level II modifiers", "January 2026", worth.MODIFIERS, worth.modifiers),
    Part("units", "NCCI unit limits", "July 2024", edits.UNITS + BILLED, edits.units),
    Part("add_ons", "NCCI add-on codes", "June 2024", edits.ADD_ONS + BILLED, edits.add_ons),
    Part("pairs", "NCCI code pairs", "July 2024", edits.PAIRS + BILLED, edits.pairs),
)

# What the first page cannot do without; the rest may follow while the board is already open.
FIRST = tuple(part.name for part in PARTS[: [part.name for part in PARTS].index("icd10pcs")])
