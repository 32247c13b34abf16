"""The way to a mail server: smtp://user:password@host:587?starttls, smtps://user:password@host:465, smtp://host:25."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

from jobboard.config import Refusal
from jobboard.mail.letter import Letter

PORTS = {"smtp": 25, "smtps": 465}
PATIENCE_SECONDS = 20
LOCAL = ("localhost", "127.0.0.1", "::1")


class Undelivered(Exception):
    """A letter that did not go."""


class Undeliverable(Undelivered):
    """It never will: no such mailbox, or an address that cannot be written."""


class TryLater(Undelivered):
    """The server did not take this letter now."""


class PostClosed(TryLater):
    """No letter can go now: the server is away, broke off, or does not know us."""


@dataclass(frozen=True)
class Smtp:
    """One connection a letter: nothing stale is ever held, and a letter is gone when `send` returns."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: bool = False
    starttls: bool = False

    @classmethod
    def at(cls, url: str) -> "Smtp":
        """From SMTP_URL. Raises Refusal when it cannot be read or would show the password on the way."""
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname:
            raise Refusal("SMTP_URL must look like smtp://user:password@host:587?starttls or smtps://host.")
        made = cls(
            host=parts.hostname,
            port=parts.port or PORTS[parts.scheme],
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            tls=parts.scheme == "smtps",
            starttls="starttls" in parse_qs(parts.query, keep_blank_values=True),
        )
        if made.user and not (made.tls or made.starttls or made.host in LOCAL):
            raise Refusal(
                "SMTP_URL names a password: use smtps:// or add ?starttls, so that nobody reads it."
            )
        return made

    def send(self, letter: Letter, message: EmailMessage) -> None:
        try:
            with self.connection() as server:
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            raise judged(error, letter) from error
        except smtplib.SMTPNotSupportedError as error:
            raise Undeliverable(f"this server cannot write to such an address: {error}") from error
        except (smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as error:
            raise TryLater(str(error)) from error
        except (smtplib.SMTPException, OSError) as error:
            raise PostClosed(f"{type(error).__name__}: {error}") from error

    @contextmanager
    def connection(self) -> Iterator[smtplib.SMTP]:
        safe = ssl.create_default_context()
        where = (self.host, self.port)
        if self.tls:
            server: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=PATIENCE_SECONDS, context=safe)
        else:
            server = smtplib.SMTP(*where, timeout=PATIENCE_SECONDS)
        try:
            if self.starttls:
                server.starttls(context=safe)
            if self.user:
                server.login(self.user, self.password)
            yield server
        finally:
            leave(server)


def leave(server: smtplib.SMTP) -> None:
    """Say goodbye. The letter was taken or not before this; a server that is rude now changes nothing."""
    try:
        server.quit()
    except (smtplib.SMTPException, OSError):
        server.close()


def judged(error: smtplib.SMTPRecipientsRefused, letter: Letter) -> Undelivered:
    code, said = next(iter(error.recipients.values()))
    answer = f"{code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"
    return Undeliverable(answer) if 500 <= code < 600 else TryLater(answer)
