"""`flask work`: a worker alone, as many as wanted, on any host."""

import logging
import signal
import sys
from threading import Event as Flag

import click
from flask.cli import with_appcontext

from jobboard.domain.outbox import finding
from jobboard.extensions import db
from jobboard.work.application import the_app
from jobboard.work.loop import one_pass, run


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
