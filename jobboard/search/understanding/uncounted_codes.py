"""Who codes what no public figures are counted for: diagnoses by their chapter, what only hospitals report of inpatients, and what
agencies, programs and dentists report.

Our own judgment, the likeliest specialty first; where a range lies in another the narrower one counts.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from jobboard.domain.codes.codeset import CodeSet

INPATIENT = ("inpatient-drg",)
OF_SETS = {CodeSet.ICD10PCS: INPATIENT, CodeSet.MSDRG: INPATIENT}
# The first category of each run; a run goes on to the next one.
OF_DIAGNOSES = {
    "A00": "infectious-disease internal-medicine",
    "C00": "hematology-oncology radiation-oncology",
    "C43": "dermatology hematology-oncology",
    "C45": "hematology-oncology radiation-oncology",
    "D50": "hematology-oncology",
    "E00": "endocrinology family-medicine internal-medicine",
    "F01": "psychiatry psychology",
    "G00": "neurology",
    "H00": "ophthalmology optometry",
    "H60": "otolaryngology speech-audiology",
    "I00": "cardiology interventional-cardiology",
    "I60": "neurology inpatient-drg",
    "I70": "vascular-surgery cardiology",
    "I95": "cardiology",
    "J00": "family-medicine urgent-care otolaryngology",
    "J09": "pulmonology family-medicine urgent-care",
    "J30": "otolaryngology allergy-immunology",
    "J40": "pulmonology",
    "K00": "dental oral-maxillofacial-surgery",
    "K20": "gastroenterology general-surgery",
    "K35": "general-surgery emergency-medicine",
    "K40": "general-surgery",
    "K50": "gastroenterology colorectal-surgery general-surgery",
    "K60": "colorectal-surgery general-surgery gastroenterology",
    "K70": "gastroenterology",
    "K80": "general-surgery gastroenterology",
    "K83": "gastroenterology general-surgery",
    "L00": "dermatology",
    "L89": "wound-care",
    "L90": "dermatology",
    "L97": "wound-care podiatry",
    "L98": "dermatology",
    "M00": "orthopedic-surgery rheumatology",
    "M05": "rheumatology",
    "M15": "orthopedic-surgery sports-medicine",
    "M30": "rheumatology",
    "M40": "neurosurgery orthopedic-surgery pain-management",
    "M60": "orthopedic-surgery sports-medicine",
    "N00": "nephrology",
    "N20": "urology",
    "N60": "obstetrics-gynecology",
    "N99": "urology",
    "O00": "obstetrics-gynecology",
    "P00": "pediatrics",
    "R00": "emergency-medicine family-medicine internal-medicine",
    "S00": "emergency-medicine orthopedic-surgery urgent-care",
    "T07": "emergency-medicine urgent-care",
    "Z00": "family-medicine internal-medicine",
    "Z30": "obstetrics-gynecology",
    "Z40": "family-medicine internal-medicine",
}
STARTS = sorted(OF_DIAGNOSES)
# From a code to a code: what Medicare pays no physicians for, or pays since so lately that nobody has counted it. What is counted of
# their families is of other codes: a nurse's visit at home stands among imaging.
OF_RUNS = (
    ("99424", "99427", "family-medicine internal-medicine"),
    ("99500", "99602", "home-health"),
    ("D0000", "D6999", "dental oral-maxillofacial-surgery"),
    ("D7000", "D7999", "oral-maxillofacial-surgery dental"),
    ("D8000", "D9999", "dental oral-maxillofacial-surgery"),
    ("G0151", "G0164", "home-health"),
    ("G0299", "G0300", "home-health hospice-palliative"),
    ("G0337", "G0337", "hospice-palliative"),
    ("G0466", "G0470", "family-medicine internal-medicine"),
    ("G0493", "G0496", "home-health hospice-palliative"),
    ("G2067", "G2080", "addiction-medicine psychiatry"),
    ("G2211", "G2211", "family-medicine internal-medicine evaluation-management"),
    ("H0001", "H2041", "psychiatry addiction-medicine psychology"),
    ("Q5001", "Q5010", "hospice-palliative home-health"),
    ("S9083", "S9088", "urgent-care"),
    ("S9122", "S9131", "home-health"),
    ("S9325", "S9379", "home-health"),
    ("T1000", "T1005", "home-health"),
    ("T1015", "T1015", "family-medicine internal-medicine"),
    ("V5008", "V5364", "speech-audiology otolaryngology"),
)


def coded_by(code_set: CodeSet, code: str) -> Sequence[str]:
    """The slugs of the specialties that code it, the likeliest first; none where we cannot say."""
    if code_set is not CodeSet.ICD10CM:
        return OF_SETS.get(code_set, ())
    place = bisect_right(STARTS, code[:3])
    return OF_DIAGNOSES[STARTS[place - 1]].split() if place else ()


def run_of(code: str) -> Sequence[str]:
    """The slugs of who codes it where we know better than what is counted of its family."""
    return next(
        (slugs.split() for first, last, slugs in OF_RUNS if first <= code <= last and len(code) == 5), ()
    )


def named(slugs: Sequence[str], offered: Mapping[str, tuple[int, str]]) -> dict[int, str]:
    """Specialty id -> name, of those that are offered."""
    return dict(offered[slug] for slug in slugs if slug in offered)
