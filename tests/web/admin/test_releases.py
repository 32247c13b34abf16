"""Which releases are loaded, for everybody; what each changed and whose postings name it, for Ada; a word for the owners."""

from datetime import date

import pytest
from sqlalchemy import select

from jobboard.domain.codes.code import Code, EarlierCode, Release
from tests.conftest import MONDAY

OLD = 9_000
LONG = "The desk is calm and the charts are whole. " * 6


@pytest.fixture
def ended(session):
    """CPT as an older release had it, in which 99285 was still in use; all put back afterwards."""
    code = session.scalar(select(Code).where(Code.code == "99285"))
    words = {"fingerprint": "", "rows": 8, "loaded_at": MONDAY, "current": False}
    session.add(Release(id=OLD, part="cpt", name="RVU99Z", **words))
    session.flush()
    for one in session.scalars(select(Code).where(Code.code_set == "cpt")):
        session.add(EarlierCode(release_id=OLD, code_id=one.id, active=True))
    code.active, code.valid_to = False, date(2026, 6, 30)
    session.commit()
    yield code
    session.rollback()
    code.active, code.valid_to = True, None
    session.query(EarlierCode).delete()
    session.query(Release).where(Release.id == OLD).delete()
    session.commit()


def current(session):
    return session.scalar(select(Release).where(Release.part == "cpt", Release.current))


def test_everybody_can_see_which_releases_are_loaded(browse, ended):
    page = browse(None).open("/codes/releases")
    assert "RVU26C, July 2026" in page.text
    assert "RVU99Z Earlier" in " ".join(page.text.split())
    assert "Still loading" not in page.text


def test_ada_sees_what_a_release_changed_and_whose_postings_name_it(browse, ada, session, ended, a_posting):
    a_posting("live", title="Emergency coder", description="You code 99285 by day. " + LONG)
    page = browse(ada).open("/admin/releases")
    link = next(link for link in page.links() if "changes" in link)
    assert link == f"/admin/releases/changes?old={OLD}&new={current(session).id}"
    page = browse(ada).open(link)
    assert "Emergency coder" in page.text
    assert "Mira Sandoval" in page.text
    assert "99285" in browse(ada).open(f"{link}&list=deleted").text
    assert "Nothing of this kind changed" in browse(ada).open(f"{link}&list=added&page=99").text
    browse(ada).open(f"{link}&list=families")


@pytest.mark.parametrize(
    "asked", ["", "?old=1", "?old=x&new=y", "?old=1&new=1", "?old=1&new=9000", "?old=%00&new=1"]
)
def test_two_releases_that_cannot_be_compared_are_not_found(browse, ada, ended, asked):
    browse(ada).open(f"/admin/releases/changes{asked}", status=404)


def test_the_owner_is_told_which_code_of_the_text_was_deleted(browse, mira, ended, a_posting):
    posting = a_posting("live", description="You code 99285, 44314 and 99284. " + LONG)
    page = browse(mira).open(f"/employer/postings/{posting.id}")
    assert "99285 was deleted; its last valid day was June 30, 2026." in page.text
    assert "44314 was deleted" not in page.text
    quiet = a_posting("live", title="Profee surgery coder", description="You code 44314. " + LONG)
    assert "codes have changed" not in browse(mira).open(f"/employer/postings/{quiet.id}").text


def test_a_code_page_shows_what_other_releases_said(browse, ended):
    page = browse(None).open("/codes/cpt/99285")
    assert "Other releases" in page.text
    assert "RVU99Z" in page.text
    assert "Other releases" not in browse(None).open("/codes/hcpcs/J1885").text
