"""What a number that does not exist probably meant: letters for digits, neighbors changed, one key beside."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import sort_key
from jobboard.domain.codes.reading import Typed

ALIKE = str.maketrans("OILSB", "01158")
DIGITS = "0123456789"
MOST = 5


def meant(session: Session, typed: Typed) -> list[Code]:
    """Codes of the set that differ by one slip, the likeliest slip first; then the neighbors in the set."""
    slips = list(dict.fromkeys(_slips(sort_key(typed.code_set, typed.code))))
    wanted = select(Code).where(Code.code_set == typed.code_set, Code.sort_key.in_(slips), Code.active)
    found = {code.sort_key: code for code in session.scalars(wanted.options(joinedload(Code.family)))}
    likely = [found[slip] for slip in slips if slip in found][:MOST]
    return likely or _neighbors(session, typed)


def _slips(key: str) -> list[str]:
    """Letters that look like digits; two that changed places; the last digits hit beside; one left out at the end."""
    swapped = [key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in range(len(key) - 1)]
    beside = [
        key[:at] + digit + key[at + 1 :] for at in range(len(key) - 1, 0, -1) for digit in _beside(key[at])
    ]
    return [
        key[:1] + key[1:].translate(ALIKE),
        key.translate(ALIKE),
        *swapped,
        *beside,
        key[:-1],
        f"{key}0",
        f"{key}9",
    ]


def _beside(char: str) -> str:
    """Digits by how near they lie on the keys."""
    if char not in DIGITS:
        return ""
    return "".join(sorted(DIGITS.replace(char, ""), key=lambda other: abs(int(other) - int(char))))


def _neighbors(session: Session, typed: Typed) -> list[Code]:
    key = sort_key(typed.code_set, typed.code)
    mine = select(Code).where(Code.code_set == typed.code_set, Code.active).options(joinedload(Code.family))
    below = session.scalars(mine.where(Code.sort_key < key).order_by(Code.sort_key.desc()).limit(1)).all()
    above = session.scalars(mine.where(Code.sort_key > key).order_by(Code.sort_key).limit(1)).all()
    return [code for code in (*below, *above) if code.sort_key[:3] == key[:3]]
