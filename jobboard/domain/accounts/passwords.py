"""What makes a password good enough: long, not on the list everybody tries first, not about this site or this person.

No rules about capitals, digits or signs, and nothing is ever cut off. The list, `common_passwords.txt`, holds the
words of five letters or more from the 20,000 most common leaked passwords that Royce Williams compiled for Django
(BSD licence, see `common_passwords.LICENSE.txt`).
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

MIN = 12
MAX = 128
LEFT_AFTER_CONTEXT = 8
RUNS = (
    "abcdefghijklmnopqrstuvwxyz" * 2,
    "0123456789" * 13,
    "qwertyuiopasdfghjklzxcvbnm" * 2,
    "qazwsxedcrfvtgbyhnujmikolp",
)


def normal(password: str) -> str:
    """One spelling for one password: composed Unicode (NFC), whatever keyboard it was typed on."""
    return unicodedata.normalize("NFC", password)


def problems(password: str, about: tuple[str, ...] = ()) -> list[str]:
    """Sentences on what is wrong with a new password, given words about the person and the site; none if it is good."""
    password = normal(password)
    if len(password) < MIN:
        return [f"Use at least {MIN} characters. A few words in a row work well."]
    if len(password) > MAX:
        return [f"Use at most {MAX} characters."]
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in password):
        return ["Use characters you can type: this one holds an invisible control character."]
    if is_common(password):
        return ["This password is among the first that others would try. Choose one that is only yours."]
    if leans_on(password, about):
        return [
            "This password is mostly your name, your address or ours. Choose something nobody could look up."
        ]
    return []


def is_common(password: str) -> bool:
    plain = password.casefold()
    stem = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    return plain in common() or stem in common() or repeats(plain) or runs(plain)


def repeats(plain: str) -> bool:
    """One piece over and over (`abcabcabcabc`), or fewer than four different characters."""
    return plain in (plain + plain)[1:-1] or len(set(plain)) < 4


def runs(plain: str) -> bool:
    """A walk along the alphabet, the digits or the keyboard, forwards or backwards."""
    return any(plain in walk or plain[::-1] in walk for walk in RUNS)


def leans_on(password: str, about: tuple[str, ...]) -> bool:
    """Whether too little is left once the words about the person and the site are taken out."""
    left = password.casefold()
    words = {word for text in about for word in re.split(r"[\W_]+", text.casefold()) if len(word) >= 4}
    for word in sorted(words, key=len, reverse=True):
        left = left.replace(word, "")
    return len(left) < min(LEFT_AFTER_CONTEXT, len(password))


@cache
def common() -> frozenset[str]:
    place = Path(__file__).with_name("common_passwords.txt")
    return frozenset(place.read_text(encoding="utf-8").split())
