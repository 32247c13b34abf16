"""`flask create-admin`: the first admin, who sets their own password from a link that works once."""

import click
from flask.cli import with_appcontext

from jobboard import clock
from jobboard.domain.accounts import signing_up
from jobboard.extensions import db
from jobboard.web.account.addresses import mail_address
from jobboard.web.account.links import reset_link


@click.command("create-admin")
@click.argument("email")
@click.option("--name", default="Admin", show_default=True, help="The name shown on what they do.")
@with_appcontext
def create_admin(email: str, name: str) -> None:
    """Make EMAIL an admin and print a link to set a password. It works once, for an hour."""
    try:
        address = mail_address(email)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="EMAIL") from None
    user = signing_up.create_admin(db.session, address, name, at=clock.now())
    db.session.commit()
    click.echo(f"{address} is an admin. Set the password here, within one hour:\n{reset_link(user)}")
