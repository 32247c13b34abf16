"""What is the same for everybody, kept in the process for as long as nothing it is made from changes: whole pages for strangers
(`strangers.py`), the cards of postings for all."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Any, Generic, TypeVar

from flask import Flask, current_app, g
from markupsafe import Markup
from sqlalchemy import Engine

from jobboard import clock
from jobboard.extensions import db
from jobboard.search import cards
from jobboard.search.standing import Standing, of_names, standing, standing_in

PAGES, FRAMES, CARDS, STANDINGS = "kept_pages", "kept_frames", "kept_cards", "kept_standings"
FOUND, READER = "kept_figures", "kept_reader"
ROOM = 24 * 1024 * 1024  # bytes of each in one process
FEW = 50
MOST = 10000  # standings: few are asked for twice in the minute for which they are known

Thing = TypeVar("Thing")


class Kept(Generic[Thing]):
    """Things by a key that says all they are made from. Those not asked for longest go first when the room is full."""

    def __init__(self, room: int) -> None:
        self.room, self.filled = room, 0
        self._things: OrderedDict[Hashable, tuple[Thing, int]] = OrderedDict()
        self._lock = Lock()

    def find(self, key: Hashable) -> Thing | None:
        return self.find_all([key])[0]

    def find_all(self, keys: Sequence[Hashable]) -> list[Thing | None]:
        """In the order of the keys; None for what is not here."""
        things = self._things
        with self._lock:
            found = [things.get(key) for key in keys]
            for key, one in zip(keys, found, strict=True):
                if one is not None:
                    things.move_to_end(key)
        return [one and one[0] for one in found]

    def put(self, key: Hashable, thing: Thing, size: int) -> None:
        """`size` in the unit of the room."""
        with self._lock:
            self.filled += size - self._things.pop(key, (thing, 0))[1]
            self._things[key] = thing, size
            while self.filled > self.room:
                self.filled -= self._things.popitem(last=False)[1][1]

    def clear(self) -> None:
        with self._lock:
            self._things.clear()
            self.filled = 0


def open_kept(app: Flask) -> None:
    app.extensions[PAGES] = Kept[Any](ROOM)
    app.extensions[FRAMES] = Kept[tuple[bytes, ...]](ROOM)
    app.extensions[CARDS] = Kept[Markup](ROOM)
    app.extensions[STANDINGS] = Kept[cards.Standing](MOST)
    app.extensions[FOUND] = Kept[tuple[Any]](FEW)


def standings_of(ids: Sequence[str]) -> tuple[dict[str, cards.Standing], dict[str, cards.Card]]:
    """What the cards of these postings are drawn from, of those that are listed now; asked once while the board stands.

    Of a posting that nobody looked for before, what its card says is read on the same way.
    """
    kept: Kept[cards.Standing] = current_app.extensions[STANDINGS]
    board, now = board_now(), clock.now()
    here = kept.find_all([(id, board) for id in ids])
    known = {id: stand for id, stand in zip(ids, here, strict=True) if stand is not None}
    unknown = [id for id in ids if id not in known]
    if not unknown:
        return known, {}
    new = [id for id in unknown if kept.find(id) is None]
    facts = cards.facts(db.session, new, now) if new else {}
    met = [id for id in unknown if id not in new]
    fresh = cards.standings(db.session, met, now) if met else {}
    fresh |= {id: stand for id, (stand, _) in facts.items()}
    for id, seen in fresh.items():
        kept.put((id, board), seen, 1)
    for id in facts:
        kept.put(id, fresh[id], 1)
    stands = known | fresh
    return {id: stands[id] for id in ids if id in stands}, {id: card for id, (_, card) in facts.items()}


def board_now() -> Standing:
    """What the board stands at, looked at once a request: before anything is read, or with the eyes of the transaction that
    reads already, so that nothing that is read from an older board is kept for a newer one."""
    if "standing" not in g:
        now = clock.now()
        g.standing = standing_in(db.session.connection(), now) if db.is_read else standing(reader(), now)
    found: Standing = g.standing
    return found


def reader() -> Engine:
    """The database for a look that writes nothing: before a request is let in, nothing else says so."""
    if READER not in current_app.extensions:
        current_app.extensions[READER] = db.engine.execution_options(begin="DEFERRED")
    found: Engine = current_app.extensions[READER]
    return found


def while_it_stands(name: str, look: Callable[[], Thing]) -> Thing:
    """What `look` finds, for everybody who asks while the board stands. Never a record: those belong to one session."""
    return _kept((name, board_now()), look)


def while_loaded(name: str, look: Callable[[], Thing]) -> Thing:
    """The same of what only loading the dataset changes, or deciding about a credential."""
    return _kept((name, of_names(board_now())), look)


def _kept(key: Hashable, look: Callable[[], Thing]) -> Thing:
    kept: Kept[tuple[Thing]] = current_app.extensions[FOUND]
    found = kept.find(key) or (look(),)
    kept.put(key, found, 1)
    return found[0]


def templates_stay(app: Flask) -> bool:
    """Whether what was drawn once would be drawn the same again: not where templates are read anew while we run."""
    return not app.jinja_env.auto_reload
