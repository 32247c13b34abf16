"""Ada keeps the words of the trade: she adds, changes, retires and brings back, and is told what will not do."""

import pytest
from sqlalchemy import event, select

from jobboard.domain.diary import Event
from jobboard.domain.wording import finding
from jobboard.domain.wording.finding import Shown
from jobboard.domain.wording.saying import Said
from jobboard.extensions import db

LIST = "/admin/synonyms"


@pytest.fixture
def desk(browse, ada):
    return browse(ada)


@pytest.fixture
def added(desk, session):
    """`added("wibble\\nwobble")`: a group sent through the page, as the database has it now."""

    def send(both, one_way=""):
        desk.send(LIST, both=both, one_way=one_way)
        first = both.splitlines()[0]
        return finding.groups(session, Shown.IN_FORCE, first, 1, 0)[0]

    return send


def test_the_list_shows_groups_in_pages_and_finds_them_by_a_word(desk, session):
    page = desk.open(LIST)
    shipped = finding.number_of_groups(session, Shown.IN_FORCE, "")
    assert f"In force {shipped}" in page.text
    assert f"{LIST}?page=2" in page.links()
    found = desk.open(f"{LIST}?q=cath+lab")
    assert "interventional cardiology" in found.text
    assert "telehealth" not in found.text
    assert "No group says “wibble”" in desk.open(f"{LIST}?q=wibble").text


@pytest.mark.parametrize(
    "query",
    ["?page=0", "?page=999", "?page=x", "?show=nonsense", "?q=%25%25", "?q=" + "x" * 9000, "?show=retired"],
)
def test_any_address_of_the_list_answers(desk, query):
    desk.open(LIST + query)


def test_a_new_group_is_added_with_a_line_in_the_diary(desk, added, session, ada):
    desk.open(f"{LIST}/new")
    group = added("wibble\r\nwob/ble\r\n\r\n", "wubble one, wubble two")
    assert group.says == Said(("wibble", "wob/ble"), ("wubble one", "wubble two"))
    line = session.scalars(select(Event).where(Event.noun == "saying_group")).one()
    assert (line.verb, line.by_id, line.data["group"]) == ("add", ada.id, group.id)
    assert "wibble" in desk.open(f"{LIST}?show=decided").text


def test_what_will_not_do_is_said_beside_the_box_and_what_was_typed_stays(desk):
    page = desk.send(LIST, status=422, both="wibble\nder_m\ntelehealth", one_way="x")
    said = {one.get("id"): "".join(one.itertext()) for one in page.all(".//p[@id]")}
    assert "“der_m” has a character" in said["both-error"]
    assert "“telehealth” already stands in the group “telehealth”" in said["both-error"]
    assert "“x” is too short" in said["one_way-error"]
    assert "wibble\nder_m\ntelehealth" in page.source
    assert "at least two" in desk.send(LIST, status=422, both="", one_way="").text
    assert "at least two" in desk.send(LIST, status=422, both="wibble", one_way="").text


def test_a_group_is_changed_and_its_page_shows_it(desk, added):
    group = added("wibble\nwobble")
    page = desk.open(f"{LIST}/{group.id}")
    assert "/jobs?q=wobble" in page.links()
    assert "Listed jobs that say it" in page.text
    page = desk.send(f"{LIST}/{group.id}", seen=group.version, both="wabble\nwibble", one_way="")
    assert "Saved. Search goes by it from now on." in page.text
    assert "/jobs?q=wabble" in page.links()
    assert "/jobs?q=wobble" not in page.links()
    refused = desk.send(f"{LIST}/{group.id}", status=422, seen=group.version, both="wabble", one_way="")
    assert "at least two" in refused.text


def test_the_second_of_two_admins_is_told_and_nothing_is_lost(desk, added, session):
    group = added("wibble\nwobble")
    url, seen = f"{LIST}/{group.id}", group.version
    desk.send(url, seen=seen, both="wibble\nwobble\nfirst one", one_way="")
    page = desk.send(url, status=409, seen=seen, both="wibble\nwobble\nsecond one", one_way="")
    assert "Another admin changed this group while you were writing" in page.text
    assert "It now says: wibble, wobble, first one." in page.text
    assert "second one" in page.source
    assert finding.group_by_id(session, group.id).says.both == ("wibble", "wobble", "first one")
    now = page.all(".//input[@name='seen']")[0].get("value")
    desk.send(url, seen=now, both="wibble\nwobble\nsecond one", one_way="")
    assert finding.group_by_id(session, group.id).says.both == ("wibble", "wobble", "second one")


def test_a_word_taken_at_the_same_moment_is_said_beside_the_box(desk, added, monkeypatch):
    """Both looked before either wrote: the table of ways has the last word."""
    group = added("wibble\nwobble")
    other = added("flim\nflam")
    monkeypatch.setattr(finding, "taken", lambda *words, **more: {})
    page = desk.send(LIST, status=422, both="wobble\nwubble", one_way="")
    assert "Somebody gave one of these to another group" in page.text
    assert "wubble" in page.source
    page = desk.send(f"{LIST}/{other.id}", status=422, seen=other.version, both="flim\nwobble", one_way="")
    assert "Somebody gave one of these to another group" in page.text
    desk.send(f"{LIST}/{group.id}/retirement")
    added("wobble\nwubble")
    page = desk.send(f"{LIST}/{group.id}/restoration", status=409)
    assert "Somebody gave one of these to another group" in page.text


def test_a_form_without_a_version_overwrites_nothing(desk, added):
    group = added("wibble\nwobble")
    desk.send(f"{LIST}/{group.id}", status=409, both="wibble\nwabble", one_way="")


def test_a_retired_group_can_be_brought_back(desk, added):
    group = added("wibble\nwobble")
    page = desk.send(f"{LIST}/{group.id}/retirement")
    assert "Bring it back" in page.text
    assert "wibble" in desk.open(f"{LIST}?show=retired").text
    desk.send(f"{LIST}/{group.id}/retirement", status=409)
    desk.send(f"{LIST}/{group.id}", status=409, seen="2", both="wibble\nwabble", one_way="")
    assert "in force again" in desk.send(f"{LIST}/{group.id}/restoration").text
    desk.send(f"{LIST}/{group.id}/restoration", status=409)


def test_a_group_does_not_come_back_while_another_has_its_words(desk, added):
    group = added("wibble\nwobble")
    desk.send(f"{LIST}/{group.id}/retirement")
    added("wobble\nwabble")
    page = desk.send(f"{LIST}/{group.id}/restoration", status=409)
    assert "“wobble” now belongs to the group “wobble”" in page.text


def test_the_list_asks_no_more_questions_for_more_groups(desk, app):
    def asked(url):
        seen = []

        def note(*call):
            seen.append(call[2])

        with app.app_context():
            engine = db.engine
        event.listen(engine, "before_cursor_execute", note)
        desk.open(url)
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    assert asked(LIST) == asked(f"{LIST}?q=cath+lab")


@pytest.mark.parametrize("id", ["0" * 26, "nonsense", "%00"])
def test_a_group_that_does_not_exist_is_not_found(desk, id):
    desk.open(f"{LIST}/{id}", status=404)
    desk.send(f"{LIST}/{id}/retirement", status=404)


def test_nobody_but_an_admin_finds_the_way(browse, olga, mira):
    for person in (olga, mira):
        browse(person).open(LIST, status=404)
