"""A posting that is not listed changes no answer by a byte: no count, no suggestion, no spelling, no advice, no list of places."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest

from jobboard.domain.postings import parts, terms
from tests import builders
from tests.web.jobs.test_listed import CANARY as WORD
from tests.web.jobs.test_listed import HIDDEN, canaries

ASKED = (
    "q=zqcanary", "q=zqcanari", "q=zqcan", "q=zqcanary+coder", "q=%22zqcanary+title%22", "q=coder+-zqcanary", "q=coder&tool=zqcanary-tool",
    "near=zqcanary+city,+TX&miles=50", "near=Zqcanary", "employer=rival-coding", "q=rival", "q=rivall+codin", "q=44314&sort=newest",
    "q=27447", "work=onsite&q=coder", "pay_min=90", "pay_min=90&q=zqcanary", "from_state=TX", "specialty=cardiology", "since=1",
    "q=27447+44314", "type=prn", "apprentice=1", "q=coder&page=2",
)  # fmt: skip
TYPED = ("zq", "zqcanary", "zqcanary ci", "riv", "rival", "27447", "cod", "cardi")
PATHS = (
    *(f"/{page}?{asked}" for asked in ASKED for page in ("jobs", "jobs.json")),
    *(f"/jobs/{page}.json?q={typed}" for typed in TYPED for page in ("suggest", "suggestions")),
    *(f"/jobs/filters/{name}?q=coder" for name in ("state", "tool", "employer", "family")),
    "/", "/about", "/employers", "/jobs/browse", "/jobs.atom", "/jobs/feed.json", "/sitemap.xml", "/sitemap-pages-1.xml",
    "/sitemap-postings-1.xml", "/jobs/specialty/cardiology", "/jobs/from/texas", "/jobs/remote", "/codes?q=27447",
    "/codes/cpt/27447", "/codes/cpt", "/specialties", "/specialties/cardiology", "/credentials",
)  # fmt: skip
# What is made anew for every answer says nothing.
FRESH = re.compile(rb"nonce-[\w-]+|nonce=\"[^\"]+\"|csrf[^>]+>")


@pytest.fixture
def answers(app, session):
    """Every public answer, as the bytes that a stranger gets."""

    def ask():
        session.commit()
        client = app.test_client()
        return {path: FRESH.sub(b"", client.get(path).data) for path in PATHS}

    return ask


@pytest.fixture
def secret(session, rival, rolf):
    """`secret(status)`: a posting unlike all others, of an employer who has no other."""

    def make(status, **words):
        told = canaries(status)[1] | {
            "title": f"{WORD} title coder", "work_model": terms.WorkModel.ONSITE, "all_states": False, "pay_min": Decimal(95),
            "pay_max": Decimal(120),
            "places": [parts.Place(city=f"{WORD} city", state="TX", lat=31.0, lon=-99.0)],
            "types": [parts.TypeTag(type=terms.EmploymentType.PRN)],
            "tools": [parts.Tool(name=f"{WORD} tool", kind=terms.ToolKind.EHR, need=terms.ToolNeed.HELPFUL)],
        }  # fmt: skip
        return builders.a_posting(session, rival, rolf, status, **told | words)

    return make


def test_what_is_not_listed_changes_no_answer(answers, secret, a_posting, clock):
    a_posting("live")
    before = answers()
    for status in HIDDEN:
        secret(status)
    secret("live", opens_on=clock.now().date() + timedelta(days=3))
    expired = secret("live")
    expired.opens_at = expired.first_published_at = clock.now() - timedelta(days=9)
    expired.closes_at = clock.now() - timedelta(seconds=1)
    after = answers()
    assert [path for path in PATHS if after[path] != before[path]] == []


def test_the_same_posting_listed_changes_most_of_them(answers, secret, a_posting):
    a_posting("live")
    before = answers()
    secret("live")
    after = answers()
    same = [path for path in PATHS if after[path] == before[path]]
    assert len(same) < len(PATHS) / 3, same
