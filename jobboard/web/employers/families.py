"""What the tag picker asks while somebody types: code families by code, by number, by words."""

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from jobboard.domain.codes.suggesting import suggest
from jobboard.extensions import db
from jobboard.web.employers.desk import desk
from jobboard.web.employers.editor.typed import tidy

LONGEST = 80


@desk.get("/families.json")
def families() -> ResponseReturnValue:
    words = tidy(request.args.get("q", "")).strip()[:LONGEST]
    found = suggest(db.session, words, limit=8) if words else []
    return jsonify(
        [
            {"slug": one.family.slug, "label": one.family.label, "set": one.family.set_label, "kind": "family",
             "ranges": one.family.span, "why": one.why}
            for one in found
        ]
    )  # fmt: skip
