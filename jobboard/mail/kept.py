"""Letters that went into the folder, read back: what a person looks at in development."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from jobboard.mail.letter import Letter

MOST = 200


@dataclass(frozen=True)
class Shown:
    """A letter as it is looked at; `at` is None for an example that was never sent."""

    id: str
    to: str
    subject: str
    text: str
    html: str
    at: datetime | None = None


def letters_in(folder: Path) -> Iterator[Shown]:
    """The newest 200 letters, newest first."""
    files = sorted(folder.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in files[:MOST]:
        yield read(file)


def letter_in(folder: Path, id: str) -> Shown | None:
    file = folder / f"{id}.eml"
    return read(file) if file.is_file() else None


def read(file: Path) -> Shown:
    mail = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(mail, EmailMessage)
    return Shown(
        id=file.stem,
        to=str(mail["To"]),
        subject=str(mail["Subject"]),
        text=body(mail, "plain"),
        html=body(mail, "html"),
        at=mail["Date"].datetime,
    )


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    return str(part.get_content()) if part else ""


def example(letter: Letter) -> Shown:
    return Shown(letter.id, f"{letter.to.name} <{letter.to.email}>", letter.subject, letter.text, letter.html)
