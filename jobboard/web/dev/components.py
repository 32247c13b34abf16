"""Every component in every state, and two whole screens composed of them: what other screens are built after."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from jobboard.web.dev import samples
from jobboard.web.dev.desk import desk


@desk.get("/components")
def components() -> ResponseReturnValue:
    return render_template("dev/components.html", **samples.forms(), **samples.values())


@desk.get("/components/results")
def sample_results() -> ResponseReturnValue:
    return render_template("dev/results.html", **samples.values())


@desk.get("/components/posting")
def sample_posting() -> ResponseReturnValue:
    return render_template("dev/posting.html", **samples.values())


@desk.get("/components/families")
def sample_families() -> ResponseReturnValue:
    """Answers the tag picker of the component page, in the shape every source of families has."""
    typed = request.args.get("q", "").strip().lower()
    known = [
        {
            "slug": "cpt-44300",
            "label": "Enterostomy and stoma revision",
            "kind": "family",
            "set": "CPT",
            "ranges": "44300–44346",
            "why": "covers 44314",
        },
        {
            "slug": "cpt-44110",
            "label": "Bowel resection",
            "kind": "family",
            "set": "CPT",
            "ranges": "44110–44160",
            "why": "",
        },
        {
            "slug": "cpt-45300",
            "label": "Rectal and colon endoscopy",
            "kind": "family",
            "set": "CPT",
            "ranges": "45300–45398",
            "why": "",
        },
    ]
    return [family for family in known if typed in " ".join(family.values()).lower()]


@desk.get("/components/home")
def sample_home() -> ResponseReturnValue:
    return render_template("dev/home.html", **samples.values())
