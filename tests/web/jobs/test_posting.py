"""The posting's page: its address, its markup for search engines, its ways on."""

import json
from decimal import Decimal

import pytest

from jobboard.domain.postings import parts
from jobboard.domain.postings.terms import ApplyHow, PayUnit, WorkModel

BREAKS_OUT = "</script><script>alert(1)</script> & \"quotes\" 'single' \u2028"


def markup(page):
    (script,) = [s for s in page.all(".//script") if s.get("type") == "application/ld+json"]
    return json.loads("".join(script.itertext()))


def open_posting(browse, posting, person=None):
    return browse(person).open(f"/jobs/{posting.id}")


def test_the_markup_says_what_the_page_says(browse, a_posting):
    posting = a_posting("live", requisition="HIM-204", seats=2, bonus="$1,500 after a year")
    page = open_posting(browse, posting)
    data = markup(page)
    assert data["@type"] == "JobPosting"
    assert data["title"] == "Colorectal surgery coder" == "".join(page.tree.find(".//h1").itertext())
    assert data["hiringOrganization"]["name"] == "Acme Health"
    assert data["hiringOrganization"]["sameAs"] == "https://acme.example"
    amount = {"@type": "QuantitativeValue", "minValue": 28.0, "maxValue": 36.0, "unitText": "HOUR"}
    assert data["baseSalary"] == {"@type": "MonetaryAmount", "currency": "USD", "value": amount}
    assert "$28–$36 per hour" in page.text
    assert data["validThrough"] == posting.closes_at.isoformat()
    assert data["datePosted"] == "2026-11-16"
    assert data["employmentType"] == ["FULL_TIME"]
    assert data["identifier"]["value"] == "HIM-204"
    assert data["totalJobOpenings"] == 2
    assert data["directApply"] is True
    assert data["experienceRequirements"]["monthsOfExperience"] == 24
    for name in ("jobBenefits", "incentiveCompensation", "qualifications"):
        assert data[name] in page.text, name
    for part in ("eleven surgeons", "Two senior coders"):
        assert part in data["description"]
        assert part in page.text


def test_a_remote_job_names_its_states(browse, a_posting):
    states = [parts.StateTag(state="OH"), parts.StateTag(state="TX")]
    page = open_posting(
        browse, a_posting("live", all_states=False, states=states, states_reason="Payroll there only.")
    )
    data = markup(page)
    assert data["jobLocationType"] == "TELECOMMUTE"
    named = [{"@type": "State", "name": "Ohio, USA"}, {"@type": "State", "name": "Texas, USA"}]
    assert data["applicantLocationRequirements"] == named
    assert "Remote from Ohio, Texas" in page.text
    assert "Payroll there only." in page.text


def test_a_job_from_anywhere_names_the_country(browse, a_posting):
    data = markup(open_posting(browse, a_posting("live")))
    assert data["applicantLocationRequirements"] == {"@type": "Country", "name": "USA"}
    assert "jobLocation" not in data


def test_a_job_on_site_names_its_place(browse, a_posting):
    place = parts.Place(city="Mesa", state="AZ", lat=33.4, lon=-111.8)
    page = open_posting(
        browse, a_posting("live", work_model=WorkModel.ONSITE, all_states=False, places=[place])
    )
    (where,) = markup(page)["jobLocation"]
    assert where["address"]["addressLocality"] == "Mesa"
    assert "jobLocationType" not in markup(page)
    assert "On site in Mesa, AZ" in page.text


def test_pay_by_the_chart_is_never_made_into_another_figure(browse, a_posting):
    pay = {"pay_min": Decimal("2.50"), "pay_max": Decimal("4.00"), "pay_unit": PayUnit.CHART, "target": 12}
    page = open_posting(browse, a_posting("live", **pay))
    assert "baseSalary" not in markup(page)
    assert "$2.50–$4.00 per chart" in page.text
    assert "a year" not in page.text.split("per chart")[1][:60]


@pytest.mark.parametrize("field", ["title", "description", "bonus", "requisition"])
def test_no_text_breaks_out_of_the_markup(browse, a_posting, field):
    page = open_posting(
        browse,
        a_posting(
            "live",
            **{
                field: BREAKS_OUT + " with enough words around it. " * 8
                if field == "description"
                else BREAKS_OUT
            },
        ),
    )
    assert markup(page)["@type"] == "JobPosting"
    assert "<script>alert(1)" not in page.source
    assert [
        s for s in page.all(".//script") if not s.get("src") and s.get("type") != "application/ld+json"
    ] == []


def test_the_address_carries_the_title_and_others_lead_there(app, a_posting):
    posting, visitor = a_posting("live", title="Profee coder, E/M & more"), app.test_client()
    right = f"/jobs/{posting.id}/profee-coder-e-m-more"
    for wrong in (f"/jobs/{posting.id}", f"/jobs/{posting.id}/old-title"):
        answer = visitor.get(wrong)
        assert (answer.status_code, answer.location) == (301, right)
    assert f'<link rel="canonical" href="http://localhost{right}">' in visitor.get(right).text


def test_a_page_can_be_shared(browse, a_posting):
    source = open_posting(browse, a_posting("live")).source
    assert '<meta property="og:title" content="Colorectal surgery coder at Acme Health">' in source
    assert '<meta property="og:description" content="$28–$36 per hour. Remote, any state.' in source


def test_applying_elsewhere_shows_where(browse, a_posting):
    address = "https://careers.acme.example/coder?id=7"
    page = open_posting(browse, a_posting("live", apply_how=ApplyHow.LINK, apply_url=address))
    links = [link for link in page.all(".//a") if link.get("href") == address]
    assert links
    assert all({"nofollow", "noopener"} <= set(link.get("rel").split()) for link in links)
    assert "Apply at careers.acme.example" in page.text
    assert markup(page)["directApply"] is False


def test_a_visitor_and_a_coder_can_apply_and_a_member_cannot(browse, a_posting, amir, mira, olga):
    posting = a_posting("live")
    apply = f"/me/postings/{posting.id}/application"
    assert apply in open_posting(browse, posting).links()
    assert apply in open_posting(browse, posting, amir).links()
    assert apply not in open_posting(browse, posting, mira).links()
    assert apply not in open_posting(browse, posting, olga).links()


def test_a_coder_who_applied_sees_when(browse, a_posting, an_application, amir):
    posting = a_posting("live")
    an_application(posting)
    page = open_posting(browse, posting, amir)
    assert "You applied on November 16, 2026" in page.text
    assert f"/me/postings/{posting.id}/application" not in page.links()
    assert "Applied Nov 16" in browse(amir).open("/jobs").text
    assert "Applied Nov 16" not in browse(None).open("/jobs").text


@pytest.mark.parametrize("status", ["live", "in_review"])
def test_a_moderator_finds_the_way_to_the_desk_and_nobody_else_does(
    browse, a_posting, status, amir, mira, olga
):
    posting = a_posting(status)
    desk = f"/moderation/postings/{posting.id}"
    browser = browse(olga)
    page = browser.open(f"/jobs/{posting.id}")
    assert desk in page.links()
    assert ("You see it because you moderate." in page.text) == (status != "live")
    assert browser.open(desk).path == desk
    assert desk not in open_posting(browse, posting, mira).links()
    if status == "live":
        assert desk not in open_posting(browse, posting, amir).links()
    assert desk not in open_posting(browse, a_posting("draft"), olga).links()
