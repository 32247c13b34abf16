"""What the words of a posting hold that they must not: contact details, fees, patients, wording US law forbids in ads."""

from collections.abc import Iterable, Sequence

from jobboard.domain.moderation.fact import Fact, bad, good, look
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.wording import Flag, Kind, flags_of

ELSEWHERE = ("whats", "telegram", "wechat", "signal", "t.me")
GRAVE = {
    Kind.FEES: ("Fees", Reason.FEES),
    Kind.BANK: ("Bank details", Reason.SCAM),
    Kind.PATIENT: ("Patients", Reason.PATIENT_DATA),
}


def facts(edition: Edition) -> Iterable[Fact]:
    flags = [flag for _, flag in flags_of(edition)]
    yield contact([flag for flag in flags if flag.kind == Kind.CONTACT])
    for flag in flags:
        if flag.kind in GRAVE:
            topic, reason = GRAVE[flag.kind]
            yield bad(topic, f"“{flag.phrase}”: {flag.reason}", reason)
        elif flag.kind != Kind.CONTACT:
            yield look("Wording", f"“{flag.phrase}”: {flag.reason}", Reason.WORDING)


def contact(flags: Sequence[Flag]) -> Fact:
    """Being led away from the board to a messenger is how scams begin; an address is usually only a habit."""
    elsewhere = [flag for flag in flags if flag.phrase.lower().startswith(ELSEWHERE)]
    if elsewhere:
        return bad(
            "Contact", f"Coders are asked to write elsewhere: {quoted(elsewhere)}.", Reason.CONTACT_IN_TEXT
        )
    if flags:
        return look("Contact", f"The text holds contact details: {quoted(flags)}.", Reason.CONTACT_IN_TEXT)
    return good("Contact", "No contact details in the text.")


def quoted(flags: Sequence[Flag]) -> str:
    return ", ".join(f"“{flag.phrase}”" for flag in flags[:3])
