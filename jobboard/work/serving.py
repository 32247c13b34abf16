"""`flask serve`: the site with a worker beside it, in a process that is kept alive by another."""

import logging
import signal
import socket
import sys
from threading import Event as Flag
from threading import Thread
from types import FrameType

import click
from flask import Flask
from flask.cli import with_appcontext
from waitress.server import create_server

from jobboard import config
from jobboard.web.searching import keeper, prepare
from jobboard.work.application import the_app
from jobboard.work.loop import run
from jobboard.work.supervisor import AFTER_CRASH, Line, become_keeper, keep, listening

# Answering threads; how many browsers may hold a connection open; how long a silent one is kept; the largest body
# that is read at all (each page allows less).
WAITRESS = {
    "threads": 8,
    "connection_limit": 1000,
    "channel_timeout": 60,
    "max_request_body_size": 16 * 1024 * 1024,
}
PATIENCE_SECONDS = 30
FLASK = [sys.executable, "-m", "flask", "--app", str(config.ROOT / "app.py")]


@click.command()
@click.option("--here", is_flag=True, hidden=True)
@with_appcontext
def serve(here: bool) -> None:
    """Serve the site on HOST and PORT, with a worker beside it."""
    app = the_app()
    try:
        sockets = listening(app.config["HOST"], app.config["PORT"])
    except OSError as error:
        raise click.ClickException(
            f"{address(app)} cannot be used: {error.strerror}. Choose another PORT=."
        ) from None
    if not here:
        become_keeper([*FLASK, "answer"], sockets)
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    click.get_current_context().exit(keep([*FLASK, "answer"], sockets))


@click.command(hidden=True)
@click.option("--socket", "numbers", type=int, multiple=True)
@click.option("--line", "line_number", type=int, required=True)
@click.option(AFTER_CRASH, "after_crash", is_flag=True)
@with_appcontext
def answer(numbers: tuple[int, ...], line_number: int, after_crash: bool) -> None:
    """What `flask serve` keeps alive: answers on its sockets."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    app, stop, line = the_app(), Flag(), Line(line_number)
    signal.signal(signal.SIGTERM, leave)
    line.end_with_it()
    if after_crash:
        keeper().forget()
    sockets = [socket.socket(fileno=number) for number in numbers]
    server = create_server(app, sockets=sockets, **options(app))
    prepare(app)  # whoever comes meanwhile waits in line
    worker = Thread(target=run, args=(app, stop), name="worker", daemon=True)
    worker.start()
    greet(app)
    line.say_serving()
    try:
        server.run()
    finally:
        stop.set()
        server.close()
        worker.join(PATIENCE_SECONDS)


def greet(app: Flask) -> None:
    click.echo(f"{app.config['SITE_NAME']} is at {address(app)} (Ctrl+C stops it).")
    if app.config["LETTERS_TO"] == "folder":
        click.echo(f"Letters it sends are at {address(app)}/dev/mail.")


def options(app: Flask) -> dict[str, object]:
    """How waitress runs. It drops what proxies add to a request, unless the settings say that one stands in front."""
    return WAITRESS | {
        "asyncore_use_poll": True,
        "clear_untrusted_proxy_headers": not app.config["TRUSTED_PROXIES"],
        "ident": app.config["SITE_NAME"],
    }


def leave(number: int, frame: FrameType | None) -> None:
    """Waitress ends cleanly on SystemExit: what is being answered is answered. Said once, it is not to be said again."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(0)


def address(app: Flask) -> str:
    host = app.config["HOST"]
    return f"http://{f'[{host}]' if ':' in host else host}:{app.config['PORT']}"
