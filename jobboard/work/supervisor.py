"""Keeps one process alive: starts it again when it dies, holds its sockets meanwhile, and ends with it.

Who connects while there is no process waits in line at the socket, and the next one answers."""

import logging
import os
import signal
import socket
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event as Flag
from threading import Thread
from time import monotonic
from types import FrameType

log = logging.getLogger(__name__)

# Seconds before the next start: the longer the more tries in a row never served. One that did is needed at once, but a
# moment later where it lived so short that the next one may, too.
PAUSES = (0.0, 0.0, 1.0, 2.0, 4.0)
BREATH, LONG_ENOUGH = 1.0, 10.0
# In a row that ended by themselves before they served: a fault of the settings. What was killed was not at fault.
MOST_FAULTS = 5
BACKLOG = 1024
# The process met something it could not read: the system ends it, and what it read is not to be trusted.
CRASHES = frozenset({signal.SIGBUS, signal.SIGSEGV, signal.SIGILL, signal.SIGABRT, signal.SIGFPE})


class NeverServed(Exception):
    """Every try ended by itself before it served; the message says how the last one did."""


class Supervisor:
    """One process of `command`, with `--line` and a `--socket` for each socket behind it. After a crash `mend` is called, before
    the next one starts."""

    def __init__(
        self, command: Sequence[str], sockets: Sequence[socket.socket], mend: Callable[[], None]
    ) -> None:
        self.sockets, self.mend = sockets, mend
        self.ours, self.theirs = socket.socketpair()  # ends for them when this process does
        self.kept = [one.fileno() for one in (self.theirs, *sockets)]
        self.command = [*command, f"--line={self.kept[0]}", *(f"--socket={kept}" for kept in self.kept[1:])]
        self._told_to_stop = Flag()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> int:
        """Until the process ends well or this one is told to stop: the exit code. Raises NeverServed."""
        before = {kind: signal.signal(kind, self._stop) for kind in (signal.SIGTERM, signal.SIGINT)}
        try:
            return self._keep_alive()
        finally:
            for kind, handler in before.items():
                signal.signal(kind, handler)
            for one in (*self.sockets, self.ours, self.theirs):
                one.close()

    def _keep_alive(self) -> int:
        tries = faults = 0
        while True:
            began = monotonic()
            code, has_served = self._one_life()
            if code == 0 or self._told_to_stop.is_set():
                return as_exit_code(code)
            tries = 0 if has_served else tries + 1
            faults = 0 if has_served or code < 0 else faults + 1
            if faults == MOST_FAULTS:
                raise NeverServed(ending(code))
            self._begin_again(code, pause_after(tries, monotonic() - began))
            if self._told_to_stop.is_set():
                return as_exit_code(code)

    def _begin_again(self, code: int, pause: float) -> None:
        after = f" in {pause:.0f} s" if pause else ""
        log.warning("The serving process ended with %s. It is started again%s.", ending(code), after)
        if -code in CRASHES:
            self.mend()
        self._told_to_stop.wait(pause)

    def _one_life(self) -> tuple[int, bool]:
        """How a process ended, and whether it had come to serve. A group of its own, for Ctrl+C is passed on by us."""
        self._process = subprocess.Popen(  # noqa: S603 - a command of our own
            self.command, pass_fds=self.kept, stdin=subprocess.DEVNULL, process_group=0
        )
        if self._told_to_stop.is_set():
            self._process.terminate()
        code = self._process.wait()
        self.ours.setblocking(False)
        try:
            return code, bool(self.ours.recv(1))
        except BlockingIOError:
            return code, False

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._told_to_stop.set()
        for one in self.sockets:
            one.close()  # nobody new is let in line
        if self._process is not None:
            self._process.terminate()


class Line:
    """The other end, in the process that is kept alive."""

    def __init__(self, number: int) -> None:
        self.socket = socket.socket(fileno=number)

    def say_serving(self) -> None:
        self.socket.send(b"+")

    def end_with_it(self) -> None:
        """When who keeps us alive is gone, so are we, and the port is free."""
        Thread(target=self._listen, name="line", daemon=True).start()

    def _listen(self) -> None:
        """Nothing is ever sent on it: it ends, or breaks where what we said was not yet read."""
        with suppress(ConnectionError):
            self.socket.recv(1)
        os.kill(os.getpid(), signal.SIGTERM)


def listening(host: str, port: int) -> list[socket.socket]:
    """A socket for each address the host has. Raises OSError when one cannot be had."""
    asked = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    found: list[socket.socket] = []
    try:
        for family, _, _, _, address in asked:
            found.append(socket.create_server(address[:2], family=family, backlog=BACKLOG))
    except OSError:
        for one in found:
            one.close()
        raise
    return found


def pause_after(tries: int, lived: float) -> float:
    """Seconds until the next start: after so many `tries` in a row that never served, or none and a life of `lived` seconds."""
    if tries:
        return PAUSES[min(tries, len(PAUSES) - 1)]
    return BREATH if lived < LONG_ENOUGH else 0.0


def as_exit_code(code: int) -> int:
    """Of a process that was told to stop before it could listen: as if it had ended well."""
    if code >= 0:
        return code
    return 0 if -code == signal.SIGTERM else 128 - code


def ending(code: int) -> str:
    return f"code {code}" if code >= 0 else signal.Signals(-code).name
