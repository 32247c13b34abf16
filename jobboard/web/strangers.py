"""Whole answers for strangers, kept in the process: the same bytes and headers again, before anybody works on the request, for
as long as everything they are made from stands."""

from collections.abc import Callable, Iterable
from functools import cached_property, wraps
from typing import Any, NamedTuple, ParamSpec

from flask import Flask, Response, current_app, g, request, session
from flask.typing import ResponseReturnValue
from sqlalchemy import Engine

from jobboard import clock
from jobboard.search.standing import Standing, standing
from jobboard.web.kept import PAGES, Kept, board_now, reader, templates_stay
from jobboard.web.searching import keeper

LONGEST_ADDRESS = 1000
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
# All that an answer depends on besides the board itself; the host is one that was found to be ours when it was made.
ADDRESS = ("wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "HTTP_ACCEPT_ENCODING")

Asked = ParamSpec("Asked")
View = Callable[Asked, ResponseReturnValue]
Environ = dict[str, Any]


class Answer(NamedTuple):
    """What was sent, and the state of the board it was made in."""

    standing: Standing
    headers: list[tuple[str, str]]
    body: bytes

    def sent(self) -> Response:
        return Response(self.body, headers=self.headers)


class FrontDoor:
    """Stands before the application and answers what it answered before."""

    def __init__(self, app: Flask) -> None:
        self.app, self.inside = app, app.wsgi_app

    @cached_property
    def engine(self) -> Engine:
        with self.app.app_context():
            return reader()

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        address = self.address(environ)
        if address is None:
            return self.inside(environ, start_response)
        pages: Kept[Answer] = self.app.extensions[PAGES]
        answer = pages.find(address)
        if answer is None or answer.standing != standing(self.engine, clock.now()):
            environ[PAGES] = address
            return self.inside(environ, start_response)
        response = answer.sent().make_conditional(environ)
        return response(environ, start_response)

    def address(self, environ: Environ) -> tuple[str, ...] | None:
        """None for whoever may be somebody: a cookie of ours may lead to a person or a message in the page."""
        if environ["REQUEST_METHOD"] != "GET" or "HTTP_RANGE" in environ or not templates_stay(self.app):
            return None
        if self.app.config["SESSION_COOKIE_NAME"] in environ.get("HTTP_COOKIE", ""):
            return None
        address = tuple(environ.get(name, "") for name in ADDRESS)
        return address if sum(map(len, address)) <= LONGEST_ADDRESS else None


def open_front_door(app: Flask) -> None:
    app.after_request(keep)
    app.wsgi_app = FrontDoor(app)  # type: ignore[method-assign]


def alike_for_strangers(view: View[Asked]) -> View[Asked]:
    """For a view whose answer depends on its address and on what `standing` looks at, and on nothing else."""

    @wraps(view)
    def answer(*args: Asked.args, **kwargs: Asked.kwargs) -> ResponseReturnValue:
        index = keeper().index if a_stranger_asks() else None
        if index is not None:
            g.index = index
            board_now()  # before the view looks at anything
            # Whoever has the page already is told so at the end, when the next reader's copy is kept.
            g.conditions = {name: request.environ.pop(name) for name in CONDITIONS if name in request.environ}
        return view(*args, **kwargs)

    return answer


def a_stranger_asks() -> bool:
    """Found out at the front door: no cookie of ours came, and what is drawn once would be drawn the same again."""
    return PAGES in request.environ


def will_be_kept() -> bool:
    return "conditions" in g


def keep(response: Response) -> Response:
    """The last to see an answer keeps it, if it is a whole page with nobody in it, and of the index that stood throughout."""
    if not will_be_kept():
        return response
    whole = response.status_code == 200 and g.index is keeper().index
    if whole and not session.modified and "Set-Cookie" not in response.headers:
        headers = [(name, value) for name, value in response.headers if name != "Date"]
        body = response.get_data()
        pages: Kept[Answer] = current_app.extensions[PAGES]
        pages.put(request.environ[PAGES], Answer(g.standing, headers, body), len(body))
    if g.conditions:
        response.make_conditional(g.conditions | {"REQUEST_METHOD": request.method})
    return response
