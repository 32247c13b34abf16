"""Ada sees what was decided, by whom and why; she decides nothing, and nobody else sees her desk."""

import re


def test_ada_lands_on_the_record_of_decisions(browse, ada, a_posting):
    a_posting("live", title="Decided colorectal coder")
    a_posting("in_review")
    browser = browse(ada)
    page = browser.open("/admin")
    assert "Decided colorectal coder" in page.text
    said = page.all(".//table")[0]
    assert re.search(r"Approved\s+No reason needed\s+Some Moderator", " ".join(said.itertext())), " ".join(
        said.itertext()
    )
    assert "One posting waits for them now." in page.text
    assert page.all(".//nav[@aria-label='Main']//a[@href='/admin'][@aria-current]")
    assert not [link for link in page.links() if link.startswith("/moderation")], (
        "her desk leads nowhere she may not go"
    )


def test_an_empty_record_says_so(browse, ada):
    assert "No decisions yet" in browse(ada).open("/admin").text


def test_a_page_beyond_the_end_leads_back(browse, ada, a_posting):
    a_posting("live")
    assert "No decisions this far back" in browse(ada).open("/admin?page=9").text
    browse(ada).open("/admin?page=x")


def test_to_everybody_else_the_desk_does_not_exist(browse, mira, amir, olga):
    for person in (mira, amir, olga):
        browse(person).open("/admin", status=404)
    assert browse(None).open("/admin").path == "/log-in"
