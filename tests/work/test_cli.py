"""The site and its worker start with one word and stop when they are told to, as whole processes."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from jobboard import config
from jobboard.domain.accounts.attempt import Attempt, Kind
from jobboard.domain.accounts.session import UserSession, start
from jobboard.domain.base import Base
from jobboard.extensions import db
from jobboard.work.sweep import KEEP_SESSIONS, sweep
from scripts.run import say
from tests.builders import deliver
from tests.mail.postman import free_port


@pytest.fixture
def alone(tmp_path: Path) -> dict[str, str]:
    """The environment of a board of its own, with its tables made."""
    engine = create_engine(config.database_url(None, tmp_path))
    Base.metadata.create_all(engine)
    engine.dispose()
    return os.environ | {"DATA_DIR": str(tmp_path), "PORT": str(free_port()), "PYTHONWARNINGS": "default"}


@contextmanager
def started(board: dict[str, str], *words: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-u", "-m", "flask", "--app", "app", *words]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, cwd=config.ROOT, env=board, text=True, **streams) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str], pattern: str) -> str:
    """What the process says first that fits; fails when it ends without."""
    said = []
    for line in iter(process.stdout.readline, ""):
        said.append(line)
        if found := re.search(pattern, line):
            return found.group()
    pytest.fail("".join(said))


def children(process: subprocess.Popen[str]) -> list[int]:
    return [
        int(said) for said in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    ]


PATIENCE = 60
ADDRESS = r"http://127\.0\.0\.1:\d+"


def test_the_site_and_a_worker_start_with_one_word_and_stop_when_told(alone):
    """Both at once on one board, because a start is what takes long; the worker is one of two."""
    with started(alone, "serve") as site, started(alone, "work", "--unpark") as worker:
        address = heard(site, ADDRESS)
        assert address.endswith(alone["PORT"])
        with urllib.request.urlopen(f"{address}/log-in", timeout=PATIENCE) as answer:
            assert answer.status == 200
        (answering,) = children(site)
        os.kill(answering, signal.SIGKILL)
        with urllib.request.urlopen(f"{address}/log-in", timeout=PATIENCE) as answer:
            assert answer.status == 200, "Who comes while there is no process waits in line."
        assert children(site) != [answering]
        heard(worker, "0 taken up again.")
        heard(worker, "The worker is running")
        (working,) = children(worker)
        os.kill(working, signal.SIGKILL)
        heard(worker, "The worker is running")
        worker.send_signal(signal.SIGINT)
        site.send_signal(signal.SIGTERM)
        assert [worker.wait(PATIENCE), site.wait(PATIENCE)] == [0, 0]


def test_an_address_in_use_is_said_in_one_line(app, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setitem(app.config, "PORT", taken.getsockname()[1])
        result = app.test_cli_runner().invoke(args=["serve"])
    assert result.exit_code == 1
    assert "Choose another PORT=" in result.output
    assert "Traceback" not in result.output


def test_what_make_run_cannot_do_is_said_in_one_line(app, monkeypatch, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setitem(app.config, "PORT", taken.getsockname()[1])
        with pytest.raises(SystemExit, match="1"):
            say(app, "Starting ...", ["serve"])
    assert "Choose another PORT=" in capsys.readouterr().err


def test_one_pass_sends_what_is_owed(app, session, letters, mira, a_posting):
    a_posting("in_review")
    assert app.test_cli_runner().invoke(args=["work", "--once"]).exit_code == 0
    assert [letter.to.email for letter in letters] == [mira.email]


@pytest.mark.parametrize("given", ["0", "70000", "http", "-1", "५"])
def test_a_port_that_is_none_stops_the_program(monkeypatch, given):
    monkeypatch.setenv("PORT", given)
    with pytest.raises(config.Refusal):
        config.settings(SECRET_KEY="x" * 40)


def test_the_sweep_takes_only_what_is_long_over(app, session, amir, clock):
    old, young = (start(amir, secret, "", at=clock.now()) for secret in ("old", "young"))
    session.add_all([old, young, Attempt(Kind.LOG_IN_ACCOUNT, "a", clock.now())])
    clock.tick(seconds=KEEP_SESSIONS.total_seconds())
    young.seen_at, kept = clock.now(), young.id
    session.add(Attempt(Kind.LOG_IN_ACCOUNT, "b", clock.tick(minutes=1)))
    session.commit()
    deliver(app)
    with app.app_context():
        for _ in range(2):
            sweep(db.session, clock.now())
    session.expire_all()
    assert session.scalars(select(UserSession.id)).all() == [kept]
    assert len(session.scalars(select(Attempt.id)).all()) == 1
