"""A letter: a value that says everything about itself, so that rendering, sending and looking at it need no more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from jobboard.domain.base import ALPHABET, ID_LENGTH


@dataclass(frozen=True)
class Mailbox:
    """Where a letter goes: a person's name as they wrote it, and their address."""

    name: str
    email: str


@dataclass(frozen=True)
class Letter:
    """One letter to one person. `id` follows from the event, the recipient and the template.

    `message_id` is the same at a second try, so that a mail program shows a letter that arrived twice once.
    `headers` are for what only some letters carry (List-Unsubscribe, where it is a subscription).
    """

    id: str
    to: Mailbox
    subject: str
    text: str
    html: str
    message_id: str
    headers: Mapping[str, str] = field(default_factory=dict)


def letter_id(event_id: str, email: str, template: str) -> str:
    """26 characters of the house's alphabet that the same letter always gets."""
    digest = sha256(f"{event_id} {email.lower()} {template}".encode()).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:ID_LENGTH])
