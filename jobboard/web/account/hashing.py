"""Argon2id, a few at a time: a flood of log-ins waits here, and the rest of the board goes on.

Never call these with a database transaction open: on SQLite the next writer would wait for the hash.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from flask import current_app
from flask_security import hash_password, verify_password
from werkzeug.exceptions import ServiceUnavailable

from jobboard.domain.accounts.passwords import MAX, normal

AT_ONCE = 2
PATIENCE_SECONDS = 3.0
_slots = BoundedSemaphore(AT_ONCE)


@contextmanager
def a_slot() -> Iterator[None]:
    if not _slots.acquire(timeout=PATIENCE_SECONDS):
        raise ServiceUnavailable(
            "Many people are signing in right now. Try again in a few seconds.", retry_after=5
        )
    try:
        yield
    finally:
        _slots.release()


def hashed(password: str) -> str:
    with a_slot():
        return str(hash_password(normal(password)))


def matches(password: str, stored: str | None) -> bool:
    """Whether it is the password. Takes as long for an account that is not there (`stored` None)."""
    password = normal(password)
    with a_slot():
        if stored is None or len(password) > MAX or "\0" in password:
            hash_password("nobody's password")
            return False
        return bool(verify_password(password, stored))


def is_dated(stored: str) -> bool:
    """Whether the hash was made with other costs than today's."""
    return bool(current_app.extensions["security"].pwd_context.needs_update(stored))
