"""Questions that coders ask of a diagnosis, answered from its facts to the digit, each with its release."""

from collections.abc import Callable

from markupsafe import Markup

from jobboard.domain.codes.diagnoses import Said
from jobboard.domain.codes.inpatient import Severity
from jobboard.domain.codes.risk import RiskModel
from jobboard.domain.codes.tabular import Instruction
from jobboard.web.codes.diagnosis.instructions import linked
from jobboard.web.codes.diagnosis.known import Known
from jobboard.web.codes.marking import fact
from jobboard.web.codes.page import Question
from jobboard.web.codes.validity import since, until

NONE = Markup("")
SHOWN = 6


def questions(known: Known) -> list[Question]:
    """Those that the facts of this code can answer."""
    name = known.found.code
    asked: list[tuple[str, Callable[[Known], Markup]]] = [
        (f"Is {name} a billable code?", billable),
        (f"Is {name} a CC or an MCC?", severity),
        (f"Which major diagnostic category does {name} lead to?", major),
        (f"Does {name} count toward an HCC?", counts),
        (f"Which category was {name} in under V24?", before),
        (f"What may not be coded together with {name}?", excluded),
        (f"What is coded besides {name}?", besides),
    ]
    found = (Question(question, answer(known)) for question, answer in asked)
    return [one for one in found if one.answer]


def billable(known: Known) -> Markup:
    code, release = known.record, known.releases.get("icd10cm", "")
    if code is None:
        many = known.line.count
        return Markup(
            "No. It is a heading: {} {} below it, and a claim needs one of those (ICD-10-CM {})."
        ).format(f"{many:,}", "code stands" if many == 1 else "codes stand", release)
    if not code.active:
        now = f" One of the {known.line.count} codes below it is billed instead." if known.divided else ""
        return Markup("No longer. Its last valid day was {} (ICD-10-CM {}).{}").format(
            until(code), release, now
        )
    return Markup("Yes. It is a complete code, valid since {} (ICD-10-CM {}).").format(since(code), release)


def severity(known: Known) -> Markup:
    if known.grouping is None:
        return NONE
    level = known.grouping.severity
    if level is Severity.NONE:
        words = Markup("Neither: as a secondary diagnosis it does not raise the severity of a stay ({}).")
        return words.format(grouper(known))
    sign = fact("severity", level.name)
    words = Markup(
        "{} when it is a secondary diagnosis, unless the principal diagnosis is one that excludes it ({})."
    )
    return words.format(sign, grouper(known))


def major(known: Known) -> Markup:
    if known.grouping is None or known.grouping.mdc is None:
        return NONE
    mdc = known.grouping.mdc
    return Markup("As principal diagnosis MDC {}, {} ({}).").format(
        fact("mdc", mdc.mdc), mdc.title, grouper(known)
    )


def counts(known: Known) -> Markup:
    if not known.is_grouped:
        return NONE
    if not known.weighed:
        return Markup("No. CMS-HCC V28 gives it no category: it does not move the risk score ({}).").format(
            known.releases.get("diagnoses", "")
        )
    parts = [
        Markup("HCC {} ({}), which adds {} for an aged member in the community without Medicaid").format(
            fact("hcc_v28", one.category.code), one.category.title, one.aged
        )
        for one in known.weighed
    ]
    return Markup("Yes, in CMS-HCC V28: {} (coefficients of {}).").format(
        Markup(", and ").join(parts), known.releases.get("hcc", "")
    )


def before(known: Known) -> Markup:
    found = [one for one in known.risks if one.model is RiskModel.V24]
    if not found:
        return NONE
    parts = [Markup("HCC {} ({})").format(fact("hcc_v24", one.category), one.label) for one in found]
    return Markup("{} in CMS-HCC V24. Numbers of V24 and V28 do not mean the same.").format(
        Markup(" and ").join(parts)
    )


def excluded(known: Known) -> Markup:
    return told(known, (Instruction.EXCLUDES_1,), "Excludes1 at")


def besides(known: Known) -> Markup:
    return told(
        known, (Instruction.CODE_FIRST, Instruction.USE_ADDITIONAL, Instruction.CODE_ALSO), "Notes at"
    )


def told(known: Known, kinds: tuple[Instruction, ...], opening: str) -> Markup:
    """The notes of these kinds nearest to the code, as far as they fit into an answer."""
    said = [one for one in known.said if one.kind in kinds]
    nearest = [one for one in said if said and one.place == said[0].place]
    if not nearest or nearest[0].place.isdigit():
        return NONE
    parts = [lines(one, known.found.code) for one in nearest]
    return Markup("{} {}: {} (tabular list, {}).").format(
        opening, nearest[0].place, Markup("; ").join(parts), known.releases.get("tabular", "")
    )


def lines(one: Said, code: str) -> Markup:
    """`code first hypertension (I10); …`"""
    opening = "" if one.kind is Instruction.EXCLUDES_1 else one.kind.value.replace("_", " ") + " "
    texts = [linked(text, code) for text in one.texts[:SHOWN]]
    joined = Markup("; ").join(texts).replace(Markup(":; "), Markup(": "))
    return Markup("{}{}{}").format(opening, joined, "; …" if len(one.texts) > SHOWN else "")


def grouper(known: Known) -> str:
    return known.releases.get("diagnoses", "").partition(",")[0]
