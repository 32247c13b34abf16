"""Crosswalk, a job board for medical coders. The wiring: read this first."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def create_app(**overrides: object) -> "Flask":
    """The application, ready to serve. `overrides` replace settings (tests).

    The rooms are met here and not above, so that the domain can be used without any of them.
    """
    from flask import Flask

    from jobboard import cli, config
    from jobboard.extensions import csrf, db, limiter, migrate
    from jobboard.mail.post import open_post
    from jobboard.web.files import name_of
    from jobboard.web.house import open_house
    from jobboard.web.plates import Plates

    app = Flask(
        __name__,
        template_folder=str(config.ROOT / "templates"),
        static_folder=str(config.ROOT / "static"),
        static_url_path=f"/static/{name_of(config.ROOT / 'static')}",
    )
    app.jinja_environment = Plates  # before anybody asks for it
    app.config.from_mapping(config.settings(**overrides))
    for extension in (db, csrf, limiter):
        extension.init_app(app)
    migrate.init_app(app, db, directory=str(config.ROOT / "migrations"))
    open_post(app)
    open_house(app)
    cli.register(app)
    return app
