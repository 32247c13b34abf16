"""A company's web address, brought into one form or refused with a sentence."""

from urllib.parse import urlsplit

WRONG = "Write an address like https://example.com."


def tidy_website(text: str) -> str | None:
    """The address with its scheme, None for none given. Raises ValueError with what to do."""
    text = text.strip()
    if not text:
        return None
    address = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ValueError(WRONG) from None
    if parts.scheme not in ("http", "https") or parts.username or port not in (None, 80, 443):
        raise ValueError(WRONG)
    if "." not in host.strip(".") or not address.isprintable() or any(sign in address for sign in ' \\<>"'):
        raise ValueError(WRONG)
    try:
        host.encode("idna")
    except UnicodeError:
        raise ValueError(WRONG) from None
    return address
