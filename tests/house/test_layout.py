"""Files are short enough to read standing up, and are named for a thing or an ability."""

import pytest

from tests.house.source import ROOT, functions_of, named, python_files, tree_of

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_VIEW = 250, 30, 12
KINDS = {"models", "utils", "helpers", "services", "misc", "common"}


def length(node) -> int:
    """Lines of a function's own text, its docstring and decorators not counted."""
    body = node.body
    if hasattr(body[0], "value") and isinstance(getattr(body[0].value, "value", None), str):
        body = body[1:] or body
    return body[-1].end_lineno - body[0].lineno + 1


@pytest.mark.parametrize("path", python_files(), ids=named)
def test_no_file_is_longer_than_250_lines(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, f"{named(path)} has {lines} lines: split it by ability."


@pytest.mark.parametrize("path", python_files("jobboard"), ids=named)
def test_no_function_is_longer_than_30_lines(path):
    long = {f.name: length(f) for f in functions_of(path) if length(f) > LONGEST_FUNCTION}
    assert not long, f"{named(path)}: {long}. Give the steps names of their own."


@pytest.mark.parametrize("path", python_files("jobboard/web"), ids=named)
def test_no_view_is_longer_than_12_lines(path):
    views = [f for f in functions_of(path) if any("desk." in ast_text(d) for d in f.decorator_list)]
    long = {f.name: length(f) for f in views if length(f) > LONGEST_VIEW}
    assert not long, (
        f"{named(path)}: {long}. A view finds, says one verb, commits, answers; rules live in the domain."
    )


def ast_text(node) -> str:
    import ast

    return ast.unparse(node)


@pytest.mark.parametrize("path", python_files(), ids=named)
def test_no_file_is_named_for_a_kind_of_code(path):
    assert path.stem not in KINDS, f"{named(path)}: name it for the thing or the ability in it."


@pytest.mark.parametrize("path", python_files("jobboard"), ids=named)
def test_every_module_says_what_it_promises(path):
    tree = tree_of(path)
    empty = not tree.body
    import ast

    assert empty or ast.get_docstring(tree), (
        f"{named(path)} begins without a docstring: one or two lines, its promise."
    )


def test_the_wiring_can_be_read_in_one_look():
    lines = (ROOT / "jobboard/__init__.py").read_text().splitlines()
    assert len(lines) <= 40, "jobboard/__init__.py is the wiring, read first: at most 40 lines."
