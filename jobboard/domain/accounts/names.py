"""Names of people and companies: what is allowed in them, for they are read in letters and in addresses."""

import re
import unicodedata

LONGEST = 120
SLUG_LENGTH = 60


def tidy(text: str) -> str:
    """One line, composed Unicode, single spaces, no control characters."""
    shown = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return " ".join(unicodedata.normalize("NFC", shown).split())


def problem(name: str) -> str | None:
    """What is wrong with a name, or None. A name goes into letters, so it must not carry a link or a command."""
    if not name:
        return "Give a name."
    if len(name) > LONGEST:
        return f"Use at most {LONGEST} characters."
    if any(unicodedata.category(sign) in ("Cs", "Co", "Cn", "Cf") for sign in name):
        return "Use letters you can see: this name holds an invisible character."
    if re.search(r"[<>@\\{}]|://|www\.|[a-z0-9]/[a-z0-9]+/", name, re.IGNORECASE):
        return "A name cannot hold an address, a link or any of < > @ \\ { }."
    if not any(sign.isalnum() for sign in name):
        return "Use at least one letter."
    return None


def slug_of(name: str, nameless: str = "employer") -> str:
    """The name as part of an address: `Acme Health, Inc.` is `acme-health-inc`; `nameless` for one of marks alone."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLUG_LENGTH].strip("-") or nameless
