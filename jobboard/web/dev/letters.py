"""Every letter there is, rendered from examples, and every letter that was sent into the folder."""

from pathlib import Path

from flask import Response, current_app, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import ContentSecurityPolicy

from jobboard.domain.errors import NotThere
from jobboard.mail.kept import Shown, example, letter_in, letters_in
from jobboard.mail.post import FOLDER
from jobboard.mail.samples import all_samples, sample
from jobboard.web.dev.desk import desk
from jobboard.web.headers import POLICY

# A letter carries its own style and nothing else: it is shown in a frame that runs nothing and leads nowhere.
FRAMED = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
FRAMING = ContentSecurityPolicy(dict(POLICY) | {"frame-src": "'self'"}).to_header()


@desk.get("/mail")
def mail() -> ResponseReturnValue:
    sent = list(letters_in(folder()))
    return render_template("dev/mail.html", letters=sent, to=current_app.config["LETTERS_TO"])


@desk.get("/mail/<id:id>")
def sent_letter(id: str) -> ResponseReturnValue:
    crumb = ("Mail", url_for(".mail"))
    return page(found(letter_in(folder(), id)), url_for(".sent_letter_html", id=id), crumb)


@desk.get("/mail/<id:id>/html")
def sent_letter_html(id: str) -> ResponseReturnValue:
    return framed(found(letter_in(folder(), id)))


@desk.get("/letters")
def letters() -> ResponseReturnValue:
    return render_template("dev/letters.html", samples=all_samples())


@desk.get("/letters/<id:id>")
def sample_letter(id: str) -> ResponseReturnValue:
    crumb = ("Letters", url_for(".letters"))
    return page(shown(id), url_for(".sample_letter_html", id=id), crumb)


@desk.get("/letters/<id:id>/html")
def sample_letter_html(id: str) -> ResponseReturnValue:
    return framed(shown(id))


def folder() -> Path:
    place: Path = current_app.config["DATA_DIR"]
    return place / FOLDER


def shown(id: str) -> Shown:
    one = sample(id)
    return found(example(one.letter) if one else None)


def found(letter: Shown | None) -> Shown:
    if letter is None:
        raise NotThere
    return letter


def page(letter: Shown, html_url: str, crumb: tuple[str, str]) -> Response:
    answer = make_response(render_template("dev/letter.html", letter=letter, html_url=html_url, crumb=crumb))
    answer.headers["Content-Security-Policy"] = FRAMING
    return answer


def framed(letter: Shown) -> Response:
    answer = make_response(letter.html)
    answer.headers["Content-Security-Policy"] = FRAMED
    answer.headers["X-Frame-Options"] = "SAMEORIGIN"
    return answer
