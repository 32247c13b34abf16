"""The resumes a coder keeps: where each went, and deleting what nobody needs."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from jobboard.domain.applications.resume import Resume
from jobboard.resumes import store
from jobboard.web import resumes
from tests.builders import a_resume
from tests.resumes.samples import a_pdf


@pytest.fixture
def kept(app, session, amir):
    """A resume of Amir's that no application needs, with its file."""
    resume = a_resume(session, amir)
    resume.stored_name = store.keep(app.config["DATA_DIR"] / "resumes", a_pdf())
    session.commit()
    return resume


def test_with_none_kept_the_page_says_how_they_come(browse, amir):
    assert "No resume kept yet" in browse(amir).open("/me/resumes").text


def test_what_nobody_needs_is_deleted_with_its_file(app, browse, session, amir, kept):
    path = store.place(app.config["DATA_DIR"] / "resumes", kept.stored_name)
    browser, deletion = browse(amir), f"/me/resumes/{kept.id}/deletion"
    assert browser.open(f"/me/resumes/{kept.id}").response.data == a_pdf()
    assert "Deleted: resume.pdf." in browser.send(deletion).text
    assert not path.exists()
    assert session.scalars(select(Resume)).all() == []
    browser.send(deletion, status=404)


def test_what_went_out_stays(browse, session, amir, kept, an_application):
    an_application(resume=kept)
    browser = browse(amir)
    assert "1 application" in browser.open("/me/resumes").text
    page = browser.send(f"/me/resumes/{kept.id}/deletion", status=409)
    assert "it stays as long as the application does" in page.text


def test_twenty_are_enough(browse, session, amir, a_posting):
    for _ in range(resumes.MOST_KEPT):
        a_resume(session, amir)
    from io import BytesIO

    posting = a_posting("live")
    browser = browse(amir)
    page = browser.send(
        f"/me/postings/{posting.id}/application", status=422, edition=posting.live_edition_id,
        kept="another", resume=(BytesIO(a_pdf()), "cv.pdf"),
    )  # fmt: skip
    assert "You keep 20 resumes here." in page.text


def test_the_sweep_takes_files_without_a_row(app, session, amir, kept, clock):
    from jobboard.work.resumes import sweep_resumes

    folder = app.config["DATA_DIR"] / "resumes"
    for path in folder.glob("??/*"):
        if path.name != kept.stored_name:
            path.unlink()
    orphan = store.place(folder, store.keep(folder, a_pdf()))
    later = clock.now() + timedelta(days=36_500)
    assert sweep_resumes(session, folder, later) == 1
    assert not orphan.exists()
    assert store.place(folder, kept.stored_name).exists()
