"""Every way a request can fail, as a page that says what to do next."""

from typing import Any

from flask import Flask, current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import BadRequest, HTTPException, SecurityError

from jobboard.domain.errors import Invalid, NotAllowed, NotNow, NotThere
from jobboard.extensions import db
from jobboard.web.door import json_wanted

SOMEBODY_FASTER = "Somebody changed this a moment before you. Look at it again, then decide."
FORM_TOO_OLD = (
    "This form had been open too long to trust. Your browser has a fresh one now: please send it again."
)


def register(app: Flask) -> None:
    app.before_request(refuse_what_is_no_address)
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(NotThere, lambda error: page(404, str(error)))
    app.register_error_handler(NotAllowed, lambda error: page(403, str(error)))
    app.register_error_handler(NotNow, lambda error: page(409, str(error)))
    app.register_error_handler(Invalid, lambda error: page(400, str(error)))
    app.register_error_handler(StaleDataError, lambda error: page(409, SOMEBODY_FASTER))
    app.register_error_handler(CSRFError, lambda error: page(400, FORM_TOO_OLD))
    app.register_error_handler(OperationalError, on_database)
    app.register_error_handler(500, lambda error: page(500, ""))


def refuse_what_is_no_address() -> None:
    """No address holds a NUL, and PostgreSQL cannot even be asked for one; nor do bytes that are no text stand in one bare."""
    if "\0" in request.path:
        raise NotThere
    try:
        request.query_string.decode()
    except UnicodeDecodeError:
        raise BadRequest from None


def on_http(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None:
        return error.response
    if isinstance(error, SecurityError):
        return "This address is not ours.", 400, {"Content-Type": "text/plain"}
    if error.code == 401 and not json_wanted():
        flash("Please log in first.", "wait")
        after = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(url_for("account.log_in", next=after))
    if (error.code or 500) < 400:
        return error.get_response()
    return page(error.code or 500, "", headers=dict(error.get_headers()))


def on_database(error: OperationalError) -> ResponseReturnValue:
    """A lock that lasted too long or a database that is away: say so, and when to come back."""
    return page(503, "", headers={"Retry-After": "5"})


def page(code: int, message: str, headers: dict[str, Any] | None = None) -> ResponseReturnValue:
    db.session.rollback()
    kept = {name: value for name, value in (headers or {}).items() if name in ("Allow", "Retry-After")}
    if json_wanted():
        return jsonify(error=message or str(code)), code, kept
    known = code if code in (400, 403, 404, 409, 410, 413, 429, 500, 503) else (400 if code < 500 else 500)
    return (
        (quietly(known) if known >= 500 else render_template(f"errors/{known}.html", message=message)),
        code,
        kept,
    )


def quietly(code: int) -> str:
    """The page without the visitor: asking who is here would ask the database, which may be what failed."""
    return current_app.jinja_env.get_template(f"errors/{code}.html").render()
