"""Look-up: one box for a number, a list, a range or words, as a page and as data."""

from flask import jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.domain.codes.finding import sizes
from jobboard.extensions import db
from jobboard.search.lookup.asking import look_up
from jobboard.web.codes.desk import desk
from jobboard.web.codes.loaded import still_loading
from jobboard.web.codes.showing import as_data, groups
from jobboard.web.jobs.addresses import whole
from jobboard.web.typed import one_line

EXAMPLES = ("44314", "I25.10", "70450-26", "I20-I25", "heart attack", "knee scope")


@desk.get("/codes")
def index() -> ResponseReturnValue:
    answer = look_up(db.session, one_line(request.args.get("q")))
    return render_template(
        "codes/lookup.html",
        answer=answer,
        groups=groups(answer),
        sizes=[] if answer.query else sizes(db.session),
        examples=[(text, url_for(".index", q=text)) for text in EXAMPLES],
        loading=still_loading(db.session),
        canonical=whole(url_for(".index")),
        noindex=bool(answer.query),
    )


@desk.get("/codes.json")
def index_json() -> ResponseReturnValue:
    answer = look_up(db.session, one_line(request.args.get("q")))
    results = as_data(db.session, answer)
    return jsonify(query=answer.query, total=answer.total, results=results, messages=list(answer.said))
