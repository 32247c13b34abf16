"""`flask work`: a worker alone, as many as wanted, on any host."""

import logging
import signal
import sys
from threading import Event as Flag

import click
from flask.cli import with_appcontext

from jobboard.domain.outbox import finding
from jobboard.extensions import db
from jobboard.web.searching import keeper
from jobboard.work.application import the_app
from jobboard.work.loop import one_pass, run
from jobboard.work.serving import FLASK
from jobboard.work.supervisor import AFTER_CRASH, Line, become_keeper


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
    if once:
        one_pass(the_app(), None, Flag())
        return
    become_keeper([*FLASK, "labor"], [])


@click.command(hidden=True)
@click.option("--line", "line_number", type=int, required=True)
@click.option(AFTER_CRASH, "after_crash", is_flag=True)
@with_appcontext
def labor(line_number: int, after_crash: bool) -> None:
    """What `flask work` keeps alive."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    stop, line = Flag(), Line(line_number)
    for kind in (signal.SIGTERM, signal.SIGINT):
        signal.signal(kind, lambda number, frame: stop.set())
    line.end_with_it()
    if after_crash:
        keeper().forget()
    click.echo("The worker is running (Ctrl+C stops it).")
    line.say_serving()
    run(the_app(), stop)
