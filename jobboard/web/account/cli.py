"""`flask create-admin`: the first admin, who sets their own password from a link that works once."""

import click
import email_validator
from flask.cli import with_appcontext

from jobboard import clock
from jobboard.domain.accounts import signing_up
from jobboard.extensions import db
from jobboard.web.account.links import reset_link


@click.command("create-admin")
@click.argument("email")
@click.option("--name", default="Admin", show_default=True, help="The name shown on what they do.")
@with_appcontext
def create_admin(email: str, name: str) -> None:
    """Make EMAIL an admin and print a link to set a password. It works once, for an hour."""
    address = checked(email)
    user = signing_up.create_admin(db.session, address, name, at=clock.now())
    db.session.commit()
    click.echo(f"{address} is an admin. Set the password here, within one hour:\n{reset_link(user)}")


def checked(email: str) -> str:
    try:
        found = email_validator.validate_email(email, check_deliverability=False, allow_smtputf8=False)
    except email_validator.EmailNotValidError as error:
        raise click.BadParameter(str(error), param_hint="EMAIL") from None
    return found.ascii_email or found.normalized
