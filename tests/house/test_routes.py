"""Every route is behind a door, changes nothing on a GET, and is named with kebab-case nouns."""

import re
from collections import Counter

import pytest
from sqlalchemy import select

from jobboard.domain.base import Base
from jobboard.web.door import Desk, open_to_all
from tests import builders
from tests.databases import KEPT

SAME_PATH = 3
MANY = re.compile(r"^(/(?:codes/[^/]+|specialties|credentials)/).+")
PUBLIC_DESKS = {"jobs", "codes", "dev", "alerts"}
KEBAB = re.compile(r"^/[a-z0-9-]*(\.(atom|csv|json|xml|txt|css|js|ico|webmanifest))?$")


def rules(app):
    return [rule for rule in app.url_map.iter_rules() if not rule.endpoint.startswith("static")]


def test_every_route_belongs_to_a_desk_with_a_door(app):
    for rule in rules(app):
        desk = app.blueprints.get(rule.endpoint.split(".")[0])
        assert isinstance(desk, Desk), (
            f"{rule} belongs to no desk: register it on one, so that a door is asked first."
        )
        assert desk.door in app.before_request_funcs.get(desk.name, [desk.door]), (
            f"{rule}: its door is not asked."
        )


def test_only_the_public_desks_are_open_to_all(app):
    for rule in rules(app):
        desk = app.blueprints[rule.endpoint.split(".")[0]]
        if desk.door is open_to_all:
            assert desk.name in PUBLIC_DESKS | {"security", "account"}, (
                f"{rule} is open to everybody: give its desk a door."
            )


def test_ids_in_urls_are_typed(app):
    for rule in rules(app):
        for kind, name in re.findall(r"<(?:([a-z_]+)(?:\([^)]*\))?:)?([a-z_]+)>", rule.rule):
            assert not (name == "id" or name.endswith("_id")) or kind == "id", (
                f"{rule.rule}: write <id:{name}>."
            )


def test_urls_are_kebab_case_nouns(app):
    for rule in rules(app):
        for part in re.sub(r"<[^>]+>", "", rule.rule).split("/"):
            assert KEBAB.match(f"/{part}"), f"{rule.rule}: {part!r} is not kebab-case."


def fingerprint(session) -> list[tuple[str, list[tuple]]]:
    tables = [table for table in Base.metadata.tables.values() if table.name not in KEPT | {"user_session"}]
    return [(t.name, sorted(map(repr, session.execute(select(t)).all()))) for t in tables]


@pytest.fixture
def everybody(session, mira, rolf, amir, olga, ada, a_posting, an_application):
    """A board with a thing of every kind on it, and who may look at it."""
    an_application()
    builders.a_procedure_list(session, amir, "44314 x3")
    for status in ("draft", "in_review", "needs_changes", "paused", "closed"):
        a_posting(status)
    return {"visitor": None, "mira": mira, "rolf": rolf, "amir": amir, "olga": olga, "ada": ada}


def walk(browser) -> None:
    """Open every page that can be reached by links; of one path with many queries, and of the thousands of pages
    of the code sets, the first few."""
    seen, ahead, times = set(), ["/"], Counter()
    while ahead:
        url = ahead.pop(0).split("#")[0]
        path = MANY.sub(r"\1", url.split("?")[0])
        if url in seen or times[path] == SAME_PATH or not url.startswith("/") or url.startswith("/static"):
            continue
        seen.add(url)
        times[path] += 1
        page = browser.open(url, status=None)
        assert page.status < 500, f"{url} answered {page.status}"
        ahead += page.links() if page.is_html else []


@pytest.mark.parametrize("name", ["visitor", "mira", "rolf", "amir", "olga", "ada"])
def test_nothing_changes_on_a_get(name, session, browse, everybody):
    """A link scanner follows every link of every page of a person, and the board is as it was."""
    browser = browse(everybody[name])
    before = fingerprint(session)
    walk(browser)
    session.commit()
    assert fingerprint(session) == before, f"A page that {name} opened changed something."
