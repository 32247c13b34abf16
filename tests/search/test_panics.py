"""A text index that is scratched while it stands makes its engine panic: whoever asks is answered, and it is made anew."""

import pytest

from jobboard import clock
from jobboard.search.board import BoardEngine
from jobboard.search.index.panics import panics_as_errors
from jobboard.search.query import Query

ASKED = ("colorectal", '"colorectal surgery"', "colorectal surgery coder", "colorectl")


def scratch(file):
    """Its middle, in place: whoever has mapped it reads the scratch at once."""
    with file.open("r+b") as kept:
        third = file.stat().st_size // 3
        kept.seek(third)
        kept.write(b"\xff" * third)


@pytest.mark.parametrize("kind", ["idx", "pos", "term", "fast", "fieldnorm", "store"])
def test_what_is_scratched_while_it_stands_is_made_anew(session, folder, a_keeper, a_posting, kind):
    ids = {a_posting("live", title=f"Colorectal surgery coder {number}").id for number in range(3)}
    board = BoardEngine(session, keeper := a_keeper())
    assert set(board.search(Query(), clock.now()).ids) == ids
    for file in folder.glob(f"texts-*/*.{kind}"):
        scratch(file)
    ids.add(a_posting("live", title="Colorectal surgery coder once more").id)
    for _ in range(2):
        for asked in ASKED:
            assert set(board.search(Query(q=asked), clock.now()).ids) == ids
    assert keeper.index is not None


def test_a_panic_is_an_error_and_nothing_else_is():
    panic = type("PanicException", (BaseException,), {})
    with pytest.raises(ValueError, match="damaged: mid > len"), panics_as_errors():
        raise panic("mid > len")
    with pytest.raises(KeyboardInterrupt), panics_as_errors():
        raise KeyboardInterrupt
