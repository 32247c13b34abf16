"""Names of people and companies, the addresses made from them, and web addresses."""

import pytest

from jobboard.domain.accounts.mail_domains import company_domain
from jobboard.domain.accounts.names import problem, slug_of, tidy
from jobboard.domain.accounts.website import tidy_website


@pytest.mark.parametrize(
    "name", ["Mira Sandoval", "O'Brien-Núñez", "St. Mary's Health, Inc.", "李小龍", "3M", "A/R Partners LLC"]
)
def test_real_names_are_allowed(name):
    assert problem(name) is None


@pytest.mark.parametrize(
    "name", ["", "x" * 121, "win at www.evil.example", "http://evil.example", "a@b", "<i>", "—", "a\u200eb"]
)
def test_names_that_would_mislead_in_a_letter_are_not(name):
    assert problem(name)


def test_a_name_is_one_tidy_line():
    assert tidy("  Mira\n\tSandoval \0") == "Mira Sandoval"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Acme Health, Inc.", "acme-health-inc"),
        ("Núñez & Söhne", "nunez-sohne"),
        ("李小龍", "employer"),
        ("x" * 99, "x" * 60),
    ],
)
def test_a_slug_is_plain(name, slug):
    assert slug_of(name) == slug


@pytest.mark.parametrize(
    ("email", "domain"),
    [("a@Acme.Example", "acme.example"), ("a@gmail.com", None), ("a@yahoo.com", None), ("", None)],
)
def test_only_a_company_domain_speaks_for_a_company(email, domain):
    assert company_domain(email) == domain


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("acme.example", "https://acme.example"),
        (" http://acme.example/jobs ", "http://acme.example/jobs"),
        ("", None),
    ],
)
def test_a_website_is_kept_with_its_scheme(typed, kept):
    assert tidy_website(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["javascript:alert(1)", "ftp://acme.example", "acme", "https://a b.example", "https://u@acme.example"],
)
def test_a_website_that_is_none_is_refused(typed):
    with pytest.raises(ValueError, match=r"https://example\.com"):
        tidy_website(typed)
