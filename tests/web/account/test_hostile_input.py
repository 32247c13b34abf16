"""Whatever is sent to the account desk: a sentence beside the field or a plain page, what was typed kept, never a 500."""

import pytest

from jobboard.domain.accounts.user import User

STRANGE = [
    "",
    " ",
    "\0",
    "x" * 20_000,
    "\u202e\ufeff\ud7ff",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "☃" * 500,
]
FORMS = {
    "/log-in": ("email", "password"),
    "/sign-up/coder": ("name", "email", "password"),
    "/sign-up/employer": ("company", "kind", "website", "state", "name", "email", "password"),
    "/confirmation": ("email",),
    "/password-reset": ("email",),
}
GOOD = {
    "company": "Lakeside Coding", "kind": "payer", "website": "https://lakeside.example.org", "state": "OH",
    "name": "Nora Lindgren", "email": "nora@lakeside.example.org", "password": "violet carpet seven moons",
}  # fmt: skip


@pytest.mark.parametrize("url", FORMS)
def test_an_empty_form_says_what_is_missing_beside_each_field(browse, url):
    page = browse(None).send(url, status=422)
    for field in FORMS[url]:
        if (url, field) != ("/sign-up/employer", "website"):
            assert f'id="{field}-error"' in page.source, f"{field}: nothing is said"


@pytest.mark.parametrize("strange", STRANGE, ids=range(len(STRANGE)))
@pytest.mark.parametrize("url", FORMS)
def test_strange_values_in_every_field_at_once(browse, rows, url, strange):
    page = browse(None).send(url, status=422, **dict.fromkeys(FORMS[url], strange))
    assert "<script>alert" not in page.source
    assert rows(User) == []


@pytest.mark.parametrize("field", FORMS["/sign-up/employer"])
def test_one_bad_field_keeps_what_was_typed_in_the_others(browse, field):
    page = browse(None).send(
        "/sign-up/employer", status=422, **(GOOD | {field: "x y" if field == "website" else "\u202e"})
    )
    assert f'id="{field}-error"' in page.source
    for other, value in GOOD.items():
        if other not in (field, "password"):
            assert value in page.source, f"{other} was lost"
    assert GOOD["password"] not in page.source


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"a=1&a=2;b", b'{"email": ["x"]}', b"email=" + b"%00" * 50]
)
def test_bodies_that_are_no_form(browse, body):
    browser = browse(None)
    for kind in (
        "application/x-www-form-urlencoded",
        "application/json",
        "multipart/form-data; boundary=x",
        "x/y",
    ):
        answer = browser.client.post("/log-in", data=body, content_type=kind)
        assert answer.status_code in (400, 422)


def test_a_huge_body_is_turned_away(browse):
    browser = browse(None)
    browser.send("/log-in", status=413, email="x" * 400_000)


@pytest.mark.parametrize(
    "address",
    ["nora", "nora@", "@example.com", "nora@@example.com", "nora@example", "nora @example.com", "nora@exa mple.com",
     "nora@example.com\nBcc: all@example.com", "nora@[127.0.0.1]", "ñora@example.com", "x" * 65 + "@example.com",
     "nora@localhost", "Nora <nora@example.com>", "nora@example.com,dana@example.com"],
)  # fmt: skip
def test_an_address_that_mail_cannot_reach_is_refused(browse, rows, address):
    page = browse(None).send("/sign-up/coder", status=422, **(GOOD | {"email": address}))
    assert "Write an address like name@example.com." in page.text
    assert rows(User) == []


@pytest.mark.parametrize(
    "site",
    ["javascript:alert(1)", "ftp://example.com", "https://user:pw@example.com", "https://", "localhost", "x y",
     "https://exa<mple.com", "http://example.com:8080", "https://[::1", "//", "https://..", "http://" + "a" * 70 + ".com"],
)  # fmt: skip
def test_a_website_that_is_none_is_refused(browse, rows, site):
    page = browse(None).send("/sign-up/employer", status=422, **(GOOD | {"website": site}))
    assert 'id="website-error"' in page.source
    assert rows(User) == []


def test_states_and_kinds_are_chosen_from_ours(browse):
    page = browse(None).send("/sign-up/employer", status=422, **(GOOD | {"state": "ZZ", "kind": "circus"}))
    assert 'id="state-error"' in page.source
    assert 'id="kind-error"' in page.source
