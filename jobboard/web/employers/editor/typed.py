"""What was typed, made safe to read: only names a form can have, and text without characters no database keeps."""

import re

from werkzeug.datastructures import ImmutableMultiDict, MultiDict

from jobboard.web.typed import CONTROLS

NAME = re.compile(r"[a-z][a-z0-9_]{0,39}(?:-[a-z0-9_]{1,20}){0,2}")
HIGHEST_ROW = 9999


def typed(form: ImmutableMultiDict[str, str]) -> MultiDict[str, str]:
    """The fields of a request, in a form of one's own that may be changed."""
    return MultiDict(
        (name, tidy(value))
        for name, value in form.items(multi=True)
        if NAME.fullmatch(name) and row_of(name) <= HIGHEST_ROW
    )


def tidy(text: str) -> str:
    return CONTROLS.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def row_of(name: str) -> int:
    number = name.split("-")[1] if "-" in name else ""
    return int(number) if number.isdecimal() else 0


def without_row(form: MultiDict[str, str], prefix: str, number: str) -> None:
    """Take a row of a list away: all fields that begin with `prefix-number-`."""
    for name in [name for name in form if name.startswith(f"{prefix}-{number}-")]:
        del form[name]


def next_row(form: MultiDict[str, str], prefix: str) -> int:
    taken = [row_of(name) for name in form if re.match(rf"{prefix}-[0-9]+-", name)]
    return max(taken, default=-1) + 1
