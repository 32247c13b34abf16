"""A specialty's page: what it codes, who is near, which credentials fit, its jobs and their pay."""

import pytest

from jobboard.domain.codes.naming import credentials_for, names, specialties_of, specialty_by_slug
from jobboard.domain.codes.specialty import Kind, Specialty
from jobboard.domain.postings import parts


@pytest.fixture
def cardiology(session):
    return specialty_by_slug(session, "cardiology")


@pytest.fixture
def in_cardiology(a_posting, cardiology):
    def build(**words):
        tag = parts.SpecialtyTag(specialty_id=cardiology.id, specialty=cardiology)
        return a_posting("live", specialties=[tag], **words)

    return build


def test_every_specialty_is_listed_with_its_open_jobs(session, browse, in_cardiology):
    in_cardiology()
    page = browse().open("/specialties")
    assert (
        len(page.all(".//ul[@class='index-list']/li"))
        == session.query(Specialty).filter_by(retired=False).count()
    )
    assert "Cardiology 1 jobs" in page.text


def test_it_says_what_the_work_is_made_of_and_what_it_is_called(browse):
    page = browse().open("/specialties/cardiology")
    assert "Echocardiography" in page.text
    assert "Also called" in page.text
    assert "06 Cardiovascular Disease (Cardiology)" in page.text
    assert page.all(".//table[@class='stripes']//a")


def test_its_jobs_are_its_own(browse, in_cardiology, a_posting):
    in_cardiology(title="Echo coder")
    a_posting("live", title="Colorectal coder")
    page = browse().open("/specialties/cardiology")
    assert "Echo coder" in page.text
    assert "Colorectal coder" not in page.text
    assert "What its open jobs name" in page.text


def test_the_credential_made_for_it_leads_to_its_page(browse):
    page = browse().open("/specialties/cardiology")
    assert page.all(".//a[@href='/credentials/ccc']")


def test_what_is_near_is_another_specialty(browse):
    page = browse().open("/specialties/cardiology")
    assert page.all(".//a[@href='/specialties/interventional-cardiology']")


def test_every_page_of_a_specialty_is_sound(session, browse):
    browser = browse()
    for one in session.query(Specialty).filter(Specialty.kind != Kind.MEDICINE):
        browser.open(f"/specialties/{one.slug}")


@pytest.mark.parametrize("name", ["none", "%00", "x" * 3000, "Cardiology"])
def test_what_is_no_specialty_is_not_found(browse, name):
    browse().open(f"/specialties/{name}", status=404)


@pytest.mark.parametrize(
    ("scope", "slug"),
    [
        ("cardiology", "cardiology"),
        ("hematology; oncology", "hematology-oncology"),
        ("hospital outpatient / ASC", "ambulatory-surgery-center"),
        ("HCC / risk adjustment", "risk-adjustment"),
    ],
)
def test_a_scope_names_the_specialty_it_says(session, scope, slug):
    assert names(scope, specialty_by_slug(session, slug))
    assert not names(scope, specialty_by_slug(session, "dermatology"))


def test_credentials_and_specialties_name_each_other(session, cardiology):
    for credential in credentials_for(session, cardiology):
        assert cardiology.id in {one.id for one in specialties_of(session, credential)}
