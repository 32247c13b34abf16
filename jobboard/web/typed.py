"""What people typed into a box, made fit to be kept: line ends of one kind, no control characters, no outer blanks."""

import re

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def several_lines(value: str | None) -> str:
    """Text of a large box. Safe on None: WTForms filters run on what was not sent, too."""
    text = (value or "").replace("\r\n", "\n").replace("\r", "\n")
    return CONTROLS.sub("", text).strip()


def one_line(value: str | None) -> str:
    return " ".join(several_lines(value).split())
