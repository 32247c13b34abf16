"""The account desk: who somebody is, and how they prove it."""

from jobboard.web.account import (  # noqa: F401 - a view is on the desk once its module is read
    confirmation,
    email,
    invitations,
    log_in,
    overview,
    password,
    password_reset,
    sessions,
    sign_up,
)
