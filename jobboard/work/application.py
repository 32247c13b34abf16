"""The application behind the one that commands are given."""

from flask import Flask, current_app


def the_app() -> Flask:
    """The application itself: a proxy would not survive into another thread."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    return app
