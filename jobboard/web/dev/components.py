"""Every component in every state, and two whole screens composed of them: what other screens are built after."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from jobboard.web.dev import sample_charts, sample_forms, samples
from jobboard.web.dev.desk import desk


@desk.get("/components")
def components() -> ResponseReturnValue:
    charted = sample_charts.charted()
    return render_template("dev/components.html", charted=charted, **sample_forms.shown(), **samples.values())


@desk.get("/components/results")
def sample_results() -> ResponseReturnValue:
    return render_template("dev/results.html", **samples.values())


@desk.get("/components/posting")
def sample_posting() -> ResponseReturnValue:
    return render_template("dev/posting.html", **samples.values())


@desk.get("/components/families")
def sample_families() -> ResponseReturnValue:
    """Answers the tag picker of the component page, in the shape every source of families has."""
    return samples.families(request.args.get("q", ""))


@desk.get("/components/home")
def sample_home() -> ResponseReturnValue:
    return render_template("dev/home.html", **samples.values())
