"""`flask check-letters`: renders every letter from examples, so that none fails for the first time at a person's door."""

import click
from flask import current_app
from flask.cli import with_appcontext

from jobboard import clock
from jobboard.mail.post import envelope
from jobboard.mail.samples import all_samples


@click.command("check-letters")
@with_appcontext
def check_letters() -> None:
    """Render and envelop every letter; fails on the first that cannot be."""
    samples = all_samples()
    for sample in samples:
        envelope(sample.letter, current_app.config, clock.now())
    click.echo(f"{len(samples)} letters rendered.")
