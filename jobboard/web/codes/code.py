"""The page of a code: one address for each, whatever way it was spelled; what is not there says what it may have meant."""

from typing import Any

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.finding import Found, resolve_in
from jobboard.domain.codes.reading import spoken
from jobboard.domain.codes.releases import loaded_parts
from jobboard.domain.errors import NotThere
from jobboard.extensions import db
from jobboard.search.lookup.asking import look_up
from jobboard.web.codes import diagnosis, group, metering, procedure, risk, service
from jobboard.web.codes.addresses import code_path
from jobboard.web.codes.closed import summary
from jobboard.web.codes.desk import desk
from jobboard.web.codes.frame import framed
from jobboard.web.codes.page import Gatherer
from jobboard.web.codes.showing import groups

# Who gathers the facts of a set, and the folder of templates/codes/ that draws them.
GATHERERS: dict[CodeSet, tuple[Gatherer, str]] = {
    CodeSet.CPT: (service.sheet, "service"),
    CodeSet.HCPCS: (service.sheet, "service"),
    CodeSet.ICD10CM: (diagnosis.sheet, "icd10cm"),
    CodeSet.ICD10PCS: (procedure.sheet, "icd10pcs"),
    CodeSet.MSDRG: (group.sheet, "msdrg"),
    CodeSet.HCC: (risk.sheet, "hcc"),
}
GUESSES = 8
SOON = "60"


@desk.get("/codes/<code_set>/<code>")
def code(code_set: str, code: str) -> ResponseReturnValue:
    meant = set_called(code_set)
    found = resolve_in(db.session, meant, code, clock.now().date())
    if found is None:
        return nothing_there(meant, code)
    path = code_path(found.code_set, found.code)
    if request.path != path:
        asked = request.query_string.decode("ascii", "ignore")
        return redirect(f"{path}?{asked}" if asked else path, 301)
    return render_template("codes/code.html", **page(found))


def nothing_there(code_set: CodeSet, code: str) -> ResponseReturnValue:
    """404; 503 while the codes of the set are still being loaded: then nobody can say yet what is not there."""
    waiting = code_set.value not in loaded_parts(db.session)
    shown = render_template("codes/unknown.html", waiting=waiting, **guesses(code_set, code))
    return (shown, 503, {"Retry-After": SOON}) if waiting else (shown, 404)


def set_called(name: str) -> CodeSet:
    """`icd10cm`, and what people make of it: `ICD-10-CM`. Raises NotThere."""
    try:
        return CodeSet(name.lower().replace("-", ""))
    except ValueError:
        raise NotThere from None


def page(found: Found) -> dict[str, Any]:
    """The frame with the sheet of the code's own set in it, as far as the reader's meter lets it."""
    gather, folder = GATHERERS[found.code_set]
    sheet = gather(db.session, found, clock.now())
    shown = framed(db.session, found, sheet, clock.now()) | {"folder": folder}
    meter = metering.read(f"{found.code_set.value}/{found.code}")
    shown = shown | sheet.facts if meter is None or meter.whole else summary(shown)
    return shown | {"meter": meter}


def guesses(code_set: CodeSet, code: str) -> dict[str, Any]:
    answer = look_up(db.session, spoken(code_set, code), GUESSES)
    return {"typed": code, "code_set": code_set, "answer": answer, "groups": groups(answer)}
