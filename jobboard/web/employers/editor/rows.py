"""Repeating rows: a list of small forms with one blank row at the end, so that adding needs no script."""

import re
from collections.abc import Callable, Hashable, Iterator
from typing import Any, TypeVar

from wtforms import FieldList, Form, FormField, ValidationError

Part = TypeVar("Part")
NOT_SAVED = "This list is not saved yet: look at the marked rows."


class WrongError(Exception):
    """A row that cannot be kept: the field it is about, and what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


class RowForm(Form):
    """One row. It counts as typed when any field named in `counts` has something in it."""

    counts: tuple[str, ...] = ()

    @property
    def is_typed(self) -> bool:
        return any(self[name].data or any(self[name].raw_data or ()) for name in self.counts)

    def blame(self, field: str, sentence: str) -> None:
        self[field].errors = [*self[field].errors, sentence]


class RowsField(FieldList):  # type: ignore[type-arg]
    """`max_entries` rows at most; more than that are named, not silently dropped."""

    def __init__(self, row: type[RowForm], label: str, most: int, **words: Any) -> None:
        super().__init__(FormField(row), label, max_entries=most, **words)
        self.overflow = False
        self.type = "FieldList"  # read as one by the summary of errors

    def process(self, formdata: Any, *args: Any, **words: Any) -> None:
        super().process(formdata, *args, **words)
        self.overflow = bool(formdata) and len(rows_in(self.name, formdata)) > (self.max_entries or 0)

    @property
    def typed(self) -> Iterator[RowForm]:
        return (entry.form for entry in self.entries if entry.form.is_typed)

    def offer_a_row(self) -> None:
        """A blank row at the end, when there is none and room for one."""
        blank = self.entries and not self.entries[-1].form.is_typed
        if not blank and len(self.entries) < (self.max_entries or 0):
            self.append_entry()

    def settle(
        self, build: Callable[[Any], Part], key: Callable[[Part], Hashable] | None = None
    ) -> list[Part]:
        """The typed rows as parts, in order. Marks the rows that cannot be kept and raises ValidationError."""
        made: dict[Hashable, Part] = {}
        for row in self.typed:
            if row.errors:
                continue
            try:
                part = build(row)
                keep(made, key(part) if key else len(made), part, row.counts[0])
            except WrongError as wrong:
                row.blame(wrong.field, wrong.sentence)
        if self.overflow:
            raise ValidationError(f"At most {self.max_entries} rows fit here. The rest were left out.")
        if any(row.errors for row in self.typed):
            raise ValidationError(NOT_SAVED)
        return list(made.values())


def rows_in(name: str, formdata: Any) -> set[str]:
    return {key.split("-")[1] for key in formdata if re.match(rf"{name}-[0-9]+-", key)}


def keep(made: dict[Hashable, Part], name: Hashable, part: Part, field: str) -> None:
    if name in made:
        raise WrongError(field, "This is in the list already.")
    made[name] = part
