"""An employer's postings, a page at a time: what needs doing first, and one kind alone."""

import pytest

from jobboard.domain.postings import finding
from jobboard.domain.postings.standing import Standing, standing_of
from jobboard.domain.postings.terms import ChangeStage
from jobboard.web.employers import overview

HERE = "/employer/postings"
STAGES = ("draft", "in_review", "needs_changes", "live", "paused", "closed", "rejected", "removed")


@pytest.fixture
def short(monkeypatch):
    monkeypatch.setattr(overview, "A_PAGE", 3)


@pytest.fixture
def seven(a_posting, clock):
    for stage, count in (("live", 5), ("draft", 2)):
        for place in range(count):
            a_posting(stage, title=f"{stage.capitalize()} desk {place}")
            clock.tick(minutes=1)


def titles(page):
    return [link.text for link in page.all(".//main//tbody//th[@scope='row']/a")]


@pytest.mark.parametrize("days", [0, 90])
def test_where_a_posting_stands_is_told_alike_in_sql_and_in_python(session, a_posting, acme, clock, days):
    postings = [a_posting(stage) for stage in STAGES]
    changed = a_posting("live")
    changed.change = ChangeStage.NEEDS_CHANGES
    session.flush()
    clock.tick(days=days)
    for one in Standing:
        told = finding.of_employer(session, acme.id, clock.now(), one, 50)
        assert {posting.id for posting in told} == {
            posting.id for posting in (*postings, changed) if standing_of(posting, clock.now()) is one
        }


def test_every_posting_is_on_one_page_what_needs_doing_first(browse, mira, seven, short):
    desk = browse(mira)
    seen = [titles(desk.open(f"{HERE}?page={number}")) for number in (1, 2, 3)]
    assert [len(page) for page in seen] == [3, 3, 1]
    every = [title for page in seen for title in page]
    assert every[:2] == ["Draft desk 1", "Draft desk 0"]
    assert every[2:] == [f"Live desk {place}" for place in reversed(range(5))]


def test_the_kind_that_was_asked_for_is_kept_from_page_to_page(browse, mira, seven, short):
    page = browse(mira).open(f"{HERE}?show=live")
    assert titles(page) == ["Live desk 4", "Live desk 3", "Live desk 2"]
    [following] = [link.get("href") for link in page.all(".//main//a[@rel='next']")]
    assert "show=live" in following
    assert titles(browse(mira).open(following)) == ["Live desk 1", "Live desk 0"]


def test_each_kind_says_how_many_there_are_on_all_pages(browse, mira, seven, short):
    page = browse(mira).open(HERE)
    kinds = page.all(".//main//nav[@aria-label='Kinds of postings']//a")
    assert [" ".join(link.itertext()).split() for link in kinds] == [
        ["All", "7"], ["Drafts", "2"], ["Live", "5"],
    ]  # fmt: skip
    assert "Live 5" in "".join(page.all(".//tr[@class='board-group']")[1].itertext())


def test_what_fits_on_a_page_needs_no_ways_through_it(browse, mira, seven):
    page = browse(mira).open(HERE)
    assert not page.all(".//main//nav[@class='tabs']")
    assert not page.all(".//main//nav[@class='pagination']")


def test_who_sees_one_kind_sees_the_way_back_to_all(browse, mira, seven):
    page = browse(mira).open(f"{HERE}?show=live")
    kinds = page.all(".//main//nav[@aria-label='Kinds of postings']//a")
    assert [(link.text.strip(), link.get("href"), link.get("aria-current")) for link in kinds] == [
        ("All", HERE, None), ("Drafts", f"{HERE}?show=draft", None), ("Live", f"{HERE}?show=live", "page"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "asked", ["page=99", "page=0", "page=x", "show=nonsense", "page=99&show=live", "show=closed"]
)
def test_whatever_is_asked_there_are_postings(browse, mira, seven, short, asked):
    assert titles(browse(mira).open(f"{HERE}?{asked}"))


def test_only_the_postings_of_the_page_are_read(session, acme, seven, clock):
    assert len(finding.of_employer(session, acme.id, clock.now(), None, 3, 5)) == 2
    assert finding.count_by_standing(session, acme.id, clock.now()) == {Standing.DRAFT: 2, Standing.LIVE: 5}
