"""The notes of the tabular list as a page shows them: each kind with its words, every code that is named a link."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.diagnoses import Said
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.tabular import Instruction
from jobboard.web.codes.addresses import code_path

NAMED = re.compile(r"\b[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?(?=\b|\.?-)")
ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# The list itself names these; no such code exists.
NOT_THERE = frozenset({"G31.90", "R10.4"})
WORDS = {
    Instruction.INCLUSION: ("Also said", "Terms that are coded here."),
    Instruction.INCLUDES: ("Includes", ""),
    Instruction.EXCLUDES_1: ("Excludes1", "Never coded together with it."),
    Instruction.EXCLUDES_2: (
        "Excludes2",
        "Not part of it; a patient may have both, and then both are coded.",
    ),
    Instruction.CODE_FIRST: ("Code first", "What caused it comes before it."),
    Instruction.USE_ADDITIONAL: ("Use additional code", "Where it applies, after this one."),
    Instruction.CODE_ALSO: ("Code also", "In whichever order the encounter calls for."),
    Instruction.SEVENTH: ("Seventh character", "One of these completes the code."),
    Instruction.NOTE: ("Note", ""),
}


class Listed(NamedTuple):
    """The notes of one kind: its name, what it means, and the lines with their links."""

    name: str
    meaning: str
    lines: list[Markup]


class Placed(NamedTuple):
    """What is said at one place. `own` where it is the code itself; `wide` where it is a block or a chapter."""

    title: str
    own: bool
    wide: bool
    kinds: list[Listed]


def placed(
    said: Sequence[Said], code: str, titles: dict[str, str | None], chain: Sequence[Family]
) -> list[Placed]:
    """Notes gathered by place, nearest first. `titles` are those of the headings over the code."""
    found: dict[str, Placed] = {}
    for one in said:
        wide = one.place not in titles and one.place != code
        at = found.setdefault(
            one.place, Placed(called(one.place, titles, chain), one.place == code, wide, [])
        )
        name, meaning = WORDS[one.kind]
        at.kinds.append(
            Listed(
                name,
                meaning,
                [
                    lettered(text) if one.kind is Instruction.SEVENTH else linked(text, code)
                    for text in one.texts
                ],
            )
        )
    return list(found.values())


def called(place: str, titles: dict[str, str | None], chain: Sequence[Family]) -> str:
    """`I25, Chronic ischemic heart disease`; `Block I20-I25, Ischemic heart diseases`; `Chapter 9, …`."""
    if place in titles:
        return f"{place}, {titles[place]}" if titles[place] else place
    kind = "Chapter" if place.isdigit() else "Block"
    ends = {"Chapter": f"chapter-{place}", "Block": place.lower()}
    label = next((family.label for family in chain if family.slug.endswith(f"-{ends[kind]}")), "")
    return f"{kind} {place.replace('-', '–')}" + (f", {label}" if label else "")


def lettered(text: str) -> Markup:
    """A seventh character and what it says."""
    letter, _, meaning = text.partition(" ")
    return Markup('<span class="mono strong">{}</span> {}').format(letter, meaning)


def linked(text: str, code: str) -> Markup:
    """The note with every code in brackets as a link, the page's own left alone.

    Without the comma in which the list goes on from the name of the note: `Code first, if applicable, …`.
    """
    text = text.lstrip(", ")
    parts, last = [], 0
    for aside in ASIDE.finditer(text):
        parts += [escape(text[last : aside.start()]), _links(aside.group(), code)]
        last = aside.end()
    return Markup("").join([*parts, escape(text[last:])])


def _links(aside: str, code: str) -> Markup:
    parts, last = [], 0
    for named in NAMED.finditer(aside):
        if named.group() in NOT_THERE or named.group() == code:
            continue
        url = code_path(CodeSet.ICD10CM, named.group())
        link = Markup('<a class="mono" href="{}">{}</a>').format(url, named.group())
        parts += [escape(aside[last : named.start()]), link]
        last = named.end()
    return Markup("").join([*parts, escape(aside[last:])])
