"""The shape of a group of synonyms as it is typed: a way on each line."""

import re

from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length

from jobboard.domain.errors import Invalid
from jobboard.domain.wording.saying import Said
from jobboard.domain.wording.saying_group import SayingGroup
from jobboard.web.typed import several_lines

BETWEEN = re.compile(r"[\n;,]")
LONGEST_TEXT = 3000
TOO_LONG = f"Keep it within {LONGEST_TEXT:,} characters."
TYPED = {"rows": 6, "spellcheck": "false", "autocapitalize": "off", "autocomplete": "off"}


class SynonymForm(FlaskForm):  # type: ignore[misc]
    """`seen` is the version of the group that the admin had before their eyes."""

    seen = HiddenField()
    both = TextAreaField(
        "Ways that mean the same",
        description="One on each line. Whoever types one of them finds jobs that say any of them.",
        filters=[several_lines],
        validators=[
            InputRequired("Give at least two ways of saying it."),
            Length(max=LONGEST_TEXT, message=TOO_LONG),
        ],
        render_kw=TYPED,
    )
    one_way = TextAreaField(
        "Ways that only lead there",
        description="Narrower words: “cath lab” finds cardiology, but “cardiology” does not look for cath labs.",
        filters=[several_lines],
        validators=[Length(max=LONGEST_TEXT, message=TOO_LONG)],
        render_kw=TYPED,
    )

    def said(self) -> Said:
        return Said(lines(self.both.data or ""), lines(self.one_way.data or ""))

    def take(self, refusal: Invalid) -> None:
        for name, sentences in refusal.problems.items():
            self[name].errors = [*self[name].errors, *sentences]


def lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in BETWEEN.split(text) if line.strip())


def filled(group: SayingGroup) -> SynonymForm:
    """The form as the group says it now."""
    said = group.says
    return SynonymForm(
        formdata=None, seen=str(group.version), both="\n".join(said.both), one_way="\n".join(said.one_way)
    )
