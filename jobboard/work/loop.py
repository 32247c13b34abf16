"""The worker: every second, send what is owed and look what is new for saved searches; every hour, sweep. Stops between
two lines of the diary."""

import logging
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event as Flag

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from jobboard import clock
from jobboard.extensions import db
from jobboard.web.searching import keeper
from jobboard.work.alerts import alert
from jobboard.work.outbox import deliver
from jobboard.work.resumes import sweep_resumes
from jobboard.work.sweep import sweep

log = logging.getLogger(__name__)

SWEEP_EVERY = timedelta(hours=1)
BEAT_SECONDS = 1.0


def run(app: Flask, stop: Flag) -> None:
    """Work until told to stop. A database that is away for a while is waited for, not died of."""
    swept: datetime | None = None
    while not stop.is_set():
        try:
            swept = one_pass(app, swept, stop)
        except SQLAlchemyError as error:
            log.warning("The database did not answer, trying again: %s", error)
            stop.wait(5 * BEAT_SECONDS)
        except Exception:
            log.exception("A pass of the worker failed")
        stop.wait(BEAT_SECONDS)


def one_pass(app: Flask, swept: datetime | None, stop: Flag) -> datetime | None:
    """One round of everything there is to do; when the last sweep was."""
    with app.app_context():
        deliver(db.session, now, stop.is_set)
        alert(db.session, keeper(), now, stop.is_set)
        if swept is None or now() - swept >= SWEEP_EVERY:
            sweep(db.session, now())
            sweep_resumes(db.session, Path(app.config["DATA_DIR"]) / "resumes", now())
            swept = now()
    return swept


def now() -> datetime:
    return clock.now()
