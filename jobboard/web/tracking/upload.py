"""A file as text: small enough, of letters and digits, whatever program wrote it."""

from werkzeug.datastructures import FileStorage

from jobboard.web.tracking.desk import LARGEST_FILE

TOO_LARGE = "This file is larger than 1 MB. Send it in parts."
NO_TEXT = "This is no CSV file. In a spreadsheet, save the sheet as CSV and choose that file."


class Unreadable(Exception):
    """The sentence for the person is `str(error)`."""


def text_of(file: FileStorage) -> str:
    """The text of a CSV file. Raises Unreadable. Nothing of it is written anywhere."""
    data = file.stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise Unreadable(TOO_LARGE)
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if data[:2] == b"PK" or any(ord(letter) < 32 and letter not in "\t\r\n\f" for letter in text):
        raise Unreadable(NO_TEXT)
    return text
