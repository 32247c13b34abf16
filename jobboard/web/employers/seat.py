"""For which employer somebody is working here: most people hold one seat, some hold several."""

from flask import request

from jobboard.domain.accounts.employer import Employer
from jobboard.web.door import me


def my_employer() -> Employer:
    """The employer named by `?employer=slug` where this person holds a seat there, else the one of the oldest seat."""
    employers = my_employers()
    wanted = request.args.get("employer", "")
    return next((one for one in employers if one.slug == wanted), employers[0])


def my_employers() -> list[Employer]:
    return [seat.employer for seat in me().current_seats]
