"""Which passwords are good enough, and that nothing but length, lists and lookups decides."""

import pytest

from jobboard.domain.accounts.passwords import common, problems

ABOUT = ("Crosswalk", "Mira Sandoval", "mira.sandoval@acme.example")


@pytest.mark.parametrize(
    "good",
    ["correct horse battery staple", "violet carpet seven moons", "nothing but lower case", "x9#kQ2!mZ7&p", "ΩλλΩ καλημέρα κόσμε",
     "日本語のパスワードはここに", "44314 and I25.10 together", "a" * 3 + "bcd efg hijk lmn" + "z" * 109],
)  # fmt: skip
def test_a_long_uncommon_password_is_good_whatever_it_is_made_of(good):
    assert problems(good, ABOUT) == []


@pytest.mark.parametrize(
    ("bad", "because"),
    [
        ("eleven char", "at least 12"),
        ("x" * 129, "at most 128"),
        ("password1234", "among the first"),
        ("PASSWORD1234", "among the first"),
        ("1qaz2wsx3edc", "among the first"),
        ("!!!football2026", "among the first"),
        ("abcabcabcabc", "among the first"),
        ("aaaaaaaaaaaaaaaa", "among the first"),
        ("passwordpassword", "among the first"),
        ("abcdefghijklmnop", "among the first"),
        ("098765432109", "among the first"),
        ("qwertyuiopas", "among the first"),
        ("crosswalk-2026", "mostly your name"),
        ("MiraSandoval1!", "mostly your name"),
        ("mira.sandoval@acme.example", "mostly your name"),
        ("a tab\tin the word", "control character"),
        ("a null\0in the word", "control character"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(bad, because):
    (sentence,) = problems(bad, ABOUT)
    assert because in sentence


def test_length_is_counted_in_characters_as_they_are_composed():
    assert problems("e\u0301" * 11) != []
    assert "at least 12" in problems("e\u0301" * 11)[0]


def test_the_list_is_there():
    assert len(common()) > 15_000
    assert "football" in common()
