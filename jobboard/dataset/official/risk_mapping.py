"""Reads Medicare's mapping of diagnoses to risk categories (CSV): V28, and V24 and RxHCC V08 where the file has them."""

import re

from jobboard.dataset.official.faults import Faults, Stated, whole_file
from jobboard.dataset.official.order_file import SHAPES
from jobboard.dataset.official.table import header_of, is_header, lines_of
from jobboard.domain.codes.codeset import CodeSet, written
from jobboard.domain.codes.risk import RiskModel

CATEGORY = re.compile(r"\d{1,3}(\.0)?")
COLUMNS = {
    RiskModel.V28: re.compile(r"cms-hcc(?!.*esrd).*\bv28\b(?!.*payment year)"),
    RiskModel.V24: re.compile(r"cms-hcc(?!.*esrd).*\bv24\b(?!.*payment year)"),
    RiskModel.RX08: re.compile(r"rxhcc.*\bv0?8\b(?!.*payment year)"),
}


def looks_like(text: str) -> bool:
    return header_of(text, "diagnosis code", "v28") is not None


def read(text: str) -> Stated:
    """A row for every diagnosis and category: code, model, category. Raises BadFile."""
    header = header_of(text, "diagnosis code", "v28")
    if header is None:
        raise whole_file("No line names the columns Diagnosis Code and CMS-HCC Model Category V28.")
    places = {model: _place(header, shape) for model, shape in COLUMNS.items()}
    if places[RiskModel.V28] is None:
        raise whole_file("No column is called CMS-HCC Model Category V28.")
    faults, stated, seen = Faults(), Stated(), set()
    below = False
    for line, cells in lines_of(text):
        key = cells[0].replace(".", "").upper()
        if not below:
            below = is_header(cells, header)
        elif len(cells) < 3:
            stated.left_out["a note below the table"] += 1
        elif not SHAPES[CodeSet.ICD10CM].fullmatch(key):
            faults.add(line, f"{cells[0][:20]!r} is not an ICD-10-CM code such as I2510.")
        elif key in seen:
            faults.add(line, f"{key} stands twice in the file.")
        else:
            stated.read += 1
            seen.add(key)
            _state(line, key, cells, places, stated, faults)
    return faults.check(stated)


def models_in(stated: Stated) -> set[RiskModel]:
    return {row["model"] for row in stated.rows}


def _state(
    line: int, key: str, cells: list[str], places: dict[RiskModel, int | None], stated: Stated, faults: Faults
) -> None:
    for model, place in places.items():
        category = cells[place] if place is not None and place < len(cells) else ""
        if not category:
            continue
        if not CATEGORY.fullmatch(category):
            faults.add(
                line, f"the {model.label} category is {category[:20]!r}: a number such as 37 was expected."
            )
            continue
        number = str(int(category.removesuffix(".0")))
        stated.rows.append({"code": written(CodeSet.ICD10CM, key), "model": model, "category": number})


def _place(header: list[str], shape: re.Pattern[str]) -> int | None:
    return next((place for place, name in enumerate(header) if shape.search(name)), None)
