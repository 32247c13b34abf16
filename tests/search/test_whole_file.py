"""What several processes keep at once is there whole, and what fails leaves nothing behind."""

import os
import subprocess

import pytest

from jobboard.search.index import snapshot, word_sets
from jobboard.search.index.columns import Columns


def keep_columns(file):
    snapshot.write(snapshot.frozen(Columns(lambda family: ())), 7, "names", file)


def keep_words(file):
    word_sets.write([], 7, "names", file)


def seen(file):
    if file.suffix == ".npz":
        kept = snapshot.read(file, "names", lambda family: ())
        return kept and kept[1]
    kept = word_sets.read(file, "names")
    return kept and kept.seen


KEPT = [("columns.npz", keep_columns), ("words.bin", keep_words)]


@pytest.mark.parametrize(("name", "keep"), KEPT, ids=["columns", "words"])
def test_two_processes_may_keep_the_same_file_at_once(tmp_path, monkeypatch, name, keep):
    file, replace, ended = tmp_path / name, os.replace, []

    def meanwhile(new, old):
        """The other process begins and ends while this one still writes."""
        if not ended:
            ended.append("other")
            monkeypatch.setattr(os, "getpid", lambda: 4711)
            keep(file)
        replace(new, old)

    monkeypatch.setattr(os, "replace", meanwhile)
    keep(file)
    assert ended
    assert seen(file) == 7
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize(("name", "keep"), KEPT, ids=["columns", "words"])
def test_what_fails_leaves_nothing_on_a_full_disk(tmp_path, monkeypatch, name, keep):
    def fill_the_disk(*given):
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "replace", fill_the_disk)
    with pytest.raises(OSError, match="No space"):
        keep(tmp_path / name)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("name", "keep"), KEPT, ids=["columns", "words"])
def test_what_a_process_left_half_written_is_cleared_away_by_who_writes_next(tmp_path, name, keep):
    file = tmp_path / name
    with subprocess.Popen(["true"]) as ended:
        pass
    left, begun = (file.with_suffix(f".{pid}.new") for pid in (ended.pid, os.getppid()))
    left.touch()
    begun.touch()
    keep(file)
    assert sorted(tmp_path.iterdir()) == sorted([begun, file]), "Who still writes is not disturbed."
