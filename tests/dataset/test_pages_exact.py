"""Every number a page of a code shows is the published file's, to the digit: five hundred codes of each set, and those known by heart."""

import random
import re
from decimal import ROUND_HALF_UP, Decimal
from html import unescape

import pytest

from jobboard import create_app
from jobboard.extensions import db
from tests.dataset import published

SHOWN = re.compile(r'<data value="([^"]*)" data-fact="([^"]*)">')
MANY = 500
SEED = 20261116


@pytest.fixture(scope="module")
def reader(whole_file, tmp_path_factory):
    """A visitor of a board with the whole dataset."""
    app = create_app(
        TESTING=True,
        DATA_DIR=tmp_path_factory.mktemp("whole"),
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{whole_file}",
        SECRET_KEY="only-for-tests-" * 4,
        SITE_URL="http://localhost",
        TRUSTED_HOSTS=["localhost"],
        LETTERS_TO="list",
    )
    yield app.test_client()
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def facts_of(reader, code_set, code, **asked):
    """The facts a page shows: (name, value), as often as they stand there."""
    page = reader.get(f"/codes/{code_set}/{code}", query_string=asked)
    assert page.status_code == 200, (code_set, code, page.status_code)
    return [(name, unescape(value)) for value, name in SHOWN.findall(page.get_data(as_text=True))]


@pytest.mark.parametrize("code_set", ["cpt", "hcpcs", "icd10cm", "icd10pcs", "msdrg", "hcc"])
def test_every_fact_on_a_page_is_the_published_one(reader, code_set):
    every = published.codes(code_set)
    picked = random.Random(f"{SEED} {code_set}").sample(every, min(MANY, len(every)))
    wrong = {}
    for code in picked:
        if faults := published.of(code_set, code).wrong(facts_of(reader, code_set, code)):
            wrong[code] = faults
    assert not wrong, f"{len(wrong)} of {len(picked)} pages are wrong: {dict(list(wrong.items())[:12])}"


BY_HEART = {
    ("cpt", "44314"): {
        "work": "16.32",
        "pe_office": "8.33",
        "pe_facility": "8.33",
        "malpractice": "3.36",
        "total_facility": "28.01",
        "global_days": "090",
        "dollars_facility": "935.56",
    },
    ("cpt", "99213"): {
        "work": "1.30",
        "pe_office": "1.46",
        "pe_facility": "0.33",
        "malpractice": "0.09",
        "total_office": "2.85",
        "total_facility": "1.72",
        "dollars_office": "95.19",
    },
    ("cpt", "70450"): {
        "work:26": "0.83",
        "pe_office:26": "0.30",
        "pe_facility:26": "0.30",
        "malpractice:26": "0.05",
        "total_office:26": "1.18",
        "total_facility:26": "1.18",
    },
    ("hcpcs", "G0439"): {"total_office": "4.12"},
}


@pytest.mark.parametrize("place", BY_HEART, ids=lambda place: place[1])
def test_what_was_checked_by_hand_stands_on_the_page(reader, place):
    shown = facts_of(reader, *place)
    assert set(BY_HEART[place].items()) <= set(shown)
    assert not [fact for fact in shown if BY_HEART[place].get(fact[0], fact[1]) != fact[1]]


@pytest.mark.parametrize("code", ["44314", "99213", "93306", "27447", "45378", "66984", "33533", "20610"])
def test_a_payment_in_a_locality_follows_the_formula(reader, code):
    """Worked out again from the files: (work x GPCI + practice x GPCI + malpractice x GPCI) x conversion factor."""
    row = next(row for row in published.by_code("pfs_2026.csv.gz")[code] if not row["mod"])
    places = random.Random(f"{SEED} {code}").sample(published.table("gpci_2026.csv"), 6)
    for place in places:
        shown = set(facts_of(reader, "cpt", code, locality=f"{place['mac']}-{place['locality']}"))
        for name, practice, lacking in (
            ("local_office", "pe_nonfac_rvu", "nonfac_na"),
            ("local_facility", "pe_fac_rvu", "fac_na"),
        ):
            paid = {value for fact, value in shown if fact == name}
            assert paid == (set() if row[lacking] == "NA" else {_paid(row, row[practice], place)}), place
        indices = {"gpci_work": "pw_gpci", "gpci_practice": "pe_gpci", "gpci_malpractice": "mp_gpci"}
        assert {(name, place[column]) for name, column in indices.items()} <= shown


def _paid(row, practice, place):
    parts = [(row["work_rvu"], "pw_gpci"), (practice, "pe_gpci"), (row["mp_rvu"], "mp_gpci")]
    total = sum(Decimal(rvus) * Decimal(place[index]) for rvus, index in parts)
    return str((total * Decimal(row["conv_factor"])).quantize(Decimal("0.01"), ROUND_HALF_UP))
