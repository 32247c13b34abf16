"""The notes of a family: its own first, then the rules of the families above it."""

import pytest
from sqlalchemy import event

from jobboard.domain.codes.finding import family_by_slug
from jobboard.domain.codes.note import FamilyNote, NoteKind
from jobboard.domain.codes.notes import notes_for


@pytest.fixture
def surgery(session):
    return family_by_slug(session, "cpt-surgery")


@pytest.fixture
def stoma(session):
    return family_by_slug(session, "cpt-enterostomy-and-stoma-revision")


def of_kind(notes, kind):
    return [note for note in notes if note.kind is kind]


def test_rules_are_inherited_from_all_the_way_up(session, surgery, stoma):
    above = of_kind(notes_for(session, surgery), NoteKind.BILLING)
    mine = of_kind(notes_for(session, stoma), NoteKind.BILLING)
    assert above
    assert mine[-len(above) :] == above
    assert {note.family.slug for note in above} == {"cpt-surgery"}


def test_plain_words_come_from_the_nearest_family_that_has_them(session, stoma):
    found = notes_for(session, stoma)
    assert len(of_kind(found, NoteKind.PLAIN)) == 1
    assert len({note.family_id for note in of_kind(found, NoteKind.CONTEXT)}) == 1


def test_notes_come_by_kind_and_in_the_order_they_were_written(session, surgery):
    found = notes_for(session, surgery)
    kinds = [list(NoteKind).index(note.kind) for note in found]
    assert kinds == sorted(kinds)
    assert [note.position for note in of_kind(found, NoteKind.BILLING)] == list(
        range(len(of_kind(found, NoteKind.BILLING)))
    )


def test_own_notes_come_before_inherited_ones(session, surgery, stoma):
    release = notes_for(session, surgery)[0].release_id
    own = {"family_id": stoma.id, "kind": NoteKind.BILLING, "position": 99, "release_id": release}
    session.add(FamilyNote(**own, text="Of the stoma alone.", source="A public rule"))
    session.flush()
    found = of_kind(notes_for(session, stoma), NoteKind.BILLING)
    depths = [note.family.depth for note in found]
    assert depths == sorted(depths, reverse=True)
    assert "Of the stoma alone." in [note.text for note in found if note.family is stoma]
    session.rollback()


def test_one_question_is_asked(session, stoma):
    asked = []
    listen = (session.get_bind(), "before_cursor_execute", lambda *told: asked.append(told[2]))
    event.listen(*listen)
    try:
        assert [note.family.label for note in notes_for(session, stoma)]
    finally:
        event.remove(*listen)
    assert len(asked) == 1
