"""Resumes lie whole, under names that say nothing, where no address leads to."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jobboard.domain.applications.resume import ResumeKind
from jobboard.resumes import store
from jobboard.resumes.names import shown_name

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


def aged(path: Path, days: float) -> None:
    moment = (NOW - timedelta(days=days)).timestamp()
    os.utime(path, (moment, moment))


def test_what_is_kept_can_be_read_again_by_nobody_else(tmp_path: Path) -> None:
    path = store.place(tmp_path, store.keep(tmp_path, b"%PDF-"))
    assert path.read_bytes() == b"%PDF-"
    assert path.stat().st_mode & 0o077 == 0
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "ab", "g" * 32, "a" * 33, "a" * 32 + "\n"])
def test_a_name_of_another_form_leads_nowhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="Not a stored name"):
        store.place(tmp_path, name)


def test_discarding_twice_is_no_error(tmp_path: Path) -> None:
    name = store.keep(tmp_path, b"x")
    store.discard(tmp_path, name)
    store.discard(tmp_path, name)
    assert not store.place(tmp_path, name).exists()


def test_only_old_files_without_a_row_are_swept(tmp_path: Path) -> None:
    kept, orphan, young = (store.keep(tmp_path, b"x") for _ in range(3))
    unfinished = store.place(tmp_path, kept).with_name("0" * 32 + store.UNFINISHED)
    unfinished.write_bytes(b"half")
    for path in (store.place(tmp_path, kept), store.place(tmp_path, orphan), unfinished):
        aged(path, 2)
    aged(store.place(tmp_path, young), 0.5)
    assert store.sweep(tmp_path, {kept}, NOW) == 2
    assert store.place(tmp_path, kept).exists()
    assert store.place(tmp_path, young).exists()
    assert not store.place(tmp_path, orphan).exists()
    assert not unfinished.exists()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Amir Haddad CPC.pdf", "Amir Haddad CPC.pdf"),
        ("RESUME.PDF", "RESUME.pdf"),
        ("resume.docx", "resume.docx.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\amir\\cv.pdf", "cv.pdf"),
        ("\u202efdp.exe", "fdp.exe.pdf"),
        ("a\x00b\r\nc.pdf", "abc.pdf"),
        ("a;b\"c'd%20.pdf", "abc'd20.pdf"),
        ("Łukasz Żółć – résumé.pdf", "Łukasz Żółć – résumé.pdf"),
        ("..pdf", "resume.pdf"),
        ("", "resume.pdf"),
        (None, "resume.pdf"),
    ],
)
def test_a_name_is_cleaned_before_it_is_shown(given: str | None, shown: str) -> None:
    assert shown_name(given, ResumeKind.PDF) == shown


def test_a_long_name_keeps_its_ending() -> None:
    name = shown_name("x" * 500 + ".pdf", ResumeKind.PDF)
    assert len(name) == 100
    assert name.endswith("x.pdf")
