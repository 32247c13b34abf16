"""Ada confirms a credential that our list only heard of, or withdraws it; a new load of the dataset leaves it at that."""

import pytest
from sqlalchemy import select, update

from jobboard.dataset.loading import load_part
from jobboard.dataset.parts import PARTS
from jobboard.domain.codes.code import Release
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.finding import credential_called
from jobboard.domain.diary import Event
from jobboard.domain.errors import NotNow
from tests.conftest import MONDAY

SLUG = "coc-a"


@pytest.fixture
def heard_of(session):
    """A credential nobody confirmed; as it was again afterwards: credentials stand in the database of every test."""
    yield credential_called(session, SLUG)
    session.rollback()
    session.execute(update(Credential).where(Credential.slug == SLUG).values(confirmed=False, decided=None))
    session.commit()


def test_the_page_lists_all_that_nobody_confirmed(browse, ada):
    page = browse(ada).open("/admin/credentials")
    assert "Not confirmed (32)" in page.text
    assert "Confirm COC-A" in page.text
    assert "general knowledge, not confirmed against a document here" in page.text


def test_a_confirmed_one_is_shown_to_everybody_and_can_be_withdrawn(browse, ada, session, heard_of):
    browse(None).open(f"/credentials/{SLUG}", status=404)
    desk = browse(ada)
    desk.send(f"/admin/credentials/{SLUG}/confirmation")
    assert "Certified Outpatient Coder" in browse(None).open(f"/credentials/{SLUG}").text
    page = desk.open("/admin/credentials")
    assert "Confirmed by an admin (1)" in page.text
    assert "Withdraw COC-A" in page.text
    desk.send(f"/admin/credentials/{SLUG}/withdrawal")
    browse(None).open(f"/credentials/{SLUG}", status=404)
    lines = session.scalars(
        select(Event).where(Event.noun == "credential").order_by(Event.at, Event.id)
    ).all()
    assert {(line.verb, line.old, line.new, line.data["credential"], line.by_id) for line in lines} == {
        ("confirm", "unconfirmed", "confirmed", SLUG, ada.id),
        ("withdraw", "confirmed", "unconfirmed", SLUG, ada.id),
    }


def test_a_new_load_of_the_dataset_leaves_the_decision_alone(session, ada, heard_of):
    session.add(heard_of.confirm(by=ada, at=MONDAY))
    session.execute(update(Release).where(Release.part == "credentials").values(fingerprint="older"))
    session.commit()
    assert load_part(session, next(part for part in PARTS if part.name == "credentials"), MONDAY).loaded
    session.commit()
    session.expire_all()
    assert credential_called(session, SLUG).confirmed
    assert credential_called(session, "cpc").confirmed
    assert not credential_called(session, "chpc").confirmed


def test_what_is_so_already_is_not_decided_again(ada, heard_of):
    with pytest.raises(NotNow, match="COC-A is unconfirmed already"):
        heard_of.withdraw(by=ada, at=MONDAY)


def test_one_that_does_not_exist_is_not_found(browse, ada):
    for path in ("/admin/credentials/none/confirmation", "/admin/credentials/%00/withdrawal"):
        browse(ada).send(path, status=404)
