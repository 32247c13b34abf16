"""A process is kept alive: it is started again when it dies, nobody in line is sent away, and it ends when it is told to."""

import errno
import os
import signal
import socket
import subprocess
import sys
from threading import Event as Flag

import pytest

from jobboard import config
from jobboard.work import supervisor
from jobboard.work.supervisor import MOST_FAULTS, Line, NeverServed, Supervisor, listening

PATIENCE = 60
# What every life begins with: which one it is, and its ends of the sockets.
BEGINNING = """
import os, signal, socket, sys
folder, line, *sockets = sys.argv[1:]
def socket_of(said): return socket.socket(fileno=int(said.partition("=")[2]))
open(os.path.join(folder, str(os.getpid())), "w").close()
life = len(os.listdir(folder))
line = socket_of(line)
"""
SERVING = 'line.send(b"+")\n'
DIES = "os.kill(os.getpid(), signal.SIGBUS)\n"
KILLED = "os.kill(os.getpid(), signal.SIGKILL)\n"
ANSWERS = """
with socket_of(sockets[0]).accept()[0] as asker:
    asker.sendall(b"life %d" % life + b" after a crash" * (sockets[-1] == "--after-crash"))
"""


@pytest.fixture
def kept_alive(tmp_path, monkeypatch):
    """`kept_alive(script, *sockets)`: what keeps that script alive, with no pauses."""
    monkeypatch.setattr(supervisor, "PAUSES", (0.0,))
    monkeypatch.setattr(supervisor, "BREATH", 0.0)

    def kept(script, *sockets):
        return Supervisor([sys.executable, "-c", BEGINNING + script, str(tmp_path)], sockets)

    return kept


def lives(folder):
    return len(list(folder.iterdir()))


@pytest.mark.parametrize(
    ("dies", "told"), [(DIES, b"life 2 after a crash"), ("sys.exit(3)\n", b"life 2"), (KILLED, b"life 2")]
)
def test_who_connects_while_there_is_no_process_is_answered_by_the_next_one(kept_alive, dies, told):
    """Which is told when what the one before it read is not to be trusted."""
    (door,) = listening("127.0.0.1", 0)
    with socket.create_connection(door.getsockname()) as asker:
        assert kept_alive(SERVING + f"if life == 1: {dies}" + ANSWERS, door).run() == 0
        assert asker.recv(100) == told


def test_what_becomes_a_keeper_has_let_go_of_all_it_was(tmp_path):
    """It holds the sockets, keeps the command alive, and has read nothing of the board."""
    begin = (
        "import sys, jobboard.search.query; from jobboard.work.supervisor import become_keeper, listening; "
        "become_keeper([sys.executable, '-c', sys.argv[1]], listening('127.0.0.1', 0))"
    )
    tells = (
        "import os, sys; line, door = sys.argv[1:]; "
        "print(open(f'/proc/{os.getppid()}/cmdline').read().split(chr(0))[2], door.startswith('--socket='))"
    )
    command = [sys.executable, "-c", begin, tells]
    said = subprocess.run(
        command, cwd=config.ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert said.stdout.split() == [supervisor.__file__, "True"]


def test_what_dies_over_and_over_while_it_serves_is_not_given_up(kept_alive, tmp_path):
    assert kept_alive(SERVING + f"if life <= {MOST_FAULTS + 1}: {DIES}").run() == 0
    assert lives(tmp_path) == MOST_FAULTS + 2


def test_what_never_comes_to_serve_is_given_up(kept_alive, tmp_path):
    with pytest.raises(NeverServed, match="code 3"):
        kept_alive("sys.exit(3)").run()
    assert lives(tmp_path) == MOST_FAULTS


def test_a_start_that_served_begins_the_count_of_tries_anew(kept_alive, tmp_path):
    assert kept_alive(f"if life == 4: {SERVING}if life == 8: sys.exit(0)\nsys.exit(3)").run() == 0
    assert lives(tmp_path) == 8


def test_what_is_killed_before_it_serves_is_not_given_up(kept_alive, tmp_path):
    """Where memory is short, or the index of a large board damaged: none of it is a fault of the settings."""
    assert kept_alive(f"if life <= {MOST_FAULTS + 1}: {DIES}").run() == 0
    assert lives(tmp_path) == MOST_FAULTS + 2


def test_what_served_is_there_again_within_a_second_however_often_it_died(monkeypatch, kept_alive):
    """The file of an index may be cut off twice in a minute; who is in line then waits for the start alone."""
    paused = []
    keeping = kept_alive(SERVING + f"if life <= {3 * MOST_FAULTS}: {DIES}")
    monkeypatch.setattr(supervisor, "BREATH", 1.0)
    monkeypatch.setattr(keeping._told_to_stop, "wait", paused.append)
    assert keeping.run() == 0
    assert paused == [1.0] * 3 * MOST_FAULTS
    assert supervisor.pause_after(0, supervisor.LONG_ENOUGH) == 0


def test_one_that_is_told_to_stop_tells_the_process_and_ends_as_it_does(kept_alive, tmp_path):
    waits = """
signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(7))
os.kill(os.getppid(), signal.SIGTERM)
while True: signal.pause()
"""
    before = signal.getsignal(signal.SIGTERM)
    assert kept_alive(SERVING + waits).run() == 7
    assert lives(tmp_path) == 1
    assert signal.getsignal(signal.SIGTERM) == before


def test_one_that_is_told_to_stop_between_two_lives_begins_no_other(kept_alive, tmp_path, monkeypatch):
    def stop(tries, lived):
        os.kill(os.getpid(), signal.SIGTERM)
        return PATIENCE

    monkeypatch.setattr(supervisor, "pause_after", stop)
    assert kept_alive(SERVING + DIES).run() == 128 + signal.SIGBUS
    assert lives(tmp_path) == 1


def test_nobody_is_let_in_line_once_it_is_told_to_stop(kept_alive):
    """While what was asked before is still answered: who comes then is told at once that nobody is there."""
    tries = """
door = socket_of(sockets[0])
address = door.getsockname()
def leave(number, frame):
    door.close()
    sys.exit(socket.socket().connect_ex(address))
signal.signal(signal.SIGTERM, leave)
os.kill(os.getppid(), signal.SIGTERM)
while True: signal.pause()
"""
    (door,) = listening("127.0.0.1", 0)
    assert kept_alive(SERVING + tries, door).run() == errno.ECONNREFUSED


@pytest.mark.parametrize("serves", [False, True], ids=["before it serves", "while it serves"])
def test_the_process_ends_when_who_kept_it_alive_is_gone(serves):
    ours, theirs = socket.socketpair()
    told = Flag()
    before = signal.signal(signal.SIGTERM, lambda number, frame: told.set())
    try:
        line = Line(theirs.detach())
        line.end_with_it()
        if serves:
            line.say_serving()  # which nobody reads while the process lives
        ours.close()
        assert told.wait(PATIENCE)
        line.socket.close()
    finally:
        signal.signal(signal.SIGTERM, before)


def test_an_address_that_is_taken_leaves_no_socket_open():
    (taken,) = listening("127.0.0.1", 0)
    with taken, pytest.raises(OSError, match="in use"):
        listening("127.0.0.1", taken.getsockname()[1])
