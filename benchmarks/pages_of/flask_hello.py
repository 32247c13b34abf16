"""Flask with nothing in it: what a request costs before anybody does anything."""

from pathlib import Path
from typing import Any

from flask import Flask


def application(data: Path, answer: Path) -> Any:
    app = Flask(__name__)
    app.add_url_rule("/jobs", view_func=lambda: "hello")
    return app.wsgi_app
