"""Which file belongs to which code set. A file of another set is recognized, and said to be one."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from jobboard.dataset.official import fee_schedule, groups, hcpcs, order_file, risk_mapping, tabular
from jobboard.dataset.official.faults import Stated, whole_file
from jobboard.dataset.official.opening import text_of
from jobboard.domain.codes.codeset import CodeSet


class Format(NamedTuple):
    """A published layout: what people call it, how it is told from others, who reads it."""

    code_set: CodeSet
    name: str
    looks_like: Callable[[str], bool]
    read: Callable[[str], Stated]


FORMATS = (
    Format(CodeSet.ICD10CM, "the ICD-10-CM tabular list (XML)", tabular.looks_like, tabular.read),
    Format(
        CodeSet.ICD10CM,
        "an ICD-10-CM order file",
        order_file.looks_like_diagnoses,
        order_file.read_diagnoses,
    ),
    Format(
        CodeSet.ICD10PCS,
        "an ICD-10-PCS order file",
        order_file.looks_like_procedures,
        order_file.read_procedures,
    ),
    Format(
        CodeSet.CPT, "a Medicare relative value file (PPRRVU)", fee_schedule.looks_like, fee_schedule.read
    ),
    Format(CodeSet.HCPCS, "an HCPCS alpha-numeric file", hcpcs.looks_like, hcpcs.read),
    Format(CodeSet.MSDRG, "an MS-DRG table", groups.looks_like, groups.read),
    Format(
        CodeSet.HCC, "a mapping of diagnoses to risk categories", risk_mapping.looks_like, risk_mapping.read
    ),
)


def read_file(code_set: CodeSet, path: Path) -> Stated:
    """What the file states of the set. Raises BadFile with everything that is wrong with it."""
    text = text_of(path)
    met = next((layout for layout in FORMATS if layout.looks_like(text)), None)
    if met is None:
        wanted = " or ".join(layout.name for layout in FORMATS if layout.code_set is code_set)
        raise whole_file(f"{path.name} is not recognized: {wanted} was expected.")
    if met.code_set is not code_set:
        raise whole_file(f"{path.name} looks like {met.name}: load it with --set {met.code_set.value}.")
    return met.read(text)
