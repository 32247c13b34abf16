"""Which classes only a second sheet of styles knows, so that a page that uses one without it is found out."""

import re
from functools import cache

from scripts import stylesheet

CLASS = re.compile(r"\.([a-z][\w-]*)")
USED = re.compile(r"""class="([^"]*)\"""")


@cache
def known_to(sheet: str) -> frozenset[str]:
    """The classes that the rules of a sheet name."""
    sources = [source for place in stylesheet.SHEETS[sheet] for source in stylesheet.sources(place)]
    return frozenset(CLASS.findall(" ".join(stylesheet.tidied(source.read_text()) for source in sources)))


def unstyled(page: str) -> set[str]:
    """Classes of a page whose rules are in a sheet that it does not load."""
    used = {name for names in USED.findall(page) for name in names.split()} - known_to("site")
    missing = [sheet for sheet in stylesheet.SHEETS if f"/css/{sheet}.css" not in page]
    return {name for sheet in missing for name in used & known_to(sheet)}
