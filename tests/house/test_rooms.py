"""Who may know whom, who may commit, who may ask the time, the environment and the database."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

from tests.house.source import ROOT, calls_in, functions_of, imports_of, named, python_files, tree_of

STRANGERS = (
    "flask", "flask_login", "flask_security", "flask_sqlalchemy", "flask_wtf", "wtforms", "jobboard.web", "jobboard.mail",
    "jobboard.search", "jobboard.clock", "jobboard.config", "jobboard.extensions", "jobboard.work", "jobboard.seeds",
)  # fmt: skip
CLOCKS = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.time)$")


def offenders(room: str, look: Callable[[Path], object], but: tuple[str, ...] = ()) -> dict[str, object]:
    """File -> what was found in it, for every file of the room where `look` finds something."""
    return {
        named(path): found for path in python_files(room) if named(path) not in but and (found := look(path))
    }


def calls(path: Path, fits: Callable[[str], object]) -> list[str]:
    return sorted(call for call in calls_in(tree_of(path)) if fits(call))


def test_the_domain_knows_neither_flask_nor_any_other_room():
    def met(path):
        return sorted(
            name for name in imports_of(path) if any(f"{name}.".startswith(f"{s}.") for s in STRANGERS)
        )

    found = offenders("jobboard/domain", met)
    assert not found, f"Pass in what the domain needs (a session, a moment, a person): {found}"


def test_the_domain_never_commits():
    found = offenders(
        "jobboard/domain", lambda p: calls(p, lambda call: call.split(".")[-1] in ("commit", "rollback"))
    )
    assert not found, f"The view or the task owns the transaction: {found}"


def test_only_the_settings_read_the_environment():
    found = offenders(
        "jobboard",
        lambda p: re.findall(r"os\.(?:environ|getenv)", p.read_text()),
        but=("jobboard/config.py",),
    )
    assert not found, f"Add a setting to config.py: {found}"


def test_there_is_one_clock():
    found = offenders("jobboard", lambda p: calls(p, CLOCKS.search), but=("jobboard/clock.py",))
    assert not found, f"Ask jobboard.clock.now(), or take the moment as an argument: {found}"


def test_views_ask_the_finding_rooms_instead_of_the_tables():
    found = offenders(
        "jobboard/web",
        lambda p: calls(p, lambda c: c in ("select", "update", "delete") or c.endswith(".where")),
    )
    assert not found, f"Every `where` is in domain/**/finding.py or search/: {found}"


def test_nobody_fills_a_record_from_a_form_unseen():
    found = offenders("jobboard/web", lambda p: calls(p, lambda call: call.endswith("populate_obj")))
    assert not found, f"Name each field that is written: {found}"


def test_text_becomes_markup_only_where_it_was_cleaned():
    """`Markup("...").format(x)` escapes x; `Markup(x)` trusts it, which only ui.py may, after cleaning, and pieces.py, after
    escaping each name."""

    def trusts(path):
        made = [
            node
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Markup"
        ]
        return [
            ast.unparse(call) for call in made if call.args and not isinstance(call.args[0], ast.Constant)
        ]

    found = offenders("jobboard", trusts, but=("jobboard/web/ui.py", "jobboard/web/pieces.py"))
    assert not found, f"Escape instead, or clean in ui.py: {found}"


def test_templates_escape_everything_and_hold_no_inline_code():
    forbidden = re.compile(
        r"\|\s*safe\b|autoescape\s+false|<[a-z][^>]*\s(?:on[a-z]+|style)\s*=\s*[\"']|<style", re.IGNORECASE
    )
    found = {
        str(path.relative_to(ROOT)): hits
        for path in (ROOT / "templates").rglob("*.html")
        if path.parent.name != "mail" and (hits := forbidden.findall(path.read_text(encoding="utf-8")))
    }
    assert not found, f"Escape, and put styles and scripts into static/: {found}"


def test_a_commit_is_the_last_act_before_the_answer():
    """After `commit()` a view may only tell and leave: nothing that could fail may follow what was promised."""

    def late(path):
        for function in functions_of(path):
            said = [ast.unparse(line) for line in function.body]
            last = max((n for n, line in enumerate(said) if "session.commit" in line), default=len(said))
            yield from (f"{function.name}: {line}" for line in said[last + 1 :] if "session.add" in line)

    found = offenders("jobboard/web", lambda path: list(late(path)))
    assert not found, f"Write before the commit: {found}"
