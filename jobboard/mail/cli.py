"""`flask check-letters`: renders every letter from examples, so that none fails for the first time at a person's door.
`flask mail-bounce`: takes in what a mail server sent back."""

import sys

import click
from flask import current_app
from flask.cli import with_appcontext

from jobboard import clock
from jobboard.domain.searches import finding
from jobboard.extensions import db
from jobboard.mail.bounces import permanent_bounces
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


@click.command("mail-bounce")
@with_appcontext
def mail_bounce() -> None:
    """Read a delivery status notification from standard input: what failed for good gets no more letters about new jobs.

    For a mail server's pipe: `|flask --app app mail-bounce`. It ends well whatever the mail is, so that nothing bounces back.
    """
    bounces = permanent_bounces(sys.stdin.buffer.read())
    for bounce in bounces:
        finding.suppress(db.session, bounce.address, bounce.reason, clock.now())
    db.session.commit()
    click.echo(f"{len(bounces)} {'address' if len(bounces) == 1 else 'addresses'} suppressed.")
