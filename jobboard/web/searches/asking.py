"""What somebody wants kept, read from the parameters of a search's address."""

from typing import NamedTuple

from jobboard import clock
from jobboard.domain.accounts.finding import main_timezone
from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.mornings import zone_like
from jobboard.domain.searches.wish import LONGEST_NAME, Wish
from jobboard.extensions import db
from jobboard.search.board import BoardEngine
from jobboard.search.engine import Result
from jobboard.search.keeping import kept_form, query_of
from jobboard.search.query import Query
from jobboard.web.jobs.matched import in_words, one_code
from jobboard.web.searching import keeper

EVERYTHING = "All jobs"
QUOTES = str.maketrans("", "", "“”")


class Asked(NamedTuple):
    """A search as it was understood: as it is kept, in words, and the zone its morning is most likely in; how many jobs it
    holds now, and its code if it asks for just one."""

    kept: str
    said: str
    zone: str
    total: int
    code: str

    @property
    def name(self) -> str:
        """What was asked, without the quotes around typed words: letters put the name in quotes."""
        return self.said.translate(QUOTES)[:LONGEST_NAME] or EVERYTHING

    def wish(self, rhythm: Rhythm, zone: str, name: str = "") -> Wish:
        return Wish(name or self.name, self.kept, self.said, rhythm, zone or self.zone)


def asked_by(text: str) -> Asked:
    """What the query string of an address asks for; whatever is not understood is left out."""
    result = found(query_of(text))
    query = result.reading.query
    home = main_timezone(db.session, query.from_state) if query.from_state else None
    said, zone = in_words(result.reading), zone_like(home, clock.now())
    return Asked(kept_form(query), said, zone, result.total, one_code(result.reading))


def found(query: Query) -> Result:
    return BoardEngine(db.session, keeper()).found(query, clock.now(), why=False)
