"""A new posting does not ask again for what belongs to the company."""

from datetime import date

from jobboard.domain.postings import finding
from jobboard.domain.postings.beginning import SAME_LISTS, SAME_SCALARS, first_terms
from jobboard.domain.postings.edition import TERMS
from tests.builders import a_posting


def test_the_first_posting_begins_with_a_closing_date_and_nothing_else(acme, clock):
    assert first_terms(acme, None, clock.now()) == {"closes_on": date(2026, 12, 16)}


def test_the_next_one_says_what_the_last_one_said_of_the_company(session, acme, mira, clock):
    a_posting(
        session, acme, mira, "live", benefits=["Paid time off"], response_days=4, title="A title of its own"
    )
    clock.tick(hours=1)
    a_posting(session, acme, mira, "draft", benefits=["Never sent"])
    terms = first_terms(acme, finding.last_sent(session, acme.id), clock.now())
    assert terms["benefits"] == ["Paid time off"]
    assert terms["response_days"] == 4
    assert [tag.type.value for tag in terms["types"]] == ["full_time"]
    assert not {"title", "description", "pay_min", "families", "specialties", "credentials"} & set(terms)


def test_another_employers_posting_is_never_the_last_one(session, rival, rolf, acme):
    a_posting(session, rival, rolf, "live")
    assert finding.last_sent(session, acme.id) is None


def test_every_term_taken_over_is_a_term():
    assert {*SAME_SCALARS, *SAME_LISTS} <= TERMS
