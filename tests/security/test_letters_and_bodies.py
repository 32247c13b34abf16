"""What reaches a letter, and how much anybody may send: whatever Host is claimed, whatever is in a name, however large."""

import gc
import re
from io import BytesIO

import pytest

from jobboard.mail.post import envelope
from tests import builders
from tests.resumes.samples import a_pdf
from tests.security.somebody import Somebody
from tests.security.test_hostile_strings import CLASSES

HOSTS = (
    {"Host": "evil.example"}, {"Host": "localhost.evil.example"}, {"Host": "localhost:80@evil.example"}, {"Host": "evil.example#localhost"},
    {"Host": "localhost", "X-Forwarded-Host": "evil.example"}, {"Host": "localhost", "X-Host": "evil.example"},
    {"Host": "localhost", "Forwarded": "host=evil.example;proto=https"}, {"Host": "localhost", "X-Forwarded-Server": "evil.example"},
    {"Host": "localhost", "X-Original-URL": "//evil.example/"}, {"Host": "localhost", "X-Forwarded-Proto": "evil"},
    {"Host": "localhost:evil"}, {"Host": ""}, {"Host": "localhost", "X-Forwarded-Prefix": "//evil.example"},
)  # fmt: skip
ASKING = ("/password-reset", "/confirmation", "/sign-up/coder", "/employer/invitations", "/account/email")


def fields_for(path: str) -> dict[str, str]:
    person = {"name": "Nora Lind", "password": "violet carpet seven moons"} if "sign-up" in path else {}
    return person | {"email": "nora@example.com", "role": "viewer", "current": builders.PASSWORD}


@pytest.mark.parametrize("headers", HOSTS, ids=str)
def test_no_host_but_ours_reaches_a_letter(app, session, mira, letters, headers):
    browser = Somebody(app, mira)
    for path in ASKING:
        fields = fields_for(path) | {"csrf_token": browser.token}
        answer = browser.client.post(path, data=fields, headers=headers)
        assert answer.status_code < 500
        assert "evil" not in str(answer.headers)
    builders.deliver(app)
    assert letters or headers["Host"] != "localhost"
    for letter in letters:
        assert "evil" not in letter.text + letter.html + str(letter.headers)
        assert set(re.findall(r"https?://[^/\s\"<]+", letter.text)) == {"http://localhost"}


@pytest.mark.parametrize("text", [*CLASSES["crlf"], *CLASSES["email"][:6]])
def test_no_line_end_in_a_name_becomes_a_header(
    app, session, mira, acme, letters, clock, a_posting, an_application, text
):
    """Names and titles as stored, however they came to be stored: one recipient, one subject, no header more."""
    an_application(a_posting("live"))
    builders.deliver(app)
    as_many = len(letters)
    letters.clear()
    mira.name = acme.name = text[:120]
    session.commit()
    an_application(a_posting("live", title=f"{text[:60]} coder job"))
    builders.deliver(app)
    assert len(letters) == as_many > 0
    with app.app_context():
        for letter in letters:
            message = envelope(letter, app.config, clock.now())
            assert len(message.get_all("To")) == len(message.get_all("Subject")) == 1
            assert len(message["To"].addresses) == 1
            assert not message.get_all("Bcc")
            assert not message.get_all("Cc")
            assert not re.search(r"[\r\n\x85\u2028]", message["Subject"])


BODIES = {
    "a large box": {"data": {"email": "x" * 400_000}},
    "a large body of any kind": {"data": b"x" * 400_000, "content_type": "text/plain"},
    "a large JSON": {"json": {"a": "x" * 400_000}},
    "many boxes": {
        "data": "&".join(f"a{n}=" for n in range(60_000)),
        "content_type": "application/x-www-form-urlencoded",
    },
}


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize(
    "path", ["/log-in", "/employer/company", "/account/name", "/moderation/postings/" + "0" * 26 + "/claim"]
)
def test_a_huge_body_is_refused_everywhere(app, mira, name, path):
    answer = Somebody(app, mira).client.post(path, **BODIES[name])
    assert answer.status_code == 413


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_huge_file_is_refused_where_files_are_taken(app, session, amir, a_posting):
    person, posting = Somebody(app, amir), a_posting("live")
    for size, status in ((5_300_000, 422), (12_000_000, 413)):
        answer = person.post(
            f"/me/postings/{posting.id}/application", resume=(BytesIO(b"%PDF-" + b"x" * size), "a.pdf")
        )
        assert answer.status_code == status
    del answer, person
    gc.collect()  # the parser's own file, which a server forgets with the request


def test_names_of_files_lead_nowhere(app, session, amir, a_posting):
    """A file is stored under a name of ours, whatever its own is."""
    person, folder = Somebody(app, amir), app.config["DATA_DIR"]
    before = {path for path in folder.rglob("*") if "resumes" not in path.parts}
    posting = a_posting("live")
    for name in (*CLASSES["traversal"][:2], "../../../../x.pdf", "a\x00.pdf", "." * 300):
        answer = person.post(f"/me/postings/{posting.id}/application", resume=(BytesIO(a_pdf()), name))
        assert answer.status_code in (302, 400, 422)
    assert {path for path in folder.rglob("*") if "resumes" not in path.parts} <= before | {
        folder / "resumes"
    }
