"""The links of the head and the foot lead somewhere, whoever looks at them."""

import pytest

from jobboard.web import navigation

EVERY_PLACE = [place for places in (navigation.MAIN, navigation.ACCOUNT, navigation.FOOT) for place in places]
PEOPLE = ("visitor", "mira", "amir", "olga", "ada")


def links_of(page) -> list[str]:
    frame = [*page.all(".//header"), *page.all(".//footer")]
    return list(dict.fromkeys(link.get("href") for part in frame for link in part.findall(".//a[@href]")))


def test_every_place_named_is_a_view(app):
    assert {endpoint for _, endpoint, _ in EVERY_PLACE} <= app.view_functions.keys()


@pytest.mark.parametrize("who", PEOPLE)
def test_every_link_of_head_and_foot_opens(browse, request, who):
    person = None if who == "visitor" else request.getfixturevalue(who)
    browser = browse(person)
    links = links_of(browser.open("/about"))
    assert len(links) > 8
    for link in links:
        assert browser.open(link).path == link, "leads to where it says, not to a door that is shut"


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        ("visitor", {"/log-in", "/sign-up"}),
        ("mira", {"/employer/postings", "/account"}),
        ("amir", {"/me/applications", "/account"}),
        ("olga", {"/moderation", "/account"}),
    ],
)
def test_everybody_is_offered_their_own_desk(browse, request, who, offered):
    person = None if who == "visitor" else request.getfixturevalue(who)
    head = browse(person).open("/about").all(".//header")[0]
    everywhere = {"#main", "/", "/jobs", "/codes"}
    assert {link.get("href") for link in head.findall(".//a[@href]")} - everywhere == offered
