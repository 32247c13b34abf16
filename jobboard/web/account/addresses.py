"""Email addresses as we take them: well-formed, reachable by any mail program, in the form that mail travels by."""

import email_validator

HOW = "Write an address like name@example.com."


def mail_address(text: str) -> str:
    """The address in ASCII. Raises ValueError with what to do. Whether a mailbox is there, only a letter can tell."""
    try:
        found = email_validator.validate_email(
            text, check_deliverability=False, allow_smtputf8=False, strict=True
        )
    except email_validator.EmailNotValidError:
        raise ValueError(HOW) from None
    return found.ascii_email or found.normalized
