"""Whether an upload is what it should be. Decided by its bytes, in a process that can do no harm."""

import subprocess
import sys
import threading
from pathlib import Path

from jobboard.domain.applications.resume import ResumeKind
from jobboard.resumes.refusal import REFUSALS, NotTaken
from jobboard.resumes.scanner import scan

HERE = Path(__file__).parent
READERS = {ResumeKind.PDF: HERE / "read_pdf.py", ResumeKind.DOCX: HERE / "read_docx.py"}
SIGNATURES = {b"%PDF-": ResumeKind.PDF, b"PK\x03\x04": ResumeKind.DOCX}
LONGEST_SECONDS = 15
AT_ONCE = threading.BoundedSemaphore(2)  # readers beside each other; the rest of the board has to go on


def inspect(data: bytes, *, most: int, clamd: str | None = None) -> ResumeKind:
    """The kind of resume `data` is. Raises NotTaken with the reason; `most` is in bytes, `clamd` a scanner's socket."""
    if not data:
        raise NotTaken("empty")
    if len(data) > most:
        raise NotTaken("too_large")
    kind = next((kind for start, kind in SIGNATURES.items() if data.startswith(start)), None)
    if kind is None:
        raise NotTaken("not_a_resume")
    word = read_confined(kind, data)
    if word != "ok":
        raise NotTaken(word)
    if clamd:
        scan(data, clamd)
    return kind


def read_confined(kind: ResumeKind, data: bytes) -> str:
    """What the reader of that kind says of `data`. A reader that dies or hangs has said no."""
    command = [sys.executable, "-I", str(HERE / "confined.py"), str(READERS[kind])]
    with AT_ONCE:
        try:
            ended = subprocess.run(  # noqa: S603 - our own interpreter and script; the file comes on standard input
                command,
                input=data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=LONGEST_SECONDS,
                env={},
                check=False,
            )
        except subprocess.TimeoutExpired:
            return "too_slow"
    if ended.returncode < 0:
        return "too_slow"
    said = ended.stdout.decode("ascii", "replace").strip()
    return said if said == "ok" or said in REFUSALS else f"{kind.value}_broken"
