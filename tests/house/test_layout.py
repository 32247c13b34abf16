"""Files are short enough to read standing up, and are named for a thing or an ability."""

import ast

from tests.house.source import ROOT, functions_of, named, python_files, tree_of

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_VIEW, LONGEST_WIRING = 250, 30, 12, 40
KINDS = {"models", "utils", "helpers", "services", "misc", "common"}


def length(function: ast.FunctionDef) -> int:
    """Lines of a function's own text; its docstring and decorators are not counted."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return body[-1].end_lineno - body[0].lineno + 1


def is_view(function: ast.FunctionDef) -> bool:
    return any("desk." in ast.unparse(decorator) for decorator in function.decorator_list)


def too_long(most: int, *rooms: str, of=lambda function: True) -> list[str]:
    return [
        f"{named(path)}: {function.name} has {length(function)}"
        for path in python_files(*rooms)
        for function in functions_of(path)
        if of(function) and length(function) > most
    ]


def test_no_file_is_longer_than_250_lines():
    lines = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    long = {name: count for name, count in lines.items() if count > LONGEST_FILE}
    assert not long, f"Split by ability: {long}"


def test_no_function_is_longer_than_30_lines():
    long = too_long(LONGEST_FUNCTION, "jobboard", "scripts")
    assert not long, f"Give the steps names of their own: {long}"


def test_no_view_is_longer_than_12_lines():
    long = too_long(LONGEST_VIEW, "jobboard/web", of=is_view)
    assert not long, f"A view finds, says one verb, commits, answers; rules live in the domain: {long}"


def test_no_file_is_named_for_a_kind_of_code():
    kinds = [named(path) for path in python_files() if path.stem in KINDS]
    assert not kinds, f"Name it for the thing or the ability in it: {kinds}"


def test_every_module_says_what_it_promises():
    mute = [
        named(path)
        for path in python_files("jobboard")
        if tree_of(path).body and not ast.get_docstring(tree_of(path))
    ]
    assert not mute, f"Begin with a docstring of a line or two, the module's promise: {mute}"


def test_the_wiring_can_be_read_in_one_look():
    lines = (ROOT / "jobboard/__init__.py").read_text().splitlines()
    assert len(lines) <= LONGEST_WIRING, "jobboard/__init__.py is the wiring, read first: at most 40 lines."
