"""A real mail server on this machine that can be told to misbehave."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Postman:
    """Keeps what it takes. `answers` maps an address to what its RCPT is told; `data` is what DATA is told.

    With `drop` it reads the whole letter and breaks off before it says whether it took it.
    """

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.answers: dict[str, str] = {}
        self.data = "250 taken"
        self.drop = False
        self.port = free_port()

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, to: str, options: list[str]
    ) -> str:
        if to in self.answers:
            return self.answers[to]
        envelope.rcpt_tos.append(to)
        return "250 fine"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.data.startswith("2"):
            self.taken.append(envelope)
        if self.drop:
            assert server.transport is not None
            server.transport.abort()
        return self.data

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"


@contextmanager
def a_postman() -> Iterator[Postman]:
    postman = Postman()
    controller = Controller(postman, hostname="127.0.0.1", port=postman.port)
    controller.start()
    try:
        yield postman
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
