"""What a posting is compared with is the newest of what is listed, found without putting all of it in order."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from jobboard.domain.moderation import finding


@pytest.fixture
def published(a_posting, session, clock):
    """Three live postings, an older one each time."""
    postings = [a_posting("live") for _ in range(3)]
    for days, posting in enumerate(postings):
        posting.first_published_at = clock.now() - timedelta(days=days)
    session.flush()
    return postings


@pytest.fixture
def plans(session):
    """How the database answers each question, as SQLite says it."""
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("only SQLite says it in these words")
    found: list[str] = []

    def explain(connection, cursor, statement, parameters, context, many):
        rows = cursor.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        found.append("; ".join(row[3] for row in rows))

    engine = session.get_bind().engine
    event.listen(engine, "before_cursor_execute", explain)
    yield found
    event.remove(engine, "before_cursor_execute", explain)


@pytest.mark.parametrize("most", [1, 2, 3, 4])
def test_siblings_are_the_newest_that_the_employer_has_listed(
    session, published, acme, clock, monkeypatch, most
):
    monkeypatch.setattr(finding, "MOST_COMPARED", 10 * most)
    found = finding.siblings(session, [acme.id], clock.now())
    assert [one.posting_id for one in found[acme.id]] == [posting.id for posting in published[:most]]


def test_what_is_not_listed_is_no_sibling(session, published, acme, clock):
    published[0].closes_at = clock.now()
    session.flush()
    found = finding.siblings(session, [acme.id], clock.now())
    assert published[0].id not in [one.posting_id for one in found[acme.id]]


def test_pay_is_read_from_the_newest_on(session, published, clock, monkeypatch, plans):
    monkeypatch.setattr(finding, "MOST_COMPARED", 1)
    specialties = [tag.specialty_id for tag in published[0].edition.specialties]
    found = finding.paid(session, specialties, clock.now())
    assert {paid.posting_id for each in found.values() for paid in each} == {published[0].id}
    assert "ix_posting_newest" in plans[-1]
    assert "ORDER BY" not in plans[-1]


def test_siblings_are_looked_for_among_their_employers_postings_alone(session, published, acme, clock, plans):
    finding.siblings(session, [acme.id], clock.now())
    assert ["ix_posting_newest_of_employer" in plan for plan in plans] == [True, True]
    assert "COVERING" in plans[0]
