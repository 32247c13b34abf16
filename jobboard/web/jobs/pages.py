"""Pages that explain the board: what it is, how postings are reviewed, what happens to people's data, the terms."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.moderation.reason import Reason
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.desk import desk
from jobboard.web.kept import while_it_stands
from jobboard.web.searching import sums_now
from jobboard.web.strangers import alike_for_strangers

PAGES = ("about", "how_we_review", "privacy", "terms")


@desk.get("/about")
@alike_for_strangers
def about() -> ResponseReturnValue:
    figures = while_it_stands("figures", lambda: sums_now().figures(clock.now()))
    return render_template("jobs/about.html", figures=figures, canonical=whole(url_for(".about")))


@desk.get("/how-we-review")
def how_we_review() -> ResponseReturnValue:
    return render_template(
        "jobs/how_we_review.html", reasons=list(Reason), canonical=whole(url_for(".how_we_review"))
    )


@desk.get("/privacy")
def privacy() -> ResponseReturnValue:
    return render_template("jobs/privacy.html", canonical=whole(url_for(".privacy")))


@desk.get("/terms")
def terms() -> ResponseReturnValue:
    return render_template("jobs/terms.html", canonical=whole(url_for(".terms")))
