"""What is the same for everybody, kept in the process for as long as nothing it is made from changes: whole pages for strangers
(`strangers.py`), the cards of postings for all."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any, Generic, TypeVar

from flask import Flask
from markupsafe import Markup

PAGES, CARDS = "kept_pages", "kept_cards"
ROOM = 24 * 1024 * 1024  # bytes of each in one process

Thing = TypeVar("Thing")


class Kept(Generic[Thing]):
    """Things by a key that says all they are made from. Those not asked for longest go first when the room is full."""

    def __init__(self, room: int) -> None:
        self.room, self.filled = room, 0
        self._things: OrderedDict[Hashable, tuple[Thing, int]] = OrderedDict()
        self._lock = Lock()

    def find(self, key: Hashable) -> Thing | None:
        with self._lock:
            if key not in self._things:
                return None
            self._things.move_to_end(key)
            return self._things[key][0]

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
    app.extensions[CARDS] = Kept[Markup](ROOM)


def templates_stay(app: Flask) -> bool:
    """Whether what was drawn once would be drawn the same again: not where templates are read anew while we run."""
    return not app.jinja_env.auto_reload
