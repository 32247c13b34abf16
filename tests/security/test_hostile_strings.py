"""Hundreds of hostile strings of every class through every box and every parameter: shown as text, or refused with a page."""

import json
import re
from itertools import cycle, islice
from pathlib import Path

import html5lib
import pytest

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.postings.posting import Posting
from tests import builders
from tests.browsing import Page
from tests.security.access import rows
from tests.security.somebody import Somebody, answer_of
from tests.security.test_access import path_of
from tests.security.test_mass_assignment import FULL
from tests.web.employers.writing import boxes_of

CLASSES: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "hostile_strings.json").read_text(encoding="utf-8")
)
ALL = [text for texts in CLASSES.values() for text in texts]
SCRIPTS = CLASSES["xss"] + CLASSES["ssti"] + CLASSES["xml"]
NAMES = (
    "q", "page", "sort", "since", "specialty", "family", "employer", "next", "marked", "then", "work", "from_state", "pay_min", "pay_unit",
    "until", "zip_code", "site", "zip", "locality", "with",
)  # fmt: skip
BOXES = (
    "title", "description", "requisition", "states_reason", "bonus", "other_compensation", "other_benefits", "apprentice_conditions",
    "auditor", "ai_note", "tools-0-name", "steps-0-label", "questions-0-text", "families-typed", "credentials-0-names", "places-0-city",
    "apply_url", "pay_min", "closes_on", "experience_months", "version",
)  # fmt: skip
EVENTS = re.compile(r"^on[a-z]+$")


def scripts_of(source: str) -> list[str]:
    """Everything on a page that a browser would run, or that leads to something it would run."""
    tree = html5lib.parse(source, namespaceHTMLElements=False)
    found = []
    for element in tree.iter():
        if element.tag == "script":
            found.append(f"script {element.get('src') or element.get('type')}")
        if element.tag in ("iframe", "object", "embed", "base", "foreignObject", "frame", "applet"):
            found.append(str(element.tag))
        for name, value in element.attrib.items():
            plain = re.sub(r"[\x00-\x20]", "", value).lower()
            if EVENTS.match(str(name)) or name in ("style", "srcdoc", "formaction"):
                found.append(f"{element.tag} {name}")
            if name in ("href", "src", "action") and re.match(r"(javascript|data|vbscript|file):", plain):
                found.append(f"{element.tag} {name}={plain[:30]}")
    return sorted(found)


def several(start: int, many: int) -> list[str]:
    """`many` of the strings, beginning elsewhere for every address, so that all of them are used."""
    return list(islice(cycle(ALL), start * 7 % len(ALL), start * 7 % len(ALL) + many))


def test_the_sample_is_of_every_class():
    assert len(CLASSES) == 20
    assert len(ALL) > 300


def test_every_parameter_of_every_page_takes_every_string(town):
    broken = []
    for place, row in enumerate(row for row in rows() if row.method == "GET"):
        role = (
            "moderator"
            if "moderation" in row.endpoint
            else "coder"
            if row.endpoint.startswith(("applicants", "searches", "tracking"))
            else "owner"
        )
        path = path_of(town.app, row, town.thing(row.thing) if row.thing != "-" else "")
        for text in several(place, 2):
            answer = town.at[role].get(path, query_string=dict.fromkeys(NAMES, text))
            if answer.status_code >= 500:
                broken.append(f"{row.name} with {text!r}: {answer.status_code}")
    assert not broken, "\n".join(broken)


def test_every_box_of_every_form_takes_every_string(town):
    """All boxes at once, by form names, by column names, and by the names that only exist in some rows."""
    broken = []
    names = {"name", "email", "password", "current", "company", "kind", "website", "state", "role", "reason", "message", "note", "edition",
             "kept", "resume", "seen", "reasons", "about", "city", "timezone", "size", "next", "lines", "day", "batch", "code", "times", "zip_code", "site", "specialty", "asked", "rhythm", "zone", "search", *BOXES}  # fmt: skip
    for place, row in enumerate(row for row in rows() if row.method == "POST"):
        if row.endpoint in ("account.log_out", "account.end_other_sessions"):
            continue
        role = (
            "moderator"
            if "moderation" in row.endpoint
            else "coder"
            if row.endpoint.startswith(("applicants", "searches", "tracking"))
            else "owner"
        )
        thing = town.thing(row.thing) if row.thing != "-" else ""
        for text in several(place, 2):
            for fields in (
                dict.fromkeys(names, text),
                FULL.get(row.endpoint, {}) | {"name": text, "note": text},
            ):
                answer = town.at[role].post(path_of(town.app, row, thing), **fields)
                if answer.status_code >= 500:
                    broken.append(f"{row.name} with {text!r}: {answer.status_code}")
    assert not broken, "\n".join(broken)


def test_the_whole_sample_goes_through_the_editor_and_stays_text(town):
    """Every string as the words of a draft: kept or refused; its makers' pages run no more than they did before."""
    owner, draft = town.at["owner"], town.thing("draft")
    path = f"/employer/postings/{draft}"
    fields = boxes_of(Page(owner.get(f"{path}/edit"))).to_dict(flat=False)
    calm = {page: scripts_of(owner.get(page).text) for page in (f"{path}/preview", f"{path}/edit", path)}
    for start in range(0, len(ALL), 15):
        texts = dict(zip(BOXES, ALL[start : start + 15], strict=False))
        version = re.findall(r'name="version"[^>]*value="(\d+)"', owner.get(f"{path}/edit").text)[0]
        answer = owner.client.post(
            f"{path}/edit", data=fields | texts | {"version": version, "csrf_token": owner.token}
        )
        assert answer_of(answer) in ("302", "200", "422")
        if answer.status_code != 302:
            assert scripts_of(answer.text) == calm[f"{path}/edit"]
        assert scripts_of(owner.get(f"{path}/preview").text) == calm[f"{path}/preview"], texts
    for page, before in calm.items():
        assert scripts_of(owner.get(page).text) == before, page


@pytest.fixture
def spoken(town):
    """Speak `text` in every word that the public, the applicant, the employer and the moderator read."""

    def speak(text: str) -> Posting:
        employer = town.session.get(Employer, town.acme.id)
        employer.name, employer.about, employer.city, employer.size = text[:120], text, text[:80], text[:40]
        town.people["owner"].name = town.people["coder"].name = text[:120]
        words = (
            {"title": f"{text[:60]} coder"}
            | dict.fromkeys(("requisition", "auditor"), text[:60])
            | dict.fromkeys(
                ("bonus", "other_compensation", "ai_note", "states_reason", "apprentice_conditions"),
                text[:200],
            )
        )
        return builders.a_posting(
            town.session, employer, town.people["owner"], "live", **words, description=text + " " + builders.DESCRIPTION,
            benefits=[text, "Paid time off"],
        )  # fmt: skip

    return speak


def test_what_people_wrote_is_text_on_every_page_that_shows_it(town, spoken):
    """The markup for search engines parses back to what was written, and no page runs more than a calm one does."""
    calm: dict[int, list[str]] = {}
    for text in ["Plain words", *SCRIPTS[::6]]:
        posting = spoken(text)
        sent = builders.an_application(
            town.session, posting, town.people["coder"], note=text, resume=town.resume()
        )
        readers = [
            ("visitor", f"/jobs/{posting.id}"), ("visitor", "/jobs"), ("visitor", "/employers/acme-health"),
            ("owner", f"/employer/applications/{sent.id}"), ("coder", f"/me/applications/{sent.id}"), ("owner", "/employer/members"),
        ]  # fmt: skip
        for place, (role, path) in enumerate(readers):
            source = town.at[role].get(path, follow_redirects=True).text
            found = scripts_of(source)
            assert found == calm.setdefault(place, found), f"{path} after {text!r}"
            if place == 0:
                markup = json.loads(
                    re.findall(r'<script type="application/ld\+json">(.*?)</script>', source, re.DOTALL)[0]
                )
                assert markup["title"] == f"{text[:60]} coder"
                assert markup["hiringOrganization"]["name"] == text[:120]
        for path in ("/jobs.atom", "/sitemap.xml", "/sitemap-postings-1.xml"):
            html5lib.parse(town.at["visitor"].get(path).text)
            assert "<script" not in town.at["visitor"].get(path).text.lower()
        town.forget_applications()
        town.forget_postings()


def test_a_control_page_would_be_caught():
    """The measure can fail: what is not escaped is seen."""
    caught = [
        text
        for text in SCRIPTS
        if scripts_of(f'<!doctype html><title>x</title><p>{text}</p><a href=x title="{text}">y</a>')
    ]
    assert len(caught) > len(SCRIPTS) / 3


@pytest.mark.parametrize("text", CLASSES["redirect"])
def test_no_next_leads_elsewhere(app, session, amir, text):
    person = Somebody(app)
    answer = person.client.post(
        "/log-in",
        data={"email": amir.email, "password": builders.PASSWORD, "next": text, "csrf_token": person.token},
    )
    assert answer.status_code == 302
    place = re.sub(r"[\t\r\n]", "", answer.headers["Location"]).strip().replace("\\", "/")
    assert place.startswith("/")
    assert not place.startswith("//")
