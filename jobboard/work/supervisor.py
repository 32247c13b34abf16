"""Keeps one process alive: starts it again when it dies, holds its sockets meanwhile, and ends with it.

Who connects while there is no process waits in line at the socket, and the next one answers. Imports nothing of the board: a
process that was made to keep another alive runs this file alone, and is small."""

import logging
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from threading import Event as Flag
from threading import Thread
from time import monotonic
from types import FrameType
from typing import NoReturn

log = logging.getLogger("supervisor")
AFTER_CRASH = "--after-crash"

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
    """One process of `command`, with `--line` and a `--socket` for each socket behind it, and `--after-crash` for one that
    follows a crash: it is not to trust what the one before it read."""

    def __init__(self, command: Sequence[str], sockets: Sequence[socket.socket]) -> None:
        self.sockets = sockets
        self.ours, self.theirs = socket.socketpair()  # ends for them when this process does
        self.kept = [one.fileno() for one in (self.theirs, *sockets)]
        self.command = [*command, f"--line={self.kept[0]}", *(f"--socket={kept}" for kept in self.kept[1:])]
        self._told_to_stop, self._crashed = Flag(), False
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
        log.warning("The process ended with %s. It is started again%s.", ending(code), after)
        self._crashed = -code in CRASHES
        self._told_to_stop.wait(pause)

    def _one_life(self) -> tuple[int, bool]:
        """How a process ended, and whether it had come to serve. A group of its own, for Ctrl+C is passed on by us."""
        command = [*self.command, AFTER_CRASH] if self._crashed else self.command
        self._process = subprocess.Popen(  # noqa: S603 - a command of our own
            command, pass_fds=self.kept, stdin=subprocess.DEVNULL, process_group=0
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


def become_keeper(command: Sequence[str], sockets: Sequence[socket.socket]) -> NoReturn:
    """From now on this process keeps `command` alive and nothing else: all that it was made of before is let go of."""
    for one in sockets:
        one.set_inheritable(True)
    sys.stdout.flush()
    kept = [f"--socket={one.fileno()}" for one in sockets]
    os.execv(sys.executable, [sys.executable, "-P", __file__, *kept, "--", *command])  # noqa: S606 - ourselves


def keep(command: Sequence[str], sockets: Sequence[socket.socket]) -> int:
    """Keep it alive until it ends well or this process is told to stop: the exit code."""
    try:
        return Supervisor(command, sockets).run()
    except NeverServed as last:
        sys.stderr.write(f"Error: Each start failed, the last with {last}. What it said stands above.\n")
        return 1


def main(words: Sequence[str]) -> int:
    """What `become_keeper` runs: a `--socket` for each, then the command behind `--`."""
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    end = words.index("--")
    sockets = [socket.socket(fileno=int(word.partition("=")[2])) for word in words[:end]]
    return keep(words[end + 1 :], sockets)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
