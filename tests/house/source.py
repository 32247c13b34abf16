"""The program's own text, read once, for the tests that hold it to the rules of the house."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("jobboard", "tests", "scripts", "benchmarks")


@cache
def python_files(*under: str) -> tuple[Path, ...]:
    rooms = under or ROOMS
    found = [path for room in rooms for path in sorted((ROOT / room).rglob("*.py"))]
    return (*found, ROOT / "app.py") if not under else tuple(found)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports_of(path: Path) -> set[str]:
    """Every module a file imports, at the top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{name.name}" for name in node.names}
    return found


def functions_of(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef)]


def calls_in(node: ast.AST) -> set[str]:
    """Dotted names that are called somewhere in `node`: 'db.session.commit', 'now'."""
    return {ast.unparse(call.func) for call in ast.walk(node) if isinstance(call, ast.Call)}
