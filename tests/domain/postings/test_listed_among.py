"""Which of a few postings are listed: told as `listed` tells it, and looked up by those few alone."""

import pytest
from sqlalchemy import select, text

from jobboard.domain.postings.finding import listed, listed_among
from jobboard.domain.postings.posting import Posting

STAGES = ("draft", "in_review", "live", "paused", "closed")


@pytest.mark.parametrize("days", [0, 30, 90])
def test_it_says_what_listed_says(session, a_posting, clock, days):
    ids = [a_posting(stage).id for stage in STAGES]
    clock.tick(days=days)
    told = [
        set(session.scalars(select(Posting.id).where(one(clock.now()), Posting.id.in_(ids))))
        for one in (listed, listed_among)
    ]
    assert told[0] == told[1]
    assert len(told[0]) == (1 if days < 90 else 0)


def test_many_are_looked_up_one_by_one(session, clock):
    if session.get_bind().dialect.name != "sqlite":
        pytest.skip("only SQLite says it in these words")
    asked = select(Posting.id).where(
        listed_among(clock.now()), Posting.id.in_([f"{n:026d}" for n in range(1500)])
    )
    said = asked.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
    plan = [row[3] for row in session.execute(text(f"EXPLAIN QUERY PLAN {said}"))]
    assert len(plan) == 1
    assert "(id=?)" in plan[0]
