"""The sheet of a CMS-HCC V28 category: its coefficients, its hierarchy, and the diagnoses that count toward it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup
from sqlalchemy.orm import Session

from jobboard.domain.codes.categories import diagnoses_of, namesake
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.diagnoses import CATEGORY, titles_of
from jobboard.domain.codes.finding import Found
from jobboard.domain.codes.releases import all_current
from jobboard.domain.codes.risk import RiskCategory, RiskModel
from jobboard.web.codes.coefficients import Weighed, weighed
from jobboard.web.codes.marking import fact
from jobboard.web.codes.page import Question, Sheet, bare
from jobboard.web.codes.validity import named

MOST_LISTED = 1500
OPENLY_SHOWN = 30
NAMED = 5


class Known(NamedTuple):
    """What the model says of a category. `namesake` is the category of V24 that carries the same number."""

    code: Code
    weighed: Weighed
    total: int
    diagnoses: Sequence[Code]
    namesake: RiskCategory | None
    releases: dict[str, str]


def sheet(session: Session, found: Found, now: datetime) -> Sheet:
    if found.record is None:
        return bare(session, found, now)
    known = gather(session, found.record)
    many = how_many(known.total)
    contents = [("weights", "Coefficients and hierarchy")]
    contents += [("diagnoses", "Diagnoses that count")] if known.total else []
    return Sheet(
        title=known.code.title or found.family.label,
        value=f"A payment category of CMS-HCC V28{f': {many} toward it' if known.total else ''}.",
        contents=[*contents, ("namesake", "The same number in V24")],
        questions=questions(known),
        facts={
            "known": known,
            "many": many,
            "blocks": blocks(session, known.diagnoses),
            "openly": OPENLY_SHOWN,
        },
    )


def gather(session: Session, code: Code) -> Known:
    total, diagnoses = diagnoses_of(session, RiskModel.V28, code.code, MOST_LISTED)
    return Known(
        code=code,
        weighed=weighed(session, code),
        total=total,
        diagnoses=diagnoses,
        namesake=namesake(session, RiskModel.V24, code.code),
        releases={part: named(release) for part, release in all_current(session).items()},
    )


def blocks(session: Session, diagnoses: Sequence[Code]) -> list[tuple[str, list[Code]]]:
    """The diagnoses by their three-character category, in order: `E11 Type 2 diabetes mellitus`."""
    found: dict[str, list[Code]] = {}
    for one in diagnoses:
        found.setdefault(one.sort_key[:CATEGORY], []).append(one)
    titles = titles_of(session, found)
    return [(f"{key} {titles.get(key, '')}".strip(), codes) for key, codes in found.items()]


def questions(known: Known) -> list[Question]:
    name = f"HCC {known.code.code}"
    asked = [
        (f"What does {name} stand for?", stands(known)),
        (f"What is the coefficient of {name}?", coefficients(known)),
        (f"Which diagnoses count toward {name}?", diagnoses(known)),
        (f"Which categories does {name} drop?", dropped(known)),
        (f"Is {name} the same in V24 and V28?", same(known)),
    ]
    return [Question(question, answer) for question, answer in asked if answer]


def stands(known: Known) -> Markup:
    return Markup("{} (CMS-HCC V28, {}).").format(
        fact("title", known.code.title or ""), known.releases.get("hcc", "")
    )


def coefficients(known: Known) -> Markup:
    parts = [
        Markup("{} ({})").format(bar.text, bar.label[0].lower() + bar.label[1:]) for bar in known.weighed.bars
    ]
    if not parts:
        return Markup("")
    return Markup("{} (CMS-HCC V28, {}).").format(Markup("; ").join(parts), known.releases.get("hcc", ""))


def how_many(total: int) -> str:
    return "1 diagnosis counts" if total == 1 else f"{total:,} diagnoses count"


def diagnoses(known: Known) -> Markup:
    if not known.total:
        return Markup("")
    named = ", ".join(one.code for one in known.diagnoses[:NAMED])
    noun = "code" if known.total == 1 else "codes"
    more = " and others" if known.total > NAMED else ""
    count, release = fact("diagnoses", known.total, f"{known.total:,}"), known.releases.get("diagnoses", "")
    return Markup("{} {} of ICD-10-CM: {}{} ({}).").format(count, noun, named, more, release)


def dropped(known: Known) -> Markup:
    if not known.weighed.drops:
        return Markup("None: no other category is milder than it in its hierarchy ({}).").format(
            known.releases.get("hcc", "")
        )
    return Markup("{} no longer count where it is met ({}).").format(
        ", ".join(f"HCC {one.code}" for one in known.weighed.drops), known.releases.get("hcc", "")
    )


def same(known: Known) -> Markup:
    if known.namesake is None:
        return Markup("V24 has no category with this number.")
    if known.namesake.label == known.code.title:
        return Markup(
            "By name, yes. The diagnoses and the coefficients of the two models are each their own."
        )
    return Markup("No. HCC {} of V24 is “{}”: the numbers were given anew.").format(
        known.code.code, known.namesake.label
    )
