"""Makes a letter from one template: blocks `subject` and `body`, and where a page is next `label`, `after` and `why`.

The same words become plain text and, inside one layout, HTML. An undefined word in a template is an error.
"""

from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from flask import current_app
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape

from jobboard import config
from jobboard.domain.accounts.user import User
from jobboard.domain.diary import Event
from jobboard.mail.job_lines import as_text as job_text
from jobboard.mail.letter import Letter, Mailbox, letter_id
from jobboard.mail.paragraphs import blocks, laid_out, line, quoted

LAYOUT = "mail/layout.html"
ENDING = "mail/ending.txt"


def write(event: Event, to: User | Mailbox, template: str | None = None, **words: Any) -> Letter:
    """The letter of `event` to one person. `url` among the words is where its one button leads, `stop_url` where letters
    of this kind are stopped and `manage_url` where they are changed, `jobs` are told between body and button.

    `template` is the name inside templates/mail without its ending; by default `<noun>_<verb>`.
    """
    name = template or f"{event.noun}_{event.verb}"
    mailbox = Mailbox(line(to.name), to.email)
    known = (
        {"url": None, "stop_url": None, "manage_url": None, "jobs": ()}
        | words
        | surroundings()
        | {"to": mailbox}
    )
    made = environment().get_template(f"mail/{name}.txt")
    parts = {part: rendered(made, part, known) for part in ("subject", "body", "label", "after", "why")}
    id = letter_id(event.id, to.email, name)
    return Letter(
        id=id,
        to=mailbox,
        subject=line(parts["subject"]),
        text=as_text(parts, known),
        html=as_html(parts, known),
        message_id=f"<{id}@{mail_domain()}>",
    )


def as_text(parts: dict[str, str], known: dict[str, Any]) -> str:
    pieces = [laid_out(blocks(parts["body"])), job_text(known["jobs"])]
    if known["url"]:
        pieces.append(f"{line(parts['label'])}:\n{known['url']}")
    pieces.append(laid_out(blocks(parts["after"])))
    ending = environment().get_template(ENDING).render(known, why=line(parts["why"]))
    return "\n\n".join(piece for piece in (*pieces, ending.strip()) if piece) + "\n"


def as_html(parts: dict[str, str], known: dict[str, Any]) -> str:
    shapes = {"body": blocks(parts["body"]), "after": blocks(parts["after"])}
    lines = {part: line(parts[part]) for part in ("subject", "label", "why")}
    return environment().get_template(LAYOUT).render(known | shapes | lines)


def rendered(template: Template, block: str, known: dict[str, Any]) -> str:
    draw = template.blocks.get(block)
    return "".join(draw(template.new_context(known))) if draw else ""


def surroundings() -> dict[str, Any]:
    names = ("SITE_NAME", "SITE_URL", "POSTAL_ADDRESS", "CONTACT_EMAIL")
    return {name.lower(): current_app.config[name] for name in names}


def mail_domain() -> str:
    return str(current_app.config["MAIL_FROM"]).rpartition("@")[2].rstrip("> ")


@cache
def environment() -> Environment:
    """Templates of letters need no request: they know nothing but the words they are given."""
    made = Environment(
        loader=FileSystemLoader(config.ROOT / "templates"),
        undefined=StrictUndefined,
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"quoted": quoted, "line": line, "day": day}
    return made


def day(value: date | datetime, zone: str | None = None) -> str:
    """'May 3, 2026', in the given IANA zone for moments."""
    if isinstance(value, datetime) and zone:
        value = value.astimezone(ZoneInfo(zone))
    return f"{value:%B} {value.day}, {value.year}"
