"""`flask dataset load --set ... --file ...` as an operator sees it: what it prints, how it ends, what it leaves."""

import pytest

from jobboard import create_app
from jobboard.extensions import db
from tests.dataset.official import published

ROWS = [published.fee_row(code) for code in ("44314", "44315", "99213", "G0439")]
NAME = "RVU27A, January 2027"


@pytest.fixture
def shell(filled, tmp_path):
    """The command on a board of its own, and a file to be written first."""
    place = tmp_path / "board.sqlite3"
    place.write_bytes(filled.read_bytes())
    app = create_app(
        TESTING=True,
        DATA_DIR=tmp_path,
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{place}",
        SECRET_KEY="only-for-tests-" * 4,
    )
    official = tmp_path / "PPRRVU2027_Jan.csv"

    def run(*words, text=None):
        if text is not None:
            official.write_text(text, encoding="utf-8")
        given = [str(official) if word == "FILE" else word for word in words]
        return app.test_cli_runner().invoke(args=["dataset", *given])

    yield run
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def load_fees(shell, text):
    words = ("load", "--set", "cpt", "--file", "FILE", "--release", NAME, "--effective", "2027-01-01")
    return shell(*words, text=text)


def test_a_good_file_says_what_it_brought_and_how_to_see_all_of_it(shell):
    said = load_fees(shell, published.fee_schedule(ROWS))
    assert said.exit_code == 0, said.output
    assert "fees: RVU27A, January 2027 is now the current release, after RVU26C, July 2026." in said.output
    assert "1 codes added, 0 deleted, 0 revised" in said.output
    assert 'flask dataset diff "cpt:RVU26C, July 2026" "cpt:RVU27A, January 2027"' in said.output
    changed = shell("diff", "RVU26C, July 2026", NAME)
    assert "44315" in changed.output
    assert "work: 16.32 -> 1.00" in changed.output


def test_a_bad_file_says_every_fault_and_how_many_there_are_and_fails(shell):
    rows = [published.fee_row(f"{number}", days="9") for number in range(10_000, 10_030)]
    said = load_fees(shell, published.fee_schedule(rows))
    assert said.exit_code == 1
    assert "PPRRVU2027_Jan.csv was not loaded; nothing was changed." in said.output
    assert "line 8: the global period is '9'" in said.output
    assert said.output.count("  line ") == 20
    assert "and 10 more (30 in all)" in said.output
    assert published.WORDING not in said.output
    assert "No part has both" in shell("diff", "RVU26C, July 2026", NAME).output


def test_one_goes_back_with_the_set_alone(shell):
    load_fees(shell, published.fee_schedule(ROWS))
    assert "cpt: RVU26C, July 2026 is the current release again." in shell("load", "--set", "cpt").output
    said = shell("load", "--set", "cpt", "--release", NAME)
    assert "fees: RVU27A, January 2027 is the current release again." in said.output
    unknown = shell("load", "--set", "cpt", "--release", "RVU99")
    assert unknown.exit_code == 1
    assert "No release of cpt is called 'RVU99'" in unknown.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--file", "x.csv"), "need --set"),
        (("--set", "cpt", "--file", "x.csv"), "--file needs --release"),
        (("--set", "cdt"), "'cdt' is not one of"),
        (("--set", "cpt", "--file", "none.csv", "--release", "x"), "cannot be read"),
        (
            ("--set", "cpt", "--file", "x.csv", "--release", "x", "--effective", "soon"),
            "does not match the format",
        ),
    ],
)
def test_what_was_left_out_or_mistyped_is_said(shell, words, said):
    answer = shell("load", *words)
    assert answer.exit_code in (1, 2)
    assert said in answer.output
