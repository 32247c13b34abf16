"""The sitemap names every public page, in files of a size that search engines take, and nothing else."""

from xml.etree import ElementTree

import pytest
from sqlalchemy import select

from jobboard.domain.codes.credential import Credential
from jobboard.search import sitemaps

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOME = "http://localhost"


def locations(app, path: str) -> list[str]:
    root = ElementTree.fromstring(app.test_client().get(path).data)
    return [loc.text for loc in root.iter(f"{MAP}loc")]


def everything(app) -> list[str]:
    index = locations(app, "/sitemap.xml")
    return [found for piece in index for found in locations(app, piece.removeprefix(HOME))]


def test_it_names_what_is_listed(app, a_posting, rival):
    posting = a_posting("live")
    a_posting("draft")
    addresses = everything(app)
    assert [at for at in addresses if "/jobs/" in at] == [
        f"{HOME}/jobs/browse",
        f"{HOME}/jobs/{posting.id}/colorectal-surgery-coder",
    ]
    assert f"{HOME}/employers/acme-health" in addresses
    assert f"{HOME}/employers/rival-coding" not in addresses


def test_it_names_the_landing_pages_with_the_day_of_their_newest_job(app, a_posting, clock):
    a_posting("live")
    a_posting("live")
    assert app.test_client().get("/sitemap-landing-1.xml").status_code == 404
    clock.tick(days=2)
    a_posting("live")
    root = ElementTree.fromstring(app.test_client().get("/sitemap-landing-1.xml").data)
    rows = {loc.text: changed.text for loc, changed in root.iter(f"{MAP}url")}
    assert rows[f"{HOME}/jobs/specialty/allergy-immunology/with/cpc"] == "2026-11-18T15:00:00Z"
    assert f"{HOME}/sitemap-landing-1.xml" in locations(app, "/sitemap.xml")
    for address in rows:
        assert app.test_client().get(address.removeprefix(HOME)).status_code == 200, address


def test_landing_pages_that_nobody_can_count_yet_are_to_be_asked_for_later(app, a_posting, monkeypatch):
    monkeypatch.setattr("jobboard.web.jobs.sitemap.index_now", lambda: None)
    a_posting("live")
    assert app.test_client().get("/sitemap-landing-1.xml").status_code == 503
    assert f"{HOME}/sitemap-landing-1.xml" not in locations(app, "/sitemap.xml")


def test_it_names_each_page_once(app, a_posting):
    a_posting("live")
    addresses = everything(app)
    assert len(set(addresses)) == len(addresses) > 100


@pytest.mark.parametrize(
    "part",
    ["cpt", "hcpcs", "icd10cm", "icd10pcs", "families", "specialties", "credentials", "pages", "postings"],
)
def test_what_it_names_is_there(app, a_posting, part):
    a_posting("live")
    addresses = locations(app, f"/sitemap-{part}-1.xml")
    for address in addresses[:: max(1, len(addresses) // 12)]:
        assert app.test_client().get(address.removeprefix(HOME)).status_code == 200, address


def test_a_part_that_is_too_long_goes_on_in_the_next_file(app, monkeypatch):
    whole = locations(app, "/sitemap-specialties-1.xml")
    monkeypatch.setattr(sitemaps, "MOST", 10)
    pieces = [piece for piece in locations(app, "/sitemap.xml") if "specialties" in piece]
    lengths = [len(locations(app, piece.removeprefix(HOME))) for piece in pieces]
    assert len(lengths) == -(-len(whole) // 10) > 1
    assert set(lengths[:-1]) == {10}
    assert sorted(at for piece in pieces for at in locations(app, piece.removeprefix(HOME))) == sorted(whole)


def test_a_credential_nobody_confirmed_is_not_named(app, session):
    unsure = session.scalars(select(Credential.slug).where(~Credential.confirmed)).all()
    named = {at.rpartition("/")[2] for at in locations(app, "/sitemap-credentials-1.xml")}
    assert unsure
    assert not named & set(unsure)


@pytest.mark.parametrize("path", ["/sitemap-cpt-2.xml", "/sitemap-cpt-0.xml", "/sitemap-none-1.xml", "/sitemap--1.xml",
                                  "/sitemap-pages-2.xml", "/sitemap-cpt-99999999999999999999.xml"])  # fmt: skip
def test_a_file_that_the_index_does_not_name_is_not_there(app, path):
    assert app.test_client().get(path).status_code == 404
