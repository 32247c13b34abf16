"""Who may know whom, who may commit, who may ask the time, the environment and the database."""

import ast
import re

import pytest

from tests.house.source import ROOT, calls_in, functions_of, imports_of, named, python_files, tree_of

STRANGERS = (
    "flask", "flask_login", "flask_security", "flask_sqlalchemy", "flask_wtf", "wtforms", "jobboard.web", "jobboard.mail",
    "jobboard.search", "jobboard.clock", "jobboard.config", "jobboard.extensions", "jobboard.work", "jobboard.seeds",
)  # fmt: skip


@pytest.mark.parametrize("path", python_files("jobboard/domain"), ids=named)
def test_the_domain_knows_neither_flask_nor_any_other_room(path):
    met = {
        name
        for name in imports_of(path)
        for stranger in STRANGERS
        if name == stranger or name.startswith(stranger + ".")
    }
    assert not met, (
        f"{named(path)} imports {sorted(met)}: pass in what it needs (a session, a moment, a person)."
    )


@pytest.mark.parametrize("path", python_files("jobboard/domain"), ids=named)
def test_the_domain_never_commits(path):
    ends = {call for call in calls_in(tree_of(path)) if call.split(".")[-1] in ("commit", "rollback")}
    assert not ends, f"{named(path)} calls {ends}: the view or the task owns the transaction."


@pytest.mark.parametrize("path", python_files("jobboard"), ids=named)
def test_only_the_settings_read_the_environment(path):
    if named(path) == "jobboard/config.py":
        return
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"os\.(environ|getenv)", text), (
        f"{named(path)} reads the environment: add a setting to config.py."
    )


@pytest.mark.parametrize("path", python_files("jobboard"), ids=named)
def test_there_is_one_clock(path):
    if named(path) == "jobboard/clock.py":
        return
    asks = {
        call
        for call in calls_in(tree_of(path))
        if re.search(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.time)$", call)
    }
    assert not asks, (
        f"{named(path)} calls {asks}: ask jobboard.clock.now(), or take the moment as an argument."
    )


@pytest.mark.parametrize("path", python_files("jobboard/web"), ids=named)
def test_views_ask_the_finding_rooms_instead_of_the_tables(path):
    asks = {
        call
        for call in calls_in(tree_of(path))
        if call in ("select", "update", "delete") or call.endswith(".where")
    }
    assert not asks, (
        f"{named(path)} builds a query ({asks}): every `where` is in domain/**/finding.py or search/."
    )


@pytest.mark.parametrize("path", python_files("jobboard/web"), ids=named)
def test_nobody_fills_a_record_from_a_form_unseen(path):
    assert "populate_obj" not in path.read_text(encoding="utf-8"), (
        f"{named(path)}: name each field that is written."
    )


@pytest.mark.parametrize("path", python_files("jobboard"), ids=named)
def test_text_becomes_markup_only_where_it_was_cleaned(path):
    allowed = {"jobboard/web/ui.py"}
    uses = {call for call in calls_in(tree_of(path)) if call.split(".")[-1] == "Markup"}
    formats = "Markup(" in path.read_text(encoding="utf-8")
    assert named(path) in allowed or not (uses and formats), (
        f"{named(path)} makes Markup: escape instead, or clean in ui.py."
    )


@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates").rglob("*.html")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_templates_escape_everything(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape\s+false", text), f"{path.name} switches escaping off."
    if path.parent.name == "mail":
        return  # a mail program fetches no stylesheet, so a letter carries its own
    assert not re.search(r"<[^>]+\son[a-z]+\s*=|<[^>]+\sstyle\s*=|<style", text), (
        f"{path.name} has an inline handler or style; the policy refuses it."
    )


@pytest.mark.parametrize("path", python_files("jobboard/web"), ids=named)
def test_a_commit_is_the_last_act_before_the_answer(path):
    """After `commit()` a view may only tell and leave: nothing that could fail may follow what was promised."""
    for function in functions_of(path):
        commits = [i for i, line in enumerate(function.body) if "db.session.commit" in ast.unparse(line)]
        after = function.body[commits[-1] + 1 :] if commits else []
        writes = [ast.unparse(line) for line in after if "db.session.add" in ast.unparse(line)]
        assert not writes, f"{named(path)}, {function.name}: {writes} after the commit."
