"""What the tree must and must not hold: no half-done work, no foreign words, a decision note for each choice."""

import re
import subprocess

import pytest

from jobboard.domain.base import Base
from jobboard.domain.permissions import PERMISSIONS
from jobboard.domain.postings.lifecycle import CHANGE_MOVES, MOVES
from jobboard.domain.postings.posting import Posting
from tests.house.source import ROOT

TEXT = {".py", ".html", ".md", ".css", ".js", ".toml", ".txt", ".csv", ".json", ""}
SKIPPED = (
    "static/vendor/",
    "requirements/",
    "jobboard/dataset/facts/",
    "tests/house/",
    "tests/security/hostile_strings.json",
)


def tracked_text():
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in TEXT and not name.startswith(SKIPPED) and path.is_file():
            yield name, path.read_text(encoding="utf-8", errors="replace")


def test_nothing_is_left_unfinished():
    # XXX alone is Medicare's word for "no global period"; as a mark it begins a comment or ends in a colon.
    marks = re.compile(r"\b(TODO|FIXME|HACK|[Ll]orem ipsum|raise NotImplementedError)\b|# ?XXX\b|\bXXX:")
    found = [f"{name}: {hit.group()}" for name, text in tracked_text() for hit in marks.finditer(text)]
    assert not found, f"Finish it or leave it out: {found}"


def test_nothing_is_fetched_from_elsewhere_when_the_program_runs():
    remote = re.compile(
        r"""(?:src|href)=["']https?://[^"']+\.(?:js|css|woff2?)|@import\s+url\(["']?https?:|url\(["']?https?:"""
    )
    found = [f"{name}: {hit.group()}" for name, text in tracked_text() for hit in remote.finditer(text)]
    assert not found, f"Vendor it into static/vendor with its licence: {found}"


def test_every_verb_of_a_posting_is_in_both_tables():
    """One word per act everywhere: a verb on the record, a row in the moves, a row in the permissions."""
    for verb in {*MOVES, *CHANGE_MOVES} - {"publish_change"}:
        assert callable(getattr(Posting, verb, None)), f"Posting has no verb {verb}"
        assert verb in PERMISSIONS[Posting], (
            f"PERMISSIONS says nothing about {verb}: it is refused to everybody"
        )


@pytest.mark.parametrize("mapper", sorted(Base.registry.mappers, key=str), ids=lambda m: m.class_.__name__)
def test_relationships_raise_instead_of_loading_lazily(mapper):
    lazy = {
        r.key
        for r in mapper.relationships
        if r.lazy not in ("raise", "selectin", "joined", "write_only", "noload")
    }
    assert not lazy, f"{mapper.class_.__name__}.{lazy}: say lazy='raise' and load it in a finding function."
