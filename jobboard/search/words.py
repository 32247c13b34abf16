"""Where a word may stand in a posting while the database itself answers, and how much each place tells.

Titles, employers and the names of tags: to look through every text would take the database longer than anybody waits.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, case, func, literal, or_, select

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.places.place import State
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import (
    CredentialTag,
    FamilyTag,
    Place,
    SettingCell,
    SpecialtyTag,
    Tool,
    TypeTag,
)
from jobboard.domain.postings.terms import EmploymentType, Encounter, FeeSide, WorkModel

Condition = ColumnElement[bool]
SHORT_WORD = 3
BREAKS = "()/,.-;:\n"


def has(part: Any, condition: Condition) -> Condition:
    """The edition has a row of `part` that meets the condition: those rows are gone through once, not for each edition."""
    return Edition.id.in_(select(part.edition_id).where(condition))


def says(part: Any, condition: Condition) -> Condition:
    """The same, looked up for each edition: where the few newest are gone through, not all there are."""
    rows = select(part.edition_id).where(part.edition_id == Edition.id, condition)
    return rows.correlate(Edition).exists()


def any_of_word(word: str) -> Condition:
    """The word stands in the title, the employer's name, or one of the tags; or it names a term."""
    return or_(*(condition for _, condition in places_of(word)))


def relevance(words: Sequence[str]) -> ColumnElement[int]:
    """The more telling the places where the words stand, the higher."""
    parts = [case((condition, weight), else_=0) for word in words for weight, condition in places_of(word)]
    total: ColumnElement[int] = literal(0)
    for part in parts:
        total = total + part
    return total


def places_of(word: str) -> list[tuple[int, Condition]]:
    """Where a word may stand, with the weight of each place."""
    return [
        (8, holds(Edition.title, word)),
        (
            5,
            tagged(
                SpecialtyTag, SpecialtyTag.specialty_id, Specialty, word, Specialty.name, Specialty.synonyms
            ),
        ),
        (4, tagged(FamilyTag, FamilyTag.family_id, Family, word, Family.label, Family.synonyms)),
        (4, tagged(CredentialTag, CredentialTag.credential_id, Credential, word, Credential.abbreviation)),
        (3, holds(Employer.name, word)),
        (3, says(Tool, holds(Tool.name, word))),
        (3, means(word)),
    ]


def tagged(part: Any, key: Any, kind: Any, word: str, *columns: Any) -> Condition:
    named = select(kind.id).where(or_(*(holds(column, word) for column in columns)))
    return says(part, key.in_(named))


def means(word: str) -> Condition:
    """The word is the name of a setting, a work model, a type of employment or a state."""
    named = [
        says(SettingCell, SettingCell.side.in_(terms(FeeSide, word))),
        says(SettingCell, SettingCell.encounter.in_(terms(Encounter, word))),
        says(TypeTag, TypeTag.type.in_(terms(EmploymentType, word))),
        Edition.work_model.in_(terms(WorkModel, word)),
        says(Place, Place.state.in_(select(State.code).where(func.lower(State.name) == word))),
    ]
    return or_(*named)


def terms(kind: Any, word: str) -> list[Any]:
    """The terms whose label has a word that begins so."""
    return [term for term in kind if any(part.startswith(word) for part in term.label.lower().split())]


def holds(column: Any, word: str) -> Condition:
    """The text holds the word, whatever the case; `%` and `_` are themselves. A short word has to stand alone."""
    text = func.lower(column)
    if len(word) > SHORT_WORD:
        found: Condition = text.contains(word.lower(), autoescape=True)
        return found
    for mark in BREAKS:
        text = func.replace(text, mark, " ", type_=String)
    alone: Condition = literal(" ").concat(text).concat(" ").contains(f" {word.lower()} ", autoescape=True)
    return alone
