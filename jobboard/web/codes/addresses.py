"""The one address of a code, and of what stands around it."""

from flask import url_for

from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.credential import Credential
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.finding import Found
from jobboard.domain.codes.reading import spoken
from jobboard.domain.codes.specialty import Specialty


def code_path(code_set: CodeSet, code: str) -> str:
    """`/codes/icd10cm/I25.10`: the set in small letters, the code as its set writes it."""
    return url_for("codes.code", code_set=code_set.value, code=code)


def set_path(code_set: CodeSet) -> str:
    """The families of a set, from its sections down."""
    return url_for("codes.families_of", code_set=code_set.value)


def family_path(family: Family) -> str:
    return url_for("codes.family", slug=family.slug)


def specialty_path(specialty: Specialty) -> str:
    return url_for("codes.specialty", slug=specialty.slug)


def credential_path(credential: Credential) -> str:
    return url_for("codes.credential", slug=credential.slug)


def jobs_path(found: Found) -> str:
    """The open jobs that cover a code."""
    return url_for("jobs.results", q=spoken(found.code_set, found.code))


def billed_path(code: str) -> str:
    """Of a CPT or HCPCS code, which are told apart by their first character."""
    return code_path(CodeSet.HCPCS if code[0].isalpha() else CodeSet.CPT, code)
