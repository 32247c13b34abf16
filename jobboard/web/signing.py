"""What only we can write: short signatures in links we mail, which follow from their words and are stored nowhere."""

import hmac
from base64 import b32encode

from flask import current_app

LENGTH = 26


def signature(*words: str) -> str:
    """130 bits that follow from the words for us alone; the first word names the purpose."""
    key = str(current_app.config["SECRET_KEY"]).encode()
    return b32encode(hmac.digest(key, ":".join(words).encode(), "sha256")).decode().lower()[:LENGTH]


def is_signed(signed: str, *words: str) -> bool:
    """Whether this is the signature of those words; takes as long for a near miss as for a far one."""
    return hmac.compare_digest(signed.encode(), signature(*words).encode())
