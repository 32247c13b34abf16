"""Where somebody does not want to work: a state that is kept out keeps out what can be done nowhere else."""

import pytest

from jobboard.domain.postings.parts import Place, StateTag
from jobboard.domain.postings.terms import WorkModel
from jobboard.search.query import Query
from jobboard.search.reading import understand

HOUSTON = {"city": "Houston", "state": "TX", "lat": 29.77, "lon": -95.38}
DALLAS = {"city": "Dallas", "state": "TX", "lat": 32.79, "lon": -96.77}
TULSA = {"city": "Tulsa", "state": "OK", "lat": 36.13, "lon": -95.92}


@pytest.fixture
def desks(a_posting):
    """By name the ids of postings that can be done in Texas alone, there and elsewhere, and elsewhere alone."""

    def there(*places):
        rows = [Place(**place) for place in places]
        return a_posting(
            "live", work_model=WorkModel.ONSITE, all_states=False, states=[], places=rows, description="Near Texas. " * 20
        ).id  # fmt: skip

    def remote(*states):
        said = {"all_states": not states, "states": [StateTag(state=state) for state in states]}
        return a_posting("live", work_model=WorkModel.REMOTE, states_reason="Payroll.", places=[], **said).id

    return {
        "there": there(HOUSTON, DALLAS), "home there": remote("TX"), "either": there(HOUSTON, TULSA), "elsewhere": there(TULSA),
        "home in either": remote("TX", "OK"), "home anywhere": remote(), "home elsewhere": remote("OK"),
    }  # fmt: skip


ASKED = [
    "-texas", '-"texas"', "-TX", "no texas", "not in texas", "without texas", "anywhere but texas", "anywhere except TX",
    "outside of texas", "other than texas", "not in new york or texas",
]  # fmt: skip


@pytest.mark.parametrize("typed", ASKED)
def test_a_state_keeps_out_what_can_be_done_there_alone(search, desks, typed):
    left = set(desks.values()) - set(search(q=typed).ids)
    assert left == {desks["there"], desks["home there"]}


def test_a_region_keeps_out_what_can_be_done_in_it_alone(search, desks):
    left = set(search(q="not in the southwest").ids)
    assert left == {desks["home anywhere"]}


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("anywhere but california", '-"california"'),
        ("anywhere except ny", '-"new york"'),
        ("cardiology no TX, no FL", 'cardiology -"texas" -"florida"'),
        ("coder anywhere but CA or NY remote", 'coder -"california" -"new york"'),
        ("no experience texas", ""),
        ("work from anywhere except ohio", '-"ohio"'),
        ("not houston", '-"houston"'),
    ],
)
def test_what_is_kept_out_is_said_in_the_address_and_stays_so_read_again(session, clock, typed, left):
    reading = understand(session, Query(q=typed), clock.now().date())
    assert reading.query.q == left
    assert understand(session, reading.query, clock.now().date()).query == reading.query


def test_a_city_that_is_not_wanted_is_looked_for_in_words_and_no_state_is_kept_out(session, clock):
    (term,) = understand(session, Query(q="not houston"), clock.now().date()).terms
    assert (term.minus, term.states) == (True, ())
