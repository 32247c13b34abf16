"""What is the same for everybody, kept in the process for as long as nothing it is made from changes: whole pages for strangers,
the cards of postings for all."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Generic, NamedTuple, ParamSpec, TypeVar

from flask import Flask, Response, current_app, make_response, request, session
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from jobboard import clock
from jobboard.extensions import db
from jobboard.search.standing import standing
from jobboard.web.searching import keeper

PAGES, CARDS = "kept_pages", "kept_cards"
ROOM = 24 * 1024 * 1024  # bytes of each in one process
LONGEST_ADDRESS = 1000

Asked = ParamSpec("Asked")
Thing = TypeVar("Thing")
View = Callable[Asked, ResponseReturnValue]


class Page(NamedTuple):
    body: bytes
    content_type: str
    etag: str

    def response(self) -> Response:
        answer = Response(self.body, content_type=self.content_type)
        answer.set_etag(self.etag)
        return answer


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
    app.extensions[PAGES] = Kept[Page](ROOM)
    app.extensions[CARDS] = Kept[Markup](ROOM)


def alike_for_strangers(view: View[Asked]) -> View[Asked]:
    """For a view whose answer depends on its address and on what `standing` looks at, and on nothing else.

    Whoever has a cookie of ours is answered by the view itself: there may be a person or a message in the page.
    """

    @wraps(view)
    def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> ResponseReturnValue:
        asked = request.full_path
        if not may_be_kept(asked):
            return view(*args, **kwargs)
        pages: Kept[Page] = current_app.extensions[PAGES]
        with db.engine.connect() as connection:  # a session would cost as much again as the look itself
            key = asked, standing(connection, clock.now())
        page = pages.find(key)
        if page is not None:
            return page.response()
        response = make_response(view(*args, **kwargs))
        if response.status_code == 200 and not session.modified and keeper().stands:
            response.add_etag()
            page = Page(response.get_data(), response.content_type, response.get_etag()[0] or "")
            pages.put(key, page, len(page.body))
        return response

    return answer


def may_be_kept(asked: str) -> bool:
    """Not for somebody, and not while the index is still being made."""
    return (
        current_app.config["SESSION_COOKIE_NAME"] not in request.cookies
        and len(asked) <= LONGEST_ADDRESS
        and templates_stay()
        and keeper().stands
    )


def templates_stay() -> bool:
    """Whether what was drawn once would be drawn the same again: not where templates are read anew while we run."""
    return not current_app.jinja_env.auto_reload
