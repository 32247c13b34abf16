"""Sends letters: by SMTP, into a folder (development) or into a list (tests). Which one is the setting LETTERS_TO."""

import os
from collections.abc import Mapping
from datetime import datetime
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any, Protocol

from flask import Flask, current_app

from jobboard.mail.letter import Letter
from jobboard.mail.smtp import Smtp, Undeliverable

FOLDER = "mail"


class OneLine(UnstructuredHeader, BaseHeader):
    """An address in angle brackets stays whole however long it is: folded, it would be words no mail program reads."""

    def fold(self, *, policy: Any) -> str:
        return f"{self.name}: {self}{policy.linesep}"


HEADERS = HeaderRegistry()
HEADERS.map_to_type("list-unsubscribe", OneLine)
POLICY = SMTP.clone(header_factory=HEADERS)


class Post(Protocol):
    """Takes one letter. Raises Undeliverable when this one can never arrive, TryLater when it may, PostClosed when
    no letter can go now."""

    def send(self, letter: Letter, message: EmailMessage) -> None: ...


class Kept:
    """Keeps letters in a list."""

    def __init__(self, letters: list[Letter]) -> None:
        self.letters = letters

    def send(self, letter: Letter, message: EmailMessage) -> None:
        self.letters.append(letter)


class Folder:
    """One .eml file a letter, named by its id: a second try replaces the first. For the owner's eyes only."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def send(self, letter: Letter, message: EmailMessage) -> None:
        self.place.mkdir(mode=0o700, parents=True, exist_ok=True)
        wanted = self.place / f"{letter.id}.eml"
        arriving = wanted.with_suffix(".part")
        arriving.write_bytes(message.as_bytes())
        os.replace(arriving, wanted)


def open_post(app: Flask) -> None:
    """Choose how letters go. Called once, in create_app; a wrong SMTP_URL stops the program here."""
    app.extensions["letters"] = []
    app.extensions["post"] = chosen(app.config, app.extensions["letters"])


def chosen(settings: Mapping[str, Any], letters: list[Letter]) -> Post:
    to = settings["LETTERS_TO"]
    if to == "smtp":
        return Smtp.at(settings["SMTP_URL"])
    return Kept(letters) if to == "list" else Folder(settings["DATA_DIR"] / FOLDER)


def post() -> Post:
    sender: Post = current_app.extensions["post"]
    return sender


def send(letter: Letter, at: datetime) -> None:
    try:
        message = envelope(letter, current_app.config, at)
    except (ValueError, IndexError) as error:
        raise Undeliverable(f"no mail program could read this address or subject: {error}") from error
    post().send(letter, message)


def envelope(letter: Letter, settings: Mapping[str, Any], at: datetime) -> EmailMessage:
    """The letter as mail. Raises ValueError for a line break in a header: nobody adds headers of their own."""
    message = EmailMessage(policy=POLICY)
    name, address = parseaddr(settings["MAIL_FROM"])
    message["From"] = Address(name, addr_spec=address)
    message["To"] = Address(letter.to.name, addr_spec=letter.to.email)
    message["Reply-To"] = settings["CONTACT_EMAIL"]
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    for header, value in letter.headers.items():
        message[header] = value
    message.set_content(letter.text, cte="quoted-printable")
    message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    return message
