"""What `flask dataset load` says while it works: a bar a part on a terminal, plain lines anywhere else."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from jobboard.dataset import files
from jobboard.dataset.loading import Done
from jobboard.dataset.parts import Part

CLEAR = "\r\033[K"


class Telling:
    """Told of each part when it starts and when it is done."""

    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal
        self._bar: Any = None

    @contextmanager
    def open(self) -> Iterator["Telling"]:
        with files.watching(self._advance):
            yield self

    def starting(self, part: Part) -> None:
        name = f"  {part.title:<30} {part.release:<24}"
        if not self.terminal:
            click.echo(name, nl=False)
            return
        self._bar = click.progressbar(length=files.size(part.files), label=name, show_eta=False, width=24)
        self._bar.render_progress()

    def _advance(self, amount: float) -> None:
        """Some files are read twice: the bar stops at its end."""
        if self._bar is not None:
            self._bar.update(int(min(amount, max(0, self._bar.length - self._bar.pos))))

    def finished(self, done: Done) -> None:
        if self._bar is not None:
            self._bar = None
            click.echo(f"{CLEAR}  {done.part.title:<30} {done.part.release:<24}", nl=False)
        click.echo(f"{done.report.rows:>9,} rows  {told(done)}")
        left_out(done.report.skipped)


def told(done: Done) -> str:
    if done.kept:
        return f"your {done.kept.name} from {done.kept.file_name} stands in its place"
    if not done.loaded:
        return "already loaded"
    return f"loaded: {done.report.read:,} read, {done.report.written:,} written"


def left_out(skipped: dict[str, int]) -> None:
    for why, count in skipped.items():
        click.echo(f"      left out {count:,}: {why}")
