"""Which letters follow from which line of the diary: one function for each verb that sends any, and the silent verbs.

Each function reads what it needs, changes nothing and returns its letters; the outbox sends them. Called in an
application context, outside of any request.
"""

from collections.abc import Callable

from sqlalchemy.orm import Session

from jobboard.domain.diary import Event
from jobboard.mail import account_messages, application_messages, posting_messages, search_messages
from jobboard.mail.letter import Letter

Message = Callable[[Session, Event], list[Letter]]

LETTERS: dict[tuple[str, str], Message] = {
    **posting_messages.LETTERS,
    **application_messages.LETTERS,
    **account_messages.LETTERS,
    **search_messages.LETTERS,
}
# What a person does with their own lists of procedures, seen by nobody else.
CREDENTIALS = ("confirm", "withdraw")
TRACKING = ("begin", "edit", "add_entries", "edit_entry", "remove_entry", "delete")
# Said in so many words, so that a verb without a letter is a decision and not an oversight.
SILENT: frozenset[tuple[str, str]] = (
    posting_messages.SILENT
    | application_messages.SILENT
    | account_messages.SILENT
    | search_messages.SILENT
    | {("procedure_list", verb) for verb in TRACKING}
    | {("credential", verb) for verb in CREDENTIALS}
)


def has_letters(noun: str, verb: str) -> bool:
    return (noun, verb) in LETTERS


def letters_for(session: Session, event: Event) -> list[Letter]:
    """The letters that `event` owes; none for a silent verb or when nobody is left to write to."""
    message = LETTERS.get((event.noun, event.verb))
    return message(session, event) if message else []
