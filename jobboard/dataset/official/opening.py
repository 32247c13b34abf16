"""Opening an operator's file: its text, or a plain word about what it is instead."""

from pathlib import Path

from jobboard.dataset.official.faults import whole_file

LARGEST = 200 * 1024 * 1024
ZIP, PDF, OLD_EXCEL = b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0"
TABLES = {".xlsx", ".xlsm"}
ENCODINGS = ("utf-8-sig", "cp1252")


def text_of(path: Path) -> str:
    """The text of the file with plain line ends. Raises BadFile for what is no text."""
    try:
        if path.stat().st_size > LARGEST:
            raise whole_file(f"{path.name} is larger than any official file (200 MB).")
        data = path.read_bytes()
    except OSError as error:
        raise whole_file(f"{path} cannot be read: {error.strerror}.") from None
    _refuse_other_kinds(path, data)
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise whole_file(f"{path.name} is neither UTF-8 nor Windows text.")


def _refuse_other_kinds(path: Path, data: bytes) -> None:
    if data.startswith(OLD_EXCEL) or path.suffix.lower() in TABLES:
        raise whole_file(
            f"{path.name} is an Excel workbook. Open it and save its sheet as CSV, then load that."
        )
    if data.startswith(ZIP):
        raise whole_file(f"{path.name} is a ZIP archive. Unpack it and load the file inside.")
    if data.startswith(PDF):
        raise whole_file(f"{path.name} is a PDF. The same release is published as text or CSV: load that.")
    if b"\0" in data:
        raise whole_file(f"{path.name} is not a text file.")
