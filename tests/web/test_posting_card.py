"""A card says what the component promises, in few bytes, and nothing that somebody typed becomes a tag."""

import re
from datetime import date

import pytest

from jobboard.web.posting_card import card_of

HOSTILE = "<i>&\"'{{ 1 }}"
PLAIN = {
    "url": "/jobs/1/coder",
    "title": "Coder",
    "employer_name": "Acme",
    "employer_url": "/employers/acme",
    "pay_text": "$28",
    "pay_unit": "an hour",
    "facts": [("laptop", "Remote, any state")],
    "first_published": date(2026, 11, 3),
}


@pytest.fixture
def draw(app):
    def drawn(**changes):
        with app.test_request_context("/jobs"):
            return card_of({**PLAIN, **changes}, level=3)

    return drawn


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("says", "read"),
    [
        ({}, "Coder Acme $28 an hour Remote, any state First published Nov 3, 2026"),
        (
            {"employer_badge": "Verified", "employer_reason": "mail domain checked", "employer_url": None},
            "Coder Acme Verified : mail domain checked $28 an hour Remote, any state First published Nov 3, 2026",
        ),
        (
            {
                "reason": "covered by 44300-44346",
                "reason_code": "44314",
                "words": "says denials",
                "facts": [],
            },
            "Coder Acme $28 an hour 44314 (your code) covered by 44300-44346 says denials First published Nov 3, 2026",
        ),
        (
            {"pay_note": "about $58,240 a year", "confirmed": date(2026, 11, 5), "marks": ["Applied Nov 4"]},
            "Coder Acme $28 an hour about $58,240 a year Remote, any state First published Nov 3, 2026"
            " · still open as of Nov 5, 2026 Applied Nov 4",
        ),
    ],
)
def test_a_card_says_what_it_is_given_and_no_more(draw, says, read):
    assert words(draw(**says)) == read


def test_a_card_with_two_facts_has_a_third_of_a_kilobyte_of_tags(draw):
    facts = [("map-pin", "Hybrid, 3 days a week in Moorhead, MN"), ("badge-check", "CPC or CCS-P required")]
    html = draw(pay_note="about $58,240 a year", employer_badge="Verified", facts=facts)
    addresses = sum(map(len, re.findall(r'href="([^"]+)"', html)))
    assert len(html) - len(words(html)) - addresses < 350


def test_a_card_found_by_a_code_is_the_readers_own(draw):
    assert '<li class="is-mine">' in draw(reason="covered by it")
    assert "is-mine" not in draw()


def test_an_employers_own_page_says_nowhere_whose_it_is(app):
    with app.test_request_context("/jobs"):
        assert "Acme" not in card_of(PLAIN, employer=False)


def test_nothing_that_somebody_typed_becomes_a_tag_or_leaves_its_attribute(draw):
    typed = {name: HOSTILE for name in (*PLAIN, "pay_note", "reason", "reason_code", "reason_url", "words")}
    html = draw(
        **typed | {"facts": [("laptop", HOSTILE)], "marks": [HOSTILE], "first_published": date(2026, 11, 3)},
        employer_badge=HOSTILE,
        employer_reason=HOSTILE,
    )
    assert "<i>" not in html
    assert HOSTILE not in html
    assert html.count("&lt;i&gt;&amp;&#34;&#39;") >= len(typed)
