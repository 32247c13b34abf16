"""No words of the AMA's or the ADA's stand in the tree: not in data, pages, seeds, tests or comments.

`descriptor_hashes.txt` knows a sample of their descriptors by salted hashes alone: of the first word (two bytes, to look
no further at most words) and of five words in a row. Texts that the government publishes are held to it too.
"""

import gzip
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from tests.house.source import ROOT

SALT = b"crosswalk: whose words these are"
HASHES = Path(__file__).with_name("descriptor_hashes.txt")
WORDS = re.compile(r"[a-z0-9]+")
IN_A_ROW = 5
BINARY = {".png", ".jpg", ".ico", ".woff2", ".pdf", ".docx", ".br", ".webp"}


def hashed(text: str, size: int) -> str:
    return blake2b(SALT + b" " + text.encode(), digest_size=size).hexdigest()


@cache
def known() -> tuple[frozenset[str], frozenset[str]]:
    """Hashes of first words, and of five words in a row."""
    pairs = [line.split() for line in HASHES.read_text(encoding="utf-8").splitlines()]
    return frozenset(first for first, _ in pairs), frozenset(whole for _, whole in pairs)


@cache
def begins(word: str) -> bool:
    return hashed(word, 2) in known()[0]


def descriptors_in(text: str) -> list[int]:
    """The places (as numbers of words) where a known descriptor stands; never its words."""
    words = WORDS.findall(text.lower())
    starts = {word for word in set(words) if begins(word)}
    places = [place for place, word in enumerate(words) if word in starts]
    return [place for place in places if hashed(" ".join(words[place : place + IN_A_ROW]), 8) in known()[1]]


def every_text() -> Iterator[tuple[str, str]]:
    """Each file of the project as text, packed ones opened."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.suffix not in BINARY and path.is_file():
            data = path.read_bytes()
            yield name, (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")


def test_nobody_elses_descriptors_stand_in_the_tree():
    found = {name: places for name, text in every_text() if (places := descriptors_in(text))}
    assert not found, (
        f"Take these words out, they belong to the AMA or the ADA (file: place in words): {found}"
    )


def test_the_sample_is_not_empty_and_a_phrase_of_it_would_be_found(monkeypatch):
    """With words of our own, so that no descriptor needs to be written down here."""
    assert len(known()[1]) >= 60
    ours = "seven grey geese crossed slowly"
    monkeypatch.setattr(
        "tests.house.test_descriptors.known",
        lambda: (frozenset({hashed("seven", 2)}), frozenset({hashed(ours, 8)})),
    )
    begins.cache_clear()
    assert descriptors_in(f"44314,Then: Seven grey GEESE, crossed (slowly); home. {ours}") == [2, 8]
    assert not descriptors_in("seven grey geese crossed")
    begins.cache_clear()
