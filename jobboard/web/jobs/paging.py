"""The pages of a long answer, as links: the first, the last, and those around the one that is open."""

from collections.abc import Callable
from typing import Any

from jobboard.search.query import Query

AROUND = 2


def paging(query: Query, pages: int, path: str) -> dict[str, Any]:
    """What `pagination` draws for a search. A page past the end leads back to the last one."""
    return paged(query.page, pages, lambda number: query.url(path, page=number))


def paged(here: int, pages: int, address: Callable[[int], str]) -> dict[str, Any]:
    """What `pagination` draws for any list of pages, each with an address."""
    return {
        "links": [link(number, here, address) for number in numbers(min(here, pages), pages)],
        "previous_url": address(min(here - 1, pages)) if here > 1 else None,
        "next_url": address(here + 1) if here < pages else None,
    }


def numbers(here: int, pages: int) -> list[int | None]:
    """Page numbers to draw; None is a gap."""
    near = {1, pages, *range(max(1, here - AROUND), min(pages, here + AROUND) + 1)}
    drawn: list[int | None] = []
    for number in sorted(near):
        if drawn and number - (drawn[-1] or 0) > 1:
            drawn.append(None)
        drawn.append(number)
    return drawn


def link(number: int | None, here: int, address: Callable[[int], str]) -> dict[str, Any]:
    if number is None:
        return {"label": "…", "url": None, "current": False}
    return {"label": str(number), "url": address(number), "current": number == here}
