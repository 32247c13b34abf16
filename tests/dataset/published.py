"""What the published files say of a code, read with nothing but csv and gzip: the other half of the exactness tests.

`of(code_set, code)` gives the facts by the names that `templates/codes/_fact.html` lists: `Facts.may` is every value a
page may show under a name, `Facts.must` are the names it has to show.
"""

import csv
import gzip
import re
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from jobboard.dataset.files import FOLDER

CENT = Decimal("0.01")
RVUS = {
    "work": "work_rvu",
    "pe_office": "pe_nonfac_rvu",
    "pe_facility": "pe_fac_rvu",
    "malpractice": "mp_rvu",
    "total_office": "total_nonfac",
    "total_facility": "total_fac",
}
SHARES = {"pre_op": "pre_op", "intra_op": "intra_op", "post_op": "post_op"}
INDICATORS = {
    "status": "status",
    "pctc": "pctc",
    "multiple_procedures": "mult_proc",
    "bilateral": "bilat",
    "assistant": "asst_surg",
    "co_surgeons": "co_surg",
    "team": "team_surg",
    "supervision": "phys_supervision",
    "imaging_family": "imaging_family",
}
SILENT = {"9", "09", "99"}  # the concept does not apply
SEGMENTS = {
    "community_nondual_aged": "coef_cna",
    "community_nondual_disabled": "coef_cnd",
    "community_full_dual_aged": "coef_cfa",
    "community_full_dual_disabled": "coef_cfd",
    "community_partial_dual_aged": "coef_cpa",
    "community_partial_dual_disabled": "coef_cpd",
    "institutional": "coef_ins",
}
MODELS = {"hcc_v28": "hcc_v28", "hcc_v24": "hcc_v24", "hcc_rx08": "rxhcc_v08"}


@dataclass
class Facts:
    may: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    must: set[str] = field(default_factory=set)

    def say(self, name: str, value: str, must: bool = True) -> None:
        """Some value of the file; an empty cell says nothing."""
        if value:
            self.may[name].add(value)
            self.must |= {name} if must else set()

    def wrong(self, shown: list[tuple[str, str]]) -> list[str]:
        """What a page shows that the files do not say, and what it leaves out."""
        faults = {
            f"{name} is {value}, the file says {' or '.join(self.may[name]) or 'nothing'}"
            for name, value in shown
            if not any(same(value, one) for one in self.may[name])
        }
        return sorted(faults | {f"{name} is missing" for name in self.must - {name for name, _ in shown}})


def same(shown: str, published: str) -> bool:
    """Figures are compared as figures (`0.210` is 0.21), words letter by letter."""
    if re.fullmatch(r"-?\d+\.\d+", shown):
        return Decimal(shown) == Decimal(published)
    return shown == published


@cache
def table(name: str) -> list[dict[str, str]]:
    data = (FOLDER / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def by_code(name: str, column: str = "code") -> dict[str, list[dict[str, str]]]:
    found = defaultdict(list)
    for row in table(name):
        found[row[column].rstrip("\ufffd")].append(row)
    return found


def codes(code_set: str) -> list[str]:
    """Every code of a set that a file names, in use or not."""
    if code_set == "cpt":
        named = {
            *by_code("pfs_2026.csv.gz"),
            *by_code("opps_addendum_b_2026_04.csv.gz"),
            *by_code("work_rvu_history.csv"),
        }
        return sorted(code for code in named if re.fullmatch(r"\d{4}[\dFTUM]", code))
    if code_set == "hcpcs":
        return sorted(by_code("hcpcs_level2.csv.gz"))
    name, column = {
        "icd10cm": ("icd10cm.csv.gz", "code"),
        "icd10pcs": ("icd10pcs.csv.gz", "code"),
        "msdrg": ("msdrg_v44.csv", "drg"),
        "hcc": ("hcc_v28_2026.csv", "hcc"),
    }[code_set]
    return sorted(by_code(name, column))


def of(code_set: str, code: str) -> Facts:
    says = {
        "cpt": _service,
        "hcpcs": _service,
        "icd10cm": _diagnosis,
        "icd10pcs": _procedure,
        "msdrg": _group,
        "hcc": _category,
    }
    facts = Facts()
    says[code_set](facts, code)
    return facts


def dollars(rvus: str, factor: str) -> str:
    return str((Decimal(rvus) * Decimal(factor)).quantize(CENT, ROUND_HALF_UP))


def _service(facts: Facts, code: str) -> None:
    for row in by_code("pfs_2026.csv.gz").get(code, []):
        _fee(facts, row)
    for row in by_code("work_rvu_history.csv").get(code, []):
        worked = any(Decimal(value) for name, value in row.items() if name != "code" and value)
        years = [(name[-4:], value) for name, value in row.items() if name != "code" and value]
        for year, value in years:
            facts.say(f"history_{year}", value, must=worked and len(years) > 1)
    for row in by_code("opps_addendum_b_2026_04.csv.gz").get(code, []):
        facts.say("opps_status", row["status_indicator"])
        facts.say("opps_rate", row["payment_rate"])
    for row in by_code("ncci_mue_practitioner_2024q3.csv.gz").get(code, []):
        facts.say("mue", row["mue"])
    for row in by_code("hcpcs_level2.csv.gz").get(code, []):
        facts.say("valid_from", row["date_added"], must=False)
        facts.say("valid_to", row["date_terminated"], must=False)
    for row in by_code("rbcs_2024.csv.gz").get(code, []):
        facts.say("valid_to", row["code_ended"], must=False)


def _fee(facts: Facts, row: dict[str, str]) -> None:
    end = f":{row['mod']}" if row["mod"] else ""
    worth = any(Decimal(row[name]) for name in ("total_nonfac", "total_fac"))
    for name, column in RVUS.items():
        facts.say(name + end, row[column], must=worth)
    factor = row["conv_factor"]
    if row["nonfac_na"] != "NA":
        facts.say(f"dollars_office{end}", dollars(row["total_nonfac"], factor), must=worth)
    if row["fac_na"] != "NA":
        facts.say(f"dollars_facility{end}", dollars(row["total_fac"], factor), must=worth)
    if row["mod"]:
        facts.say(f"indicator_supervision{end}", row["phys_supervision"], must=False)
        return
    facts.say("conversion_factor", factor, must=worth)
    facts.say("global_days", row["global_days"], must=worth)
    surgical = row["global_days"] in ("010", "090") and any(Decimal(row[name]) for name in SHARES)
    for name, column in SHARES.items():
        facts.say(name, row[column], must=worth and surgical)
    telling = any(row[column] not in SILENT for column in INDICATORS.values() if column != "status")
    for name, column in INDICATORS.items():
        facts.say(f"indicator_{name}", row[column], must=telling and name == "status")


def _diagnosis(facts: Facts, code: str) -> None:
    (row,) = by_code("icd10cm.csv.gz")[code]
    facts.say("title", row["title"])
    facts.say("valid_from", row["valid_from"])
    facts.say("valid_to", row["valid_to"])
    facts.say("mdc", row["mdc"])
    facts.say("severity", row["cc_level"])
    if not row["cc_level"]:
        facts.may["severity"].add("")
    for name, column in MODELS.items():
        for category in filter(None, row[column].split("/")):
            facts.say(name, category)
    for category in filter(None, row["hcc_v28"].split("/")):
        (weights,) = by_code("hcc_v28_2026.csv", "hcc")[category]
        for segment, column in SEGMENTS.items():
            facts.say(f"coefficient_{segment}:{category}", weights[column])


def _procedure(facts: Facts, code: str) -> None:
    (row,) = by_code("icd10pcs.csv.gz")[code]
    facts.say("title", row["title"])
    facts.say("valid_from", row["valid_from"])
    facts.say("valid_to", row["valid_to"])
    facts.say("or_procedure", row["or_procedure_v43_1"])
    if row["or_procedure_v43_1"] != "Y":
        facts.may["or_procedure"].add("")


def _group(facts: Facts, drg: str) -> None:
    (row,) = by_code("msdrg_v44.csv", "drg")[drg]
    before = by_code("msdrg_v43_1.csv", "drg").get(drg, [{}])[0]
    ours = by_code("msdrg_placed.csv", "drg").get(drg, [{}])[0]
    facts.say("title", row["title"])
    facts.say("mdc", row["mdc_v43_1"] or ours.get("mdc", ""))
    facts.say("drg_kind", before.get("type") or ours.get("type", ""))
    facts.may["drg_kind"] |= set() if facts.may["drg_kind"] else {""}
    facts.may["mdc"] |= set() if facts.may["mdc"] else {""}
    facts.say("earlier_title", before.get("title", ""), must=row["change_from_v43_1"] == "retitled")
    facts.may["valid_from"] = {"2026-10-01"} if row["change_from_v43_1"] == "new" else set()
    facts.may["valid_to"] = {"2026-09-30"} if row["change_from_v43_1"] == "deleted" else set()


def _category(facts: Facts, hcc: str) -> None:
    (row,) = by_code("hcc_v28_2026.csv", "hcc")[hcc]
    facts.say("title", row["label"])
    for segment, column in SEGMENTS.items():
        facts.say(f"coefficient_{segment}", row[column])
    mapped = sum(hcc in one["hcc_v28"].split("/") for one in table("icd10cm.csv.gz"))
    facts.say("diagnoses", str(mapped))
