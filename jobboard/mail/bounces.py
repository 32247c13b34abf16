"""What a mail server sends back when a letter could not be delivered (RFC 3464): which addresses it is about, and for good or not."""

import re
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from typing import NamedTuple

PERMANENT = re.compile(r"5\.\d{1,3}\.\d{1,3}")
LONGEST_ADDRESS = 254


class Bounce(NamedTuple):
    """An address that will never take our letters, and what its server said."""

    address: str
    reason: str


def permanent_bounces(raw: bytes) -> list[Bounce]:
    """The failed recipients of a delivery status notification. Empty for any other mail, for delays and for successes."""
    reports = [part for part in message_from_bytes(raw, policy=compat32).walk() if is_report(part)]
    blocks = [block for part in reports for block in part.get_payload()]
    return [found for block in blocks if isinstance(block, Message) and (found := failed(block))]


def is_report(part: Message) -> bool:
    return part.get_content_type() == "message/delivery-status" and part.is_multipart()


def failed(block: Message) -> Bounce | None:
    """The recipient of one block of the report, when the failure is permanent."""
    status, action = said(block, "Status"), said(block, "Action").lower()
    kind, _, address = said(block, "Final-Recipient").partition(";")
    address = address.strip().strip("<>")
    if action != "failed" or not PERMANENT.match(status) or kind.strip().lower() not in ("rfc822", "utf-8"):
        return None
    if "@" not in address or len(address) > LONGEST_ADDRESS:
        return None
    return Bounce(address, said(block, "Diagnostic-Code") or status)


def said(block: Message, name: str) -> str:
    """A field on one line, without comments; empty when it is not there."""
    return " ".join(str(block.get(name, "")).split())
