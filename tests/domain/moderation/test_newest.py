"""What a posting is compared with is the newest of what is listed, found without putting all of it in order."""

from datetime import timedelta

import pytest
from sqlalchemy import event, select

from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.moderation import finding
from jobboard.domain.postings.parts import SpecialtyTag


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
    monkeypatch.setattr(finding, "MOST_SIBLINGS", most)
    found = finding.siblings(session, [acme.id], clock.now())
    assert [one.posting_id for one in found[acme.id]] == [posting.id for posting in published[:most]]


def test_what_is_not_listed_is_no_sibling(session, published, acme, clock):
    published[0].closes_at = clock.now()
    session.flush()
    found = finding.siblings(session, [acme.id], clock.now())
    assert published[0].id not in [one.posting_id for one in found[acme.id]]


MANY_OR_FEW = pytest.mark.parametrize("many", [0, 1000], ids=["many", "few"])


@pytest.fixture
def paid(session, published, clock, monkeypatch):
    """Whose pay a posting of the same specialties is compared with."""

    def ask(many):
        monkeypatch.setattr(finding, "MANY", many)
        specialties = [tag.specialty_id for tag in published[0].edition.specialties]
        found = finding.paid(session, specialties, clock.now())
        return {paid.posting_id for each in found.values() for paid in each}

    return ask


@MANY_OR_FEW
@pytest.mark.parametrize("most", [1, 2, 3])
def test_pay_is_compared_with_the_newest(published, paid, monkeypatch, many, most):
    monkeypatch.setattr(finding, "MOST_COMPARED", most)
    assert paid(many) == {posting.id for posting in published[:most]}


@MANY_OR_FEW
def test_pay_is_not_compared_with_what_is_not_listed_or_of_another_specialty(
    session, published, paid, clock, monkeypatch, many
):
    monkeypatch.setattr(finding, "MOST_COMPARED", 1)
    published[0].closes_at = clock.now()
    other = session.scalars(select(Specialty).where(Specialty.slug == "podiatry")).one()
    published[1].live_edition.specialties = [SpecialtyTag(specialty=other)]
    session.flush()
    assert paid(many) == {published[2].id}


def test_pay_of_many_is_read_from_the_newest_on_and_of_few_from_these_alone(paid, plans):
    paid(0)
    assert "COVERING INDEX ix_posting_newest" in plans[-2]
    assert "ORDER BY" not in plans[-2]
    paid(1000)
    assert "ix_posting_live_edition_id" in plans[-2]


def test_nothing_is_compared_where_no_specialty_is_said(session, published, clock):
    assert finding.paid(session, [], clock.now()) == {}


def test_siblings_are_looked_for_among_their_employers_postings_alone(session, published, acme, clock, plans):
    finding.siblings(session, [acme.id], clock.now())
    assert ["ix_posting_newest_of_employer" in plan for plan in plans] == [True, True]
    assert "COVERING" in plans[0]
