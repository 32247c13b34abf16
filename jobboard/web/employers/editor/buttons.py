"""The buttons inside the editor that work without script: a row taken away, a code family looked up and added."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from jobboard.domain.codes.finding import resolve
from jobboard.domain.codes.suggesting import Suggestion, suggest
from jobboard.web.employers.editor.typed import next_row, without_row

LISTS = ("families", "credentials", "places", "tools", "steps", "questions")
MOST_CHOICES = 8
LONGEST_QUESTION = 80


@dataclass(frozen=True)
class Pressed:
    """What a button left to show: where to go back to, families to choose among, or why none was found."""

    anchor: str = ""
    choices: Sequence[Suggestion] = ()
    sentence: str = ""
    words: str = ""


def press(form: MultiDict[str, str], session: Session) -> Pressed:
    """Do to the typed form what its button says; the form is changed in place."""
    for name in LISTS:
        if number := form.get(f"{name}-remove"):
            without_row(form, name, number)
            return Pressed(anchor=name)
        if f"{name}-add" in form and name != "families":
            return Pressed(anchor=name)
    return add_family(form, session)


def add_family(form: MultiDict[str, str], session: Session) -> Pressed:
    """The chosen family, or the one that the typed words name without doubt; else the choices."""
    picked, words = form.get("families-picked"), (form.get("families-typed") or "").strip()[:LONGEST_QUESTION]
    if picked:
        return added(form, picked)
    if not words:
        return Pressed(anchor="families" if "families-add" in form else "")
    if exact := resolve(session, words):
        return added(form, exact.family.slug)
    found = suggest(session, words, limit=MOST_CHOICES)
    if not found:
        return Pressed(
            "families",
            sentence=f"No code family matches “{words}”. Try a code, or one plain word.",
            words=words,
        )
    if len(found) == 1:
        return added(form, found[0].family.slug)
    return Pressed("families", choices=found, words=words)


def added(form: MultiDict[str, str], slug: str) -> Pressed:
    rows = [value for name, value in form.items() if name.startswith("families-") and name.endswith("-slug")]
    if slug not in rows:
        form[f"families-{next_row(form, 'families')}-slug"] = slug
    for name in ("families-typed", "families-picked"):
        form.pop(name, None)
    return Pressed("families")
