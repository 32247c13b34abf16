"""Puts the desks together: what is the same for all of them, then one blueprint per audience."""

from flask import Flask

from jobboard.web import compression, errors, files, headers, ui
from jobboard.web.account import security
from jobboard.web.account.desk import desk as account
from jobboard.web.admin.desk import desk as admin
from jobboard.web.alerts.desk import desk as alerts
from jobboard.web.applicants.desk import desk as applicants
from jobboard.web.codes.desk import desk as codes
from jobboard.web.dev.desk import desk as dev
from jobboard.web.employers.desk import desk as employers
from jobboard.web.ids import IdConverter
from jobboard.web.jobs.desk import desk as jobs
from jobboard.web.kept import open_kept
from jobboard.web.moderation.desk import desk as moderation
from jobboard.web.searches.desk import desk as searches
from jobboard.web.searching import open_search
from jobboard.web.strangers import open_front_door
from jobboard.web.tracking.desk import desk as tracking

# Their hooks stand before every request for what we do not have: limits of all pages, and roles.
IDLE = "flask_limiter._extension", "flask_principal"


def open_house(app: Flask) -> None:
    """Converters, security, error pages, page furniture, then every desk."""
    app.url_map.converters["id"] = IdConverter
    open_kept(app)
    open_front_door(app)  # first here is last to see an answer
    compression.compress(app)
    files.open_files(app)
    headers.watch(app)
    security.init_security(app)
    errors.register(app)
    ui.furnish(app)
    open_search(app)
    for desk in (jobs, codes, account, employers, applicants, searches, alerts, tracking, moderation, admin):
        app.register_blueprint(desk)
    if app.config["DEVELOPMENT"]:
        app.register_blueprint(dev)
    before = app.before_request_funcs[None]
    app.before_request_funcs[None] = [hook for hook in before if hook.__module__ not in IDLE]
