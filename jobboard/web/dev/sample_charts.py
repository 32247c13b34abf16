"""What the component page draws: the numbers of real services, and the edges a chart must survive."""

from decimal import Decimal as D
from typing import Any

from jobboard.domain.codes.binning import binned
from jobboard.domain.codes.comparing import Comparison, Kind

FAMILY = [672, 810, 1210, 1243, 1632, 1679, 1714, 1889, 1934, 2234]
SECTION = [n * n // 7 + 20 for n in range(5, 210)]


def charted() -> dict[str, Any]:
    return {
        "parts": [("Non-facility (office)", parts("16.32", "8.33", "3.36")), ("Facility", parts("16.32", "8.33", "3.36"))],
        "split": [
            ("Non-facility (office)", parts("1.30", "1.46", "0.09")),
            ("Facility", parts("1.30", "0.33", "0.09")),
        ],
        "histories": [
            years(2019, "0.97 0.97 1.30 1.30 1.30 1.30 1.30 1.30"),
            years(2019, "16.74 16.74 16.74 16.74 16.74 16.74 16.74 16.32"),
            [point for point in years(2019, "104.1 104.1 99 99 99 99 107.2 103.3") if point[0] != "2022"],
            years(2026, "2.20"),
        ],
        "comparisons": [
            Comparison("Enterostomy and stoma revision", "x", Kind.FAMILY, 10, D("16.32"), D("16.555"), 40, D("0.99"),
                       tuple(binned(FAMILY, D("16.32")))),
            Comparison("Surgery", "y", Kind.SECTION, 205, D("61.90"), D("16.52"), 99, D("3.75"),
                       tuple(binned(SECTION, D("61.90")))),
        ],
        "periods": [
            ("090", D("0.09"), D("0.81"), D("0.10")), ("010", D("0.10"), D("0.80"), D("0.10")),
            ("000", D("0.00"), D("1.00"), D("0.00")), ("000", D(0), D(0), D(0)), ("ZZZ", D(0), D(0), D(0)),
        ],
    }  # fmt: skip


def parts(work: str, practice: str, malpractice: str) -> list[tuple[str, D]]:
    return [
        ("Work (wRVU)", D(work)),
        ("PE, practice expense", D(practice)),
        ("MP, malpractice", D(malpractice)),
    ]


def years(first: int, values: str) -> list[tuple[str, D]]:
    return [(str(first + n), D(value)) for n, value in enumerate(values.split())]
