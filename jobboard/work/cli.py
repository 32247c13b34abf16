"""`flask serve`: the site and a worker beside it. `flask work`: a worker alone, as many as wanted, on any host."""

import logging
import signal
import sys
from threading import Event as Flag
from threading import Thread
from types import FrameType

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from waitress.server import create_server

from jobboard.domain.outbox import finding
from jobboard.extensions import db
from jobboard.web.searching import prepare
from jobboard.work.loop import one_pass, run

# Answering threads; how many browsers may hold a connection open; how long a silent one is kept; the largest body
# that is read at all (each page allows less).
WAITRESS = {
    "threads": 8,
    "connection_limit": 1000,
    "channel_timeout": 60,
    "max_request_body_size": 16 * 1024 * 1024,
}
PATIENCE_SECONDS = 30


@click.command()
@click.option("--once", is_flag=True, help="One pass, then end.")
@click.option("--unpark", is_flag=True, help="First take up again the letters that failed too often.")
@with_appcontext
def work(once: bool, unpark: bool) -> None:
    """Send letters and do the background work until stopped."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    if unpark:
        again = finding.unpark(db.session)
        db.session.commit()
        click.echo(f"{again} taken up again.")
    app, stop = the_app(), Flag()
    if once:
        one_pass(app, None, stop)
        return
    for kind in (signal.SIGTERM, signal.SIGINT):
        signal.signal(kind, lambda number, frame: stop.set())
    click.echo("The worker is running (Ctrl+C stops it).")
    run(app, stop)


@click.command()
@with_appcontext
def serve() -> None:
    """Serve the site on HOST and PORT, with a worker beside it."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    app, stop = the_app(), Flag()
    try:
        server = create_server(app, host=app.config["HOST"], port=app.config["PORT"], **options(app))
    except OSError as error:
        raise click.ClickException(
            f"{address(app)} cannot be used: {error.strerror}. Choose another PORT=."
        ) from None
    signal.signal(signal.SIGTERM, leave)
    prepare(app)  # whoever comes meanwhile waits in line
    worker = Thread(target=run, args=(app, stop), name="worker", daemon=True)
    worker.start()
    click.echo(f"{app.config['SITE_NAME']} is at {address(app)} (Ctrl+C stops it).")
    if app.config["LETTERS_TO"] == "folder":
        click.echo(f"Letters it sends are at {address(app)}/dev/mail.")
    try:
        server.run()
    finally:
        stop.set()
        server.close()
        worker.join(PATIENCE_SECONDS)


def options(app: Flask) -> dict[str, object]:
    """How waitress runs. It drops what proxies add to a request, unless the settings say that one stands in front."""
    return WAITRESS | {
        "asyncore_use_poll": True,
        "clear_untrusted_proxy_headers": not app.config["TRUSTED_PROXIES"],
        "ident": app.config["SITE_NAME"],
    }


def leave(number: int, frame: FrameType | None) -> None:
    """Waitress ends cleanly on SystemExit: what is being answered is answered."""
    raise SystemExit(0)


def the_app() -> Flask:
    """The application itself: a proxy would not survive into another thread."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    return app


def address(app: Flask) -> str:
    host = app.config["HOST"]
    return f"http://{f'[{host}]' if ':' in host else host}:{app.config['PORT']}"
