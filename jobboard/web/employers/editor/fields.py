"""The kinds of box the editor is made of. Each keeps what was typed, and has `data` only when that can be read."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from wtforms import Field, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Length
from wtforms.widgets import DateInput, TextInput

from jobboard.domain.postings.terms import Term

CHOOSE = "Choose one of the answers in the list."
FIRST_DAY, LAST_DAY = date(2020, 1, 1), date(2100, 1, 1)


class TypedField(Field):
    """A text box whose words mean a value. `read` raises ValueError with the sentence to show."""

    widget: Any = TextInput()

    def read(self, text: str) -> Any:
        return text

    def written(self, value: Any) -> str:
        return str(value)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.written(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        text = valuelist[0].strip() if valuelist else ""
        if text:
            self.data = self.read(text)


class WholeNumberField(TypedField):
    """A whole number from `low` to `high`, both included."""

    def __init__(self, label: str, low: int, high: int, **words: Any) -> None:
        words["render_kw"] = {"inputmode": "numeric", "autocomplete": "off"} | words.get("render_kw", {})
        super().__init__(label, **words)
        self.low, self.high = low, high

    def read(self, text: str) -> int:
        digits = text.replace(",", "")
        if re.fullmatch(r"[0-9]{1,9}", digits) and self.low <= int(digits) <= self.high:
            return int(digits)
        raise ValueError(f"Write a whole number from {self.low:,} to {self.high:,}.")


class MonthsField(WholeNumberField):
    """Months, or years when the word is there: "18", "2 years", "1.5 y"."""

    def read(self, text: str) -> int:
        years = re.fullmatch(r"([0-9]{1,2}(?:\.[05])?) ?(?:y|yr|yrs|year|years)\.?", text.lower())
        if years:
            return super().read(str(int(Decimal(years[1]) * 12)))
        return super().read(re.sub(r" ?(?:m|mo|mos|months?)\.?$", "", text.lower()))


class MoneyField(TypedField):
    """US dollars: "31", "$31.50", "65,000", "65k". `data` is a Decimal of at most two places, above 0."""

    def __init__(self, label: str, **words: Any) -> None:
        super().__init__(label, render_kw={"inputmode": "decimal", "autocomplete": "off"}, **words)

    def read(self, text: str) -> Decimal:
        match = re.fullmatch(r"\$? ?([0-9][0-9,]{0,9}(?:\.[0-9]{1,2})?) ?([kK]?)", text)
        amount = Decimal(match[1].replace(",", "")) * (1000 if match[2] else 1) if match else Decimal(0)
        if 0 < amount < 10_000_000:
            return amount.quantize(Decimal("0.01"))
        raise ValueError("Write an amount of dollars like 31.50 or 65,000.")

    def written(self, value: Decimal) -> str:
        return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


class PercentField(TypedField):
    """A percentage with at most two places, 0 to 100."""

    def __init__(self, label: str, **words: Any) -> None:
        super().__init__(label, render_kw={"inputmode": "decimal", "autocomplete": "off"}, **words)

    def read(self, text: str) -> Decimal:
        number = text.removesuffix("%").strip()
        if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", number) and Decimal(number) <= 100:
            return Decimal(number).quantize(Decimal("0.01"))
        raise ValueError("Write a percentage from 0 to 100, for example 95 or 97.5.")

    def written(self, value: Decimal) -> str:
        return f"{value.normalize():f}"


class DayField(TypedField):
    """A calendar day; browsers offer their calendar."""

    widget = DateInput()

    def read(self, text: str) -> date:
        american = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text)
        try:
            day = (
                date(int(american[3]), int(american[1]), int(american[2]))
                if american
                else date.fromisoformat(text)
            )
        except ValueError:
            raise ValueError("Write a date like 12/31/2026.") from None
        if not FIRST_DAY <= day < LAST_DAY:
            raise ValueError("Write a date of this century.")
        return day

    def written(self, value: date) -> str:
        return value.isoformat()


class LineField(StringField):
    """Words on one line; spaces are tidied."""

    def __init__(self, label: str, longest: int, **words: Any) -> None:
        limit = Length(max=longest, message=f"Use at most {longest:,} characters.")
        super().__init__(label, [limit], filters=[one_line], **words)


class ProseField(TextAreaField):
    """Words on many lines. The browser does not cut them off; too much is said, not lost."""

    def __init__(self, label: str, longest: int, **words: Any) -> None:
        super().__init__(
            label, [Length(max=longest, message=f"Use at most {longest:,} characters.")], **words
        )


class TermField(SelectField):
    """One term from a list, or none yet."""

    def __init__(self, label: str, kind: type[Term], *, blank: str | None = "Choose", **words: Any) -> None:
        choices = offered([*([("", blank)] if blank is not None else []), *terms(kind)])
        super().__init__(label, choices=choices, coerce=reader(kind), validate_choice=False, **words)
        self.invalid_value_message = CHOOSE


class TermRadios(RadioField):
    """One term, all of them in sight."""

    def __init__(self, label: str, kind: type[Term], **words: Any) -> None:
        super().__init__(
            label, choices=offered(terms(kind)), coerce=reader(kind), validate_choice=False, **words
        )
        self.invalid_value_message = CHOOSE
        self.type = "RadioField"  # drawn as one


class TermChecks(SelectMultipleField):
    """Any number of terms."""

    def __init__(self, label: str, kind: type[Term], **words: Any) -> None:
        super().__init__(label, choices=offered(terms(kind)), coerce=kind, validate_choice=False, **words)
        self.invalid_value_message = CHOOSE


class ListChecks(SelectMultipleField):
    """Any number of entries of a list the page is given: `choices` is set when the form is made."""

    def __init__(self, label: str, choices: Sequence[tuple[str, str]] = (), **words: Any) -> None:
        super().__init__(label, choices=offered(choices), **words)
        self.invalid_choice_message = CHOOSE


def terms(kind: type[Term]) -> list[tuple[str, str]]:
    return [(term.value, term.label) for term in kind]


def offered(pairs: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """Values and their labels as WTForms takes them."""
    return [SelectChoice(value, label) for value, label in pairs]


def reader(kind: type[Term]) -> Any:
    return lambda value: kind(value) if value else None


def one_line(value: str | None) -> str:
    return " ".join((value or "").split())
