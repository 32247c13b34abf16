"""What we say of families: every note belongs somewhere, says something of its own, and names the rule it restates."""

import re
from collections import Counter

import pytest

from jobboard.dataset.families import nodes
from jobboard.dataset.files import rows
from jobboard.dataset.notes import meant
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.note import FamilyNote, NoteKind

LONGEST = 600
PUBLIC = (
    "https://www.cms.gov/",
    "https://www.ecfr.gov/",
    "https://www.cdc.gov/",
    "https://www.federalregister.gov/",
)
RULES = {NoteKind.DOCUMENTATION, NoteKind.BILLING}


@pytest.fixture(scope="module")
def notes():
    return list(rows("family_notes.csv"))


@pytest.fixture(scope="module")
def sources():
    return {row["key"]: row for row in rows("note_sources.csv")}


def test_every_note_belongs_to_a_family(notes):
    families = {node.slug for code_set in CodeSet for node in nodes(code_set)}
    assert not {slug for row in notes for slug in meant(row["family"])} - families


def test_a_note_about_a_set_stands_with_each_of_its_sections():
    assert meant("cpt-colonoscopy") == ["cpt-colonoscopy"]
    assert meant("hcc") == [node.slug for node in nodes(CodeSet.HCC)]
    assert "cpt-surgery" in meant("cpt")
    assert "cpt-colonoscopy" not in meant("cpt")


def test_a_rule_names_its_source_and_what_is_our_own_names_none(notes, sources):
    for row in notes:
        assert bool(row["source"]) == (NoteKind(row["kind"]) in RULES), row
    assert {row["source"] for row in notes if row["source"]} == sources.keys()


def test_sources_are_public_pages_of_the_government(sources):
    for row in sources.values():
        assert row["url"].startswith((*PUBLIC, "https://qpp.cms.gov/")), row
        assert len(row["name"]) <= FamilyNote.__table__.c.source.type.length
        assert len(row["url"]) <= FamilyNote.__table__.c.source_url.type.length


def test_a_note_is_a_whole_sentence_short_enough_to_read(notes):
    for row in notes:
        text = row["text"]
        assert len(text) <= LONGEST, text
        assert re.match(r"[A-Z0-9\"]", text), text
        assert text.endswith("."), text
        assert "  " not in text, text


def test_no_two_notes_say_the_same(notes):
    said = Counter(row["text"] for row in notes)
    assert not [text for text, times in said.items() if times > 1]


def test_a_family_is_explained_in_plain_words_once(notes):
    plain = Counter(row["family"] for row in notes if row["kind"] == NoteKind.PLAIN)
    assert not [slug for slug, times in plain.items() if times > 1]
