"""Loads states, cities and ZIP codes. A city's time zone is that of its most populous ZIP code."""

import re
from collections.abc import Collection, Iterable, Iterator

from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.report import Report
from jobboard.dataset.writing import Row
from jobboard.domain.places.place import City, State, Zip

FILES = ("us_states.csv", "us_cities.csv.gz", "us_zips.csv.gz")
SAMPLE_POPULATION = 150_000


def load(session: Session, release_id: int, only: Collection[str] | None = None) -> Report:
    """With `only` (a sample), the big cities alone and no ZIP codes."""
    report = Report()
    states = [_state(row) for row in report.reading(rows("us_states.csv"))]
    report.bring(session, State, ["code"], states)
    smallest = 0 if only is None else SAMPLE_POPULATION
    zones, zips = _zips(report.reading(rows("us_zips.csv.gz")))
    cities = _cities(report.reading(rows("us_cities.csv.gz")), zones, smallest, report)
    report.bring(session, City, ["slug"], cities)
    if only is None:
        report.bring(session, Zip, ["zip"], zips)
    return report


def _state(row: Row) -> Row:
    return {
        "code": row["state"],
        "name": row["name"],
        "region": row["census_region"],
        "division": row["census_division"],
        "lat": _degrees(row["pop_center_lat"]),
        "lon": _degrees(row["pop_center_lon"]),
    }


def _zips(given: Iterable[Row]) -> tuple[dict[tuple[str, str], str], list[Row]]:
    """Time zones by city and state, and the rows of the table."""
    zones: dict[tuple[str, str], tuple[int, str]] = {}
    found = []
    for row in given:
        people, zone = int(row["population"] or 0), row["timezone"]
        place = (row["city"], row["state"])
        if zone and (people, zone) > zones.get(place, (-1, "")):
            zones[place] = (people, zone)
        found.append(
            {
                "zip": row["zip"],
                "city": row["city"],
                "state_code": row["state"],
                "county": row["county"],
                "lat": _degrees(row["lat"]),
                "lon": _degrees(row["lon"]),
                "timezone": zone,
                "population": people,
                "mac": row["mac"],
                "locality": row["locality"],
            }
        )
    return {place: zone for place, (_, zone) in zones.items()}, found


def _cities(
    given: Iterable[Row], zones: dict[tuple[str, str], str], smallest: int, report: Report
) -> Iterator[Row]:
    seen: set[str] = set()
    for row in given:
        people = int(row["zcta_population"] or 0)
        slug = re.sub(r"[^a-z0-9]+", "-", f"{row['city']} {row['state']}".lower())
        if people < smallest or slug in seen or not row["lat"]:
            report.skip("a city without a point, named twice, or too small for a sample")
            continue
        seen.add(slug)
        yield {
            "slug": slug,
            "name": row["city"],
            "search_name": row["city"].lower(),
            "state_code": row["state"],
            "county": row["county"],
            "lat": float(row["lat"]),
            "lon": float(row["lon"]),
            "population": people,
            "timezone": zones.get((row["city"], row["state"]), ""),
        }


def _degrees(text: str) -> float | None:
    return float(text) if text else None
