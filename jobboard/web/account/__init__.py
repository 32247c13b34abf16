"""The account desk: who somebody is, and how they prove it."""

from jobboard.web.account import (
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

# A view is on the desk once its module is read.
__all__ = [
    "confirmation",
    "email",
    "invitations",
    "log_in",
    "overview",
    "password",
    "password_reset",
    "sessions",
    "sign_up",
]
