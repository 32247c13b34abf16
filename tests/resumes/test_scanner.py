"""With a scanner configured, its word is final; without its word nothing is taken."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jobboard.resumes.inspection import inspect
from jobboard.resumes.refusal import NotTaken
from tests.resumes.samples import a_pdf


@contextmanager
def clamd(answer: bytes) -> Iterator[str]:
    """A scanner that reads one stream to its end and gives `answer`."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        line, _ = server.accept()
        with line, line.makefile("rb") as said:
            assert said.read(10) == b"zINSTREAM\0"
            while length := int.from_bytes(said.read(4), "big"):
                said.read(length)
            line.sendall(answer)

    worker = threading.Thread(target=serve, daemon=True)
    worker.start()
    try:
        yield f"127.0.0.1:{server.getsockname()[1]}"
    finally:
        worker.join(5)
        server.close()


def test_a_clean_file_is_taken() -> None:
    with clamd(b"stream: OK\0") as address:
        inspect(a_pdf(), most=10_000, clamd=address)


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (b"stream: Eicar-Test-Signature FOUND\0", "infected"),
        (b"INSTREAM size limit exceeded. ERROR\0", "scanner_away"),
        (b"", "scanner_away"),
    ],
)
def test_anything_but_ok_is_refused(answer: bytes, word: str) -> None:
    with clamd(answer) as address, pytest.raises(NotTaken) as caught:
        inspect(a_pdf(), most=10_000, clamd=address)
    assert caught.value.word == word


def test_a_scanner_that_is_away_lets_nothing_pass(tmp_path) -> None:
    with pytest.raises(NotTaken) as caught:
        inspect(a_pdf(), most=10_000, clamd=str(tmp_path / "nobody.sock"))
    assert caught.value.word == "scanner_away"
