"""The six code sets, how each writes its codes, and the keys by which their ranges compare."""

from enum import StrEnum

LAST = "ZZZZZZZ"


class CodeSet(StrEnum):
    CPT = "cpt"
    HCPCS = "hcpcs"
    ICD10CM = "icd10cm"
    ICD10PCS = "icd10pcs"
    MSDRG = "msdrg"
    HCC = "hcc"

    @property
    def label(self) -> str:
        return LABELS[self]


# Sets whose first three characters name a category or a table, and sets that are numbered.
HEADED = frozenset({CodeSet.ICD10CM, CodeSet.ICD10PCS})
COUNTED = frozenset({CodeSet.MSDRG, CodeSet.HCC})
LABELS = {
    CodeSet.CPT: "CPT",
    CodeSet.HCPCS: "HCPCS Level II",
    CodeSet.ICD10CM: "ICD-10-CM",
    CodeSet.ICD10PCS: "ICD-10-PCS",
    CodeSet.MSDRG: "MS-DRG",
    CodeSet.HCC: "CMS-HCC",
}


def sort_key(code_set: CodeSet, code: str) -> str:
    """Text that compares as the set is ordered: 44314 -> 044314, 0001F -> F0001, I25.10 -> I2510, HCC 37 -> 037."""
    if code_set is CodeSet.CPT:
        return f"0{code}" if code.isdigit() else code[-1] + code[:-1]
    if code_set in COUNTED:
        return code.zfill(3)
    return code.replace(".", "")


def written(code_set: CodeSet, key: str) -> str:
    """The sort key as people write it, the reverse of `sort_key`."""
    if code_set is CodeSet.CPT:
        return key[1:] if key[0] == "0" else key[1:] + key[0]
    if code_set is CodeSet.ICD10CM and len(key) > 3:
        return f"{key[:3]}.{key[3:]}"
    if code_set is CodeSet.HCC:
        return key.lstrip("0") or key
    return key


def span_end(code_set: CodeSet, code: str) -> str:
    """The last key a range up to `code` covers: every code below a category or a table belongs to it."""
    key = sort_key(code_set, code)
    return (key + LAST)[:7] if code_set in HEADED else key
