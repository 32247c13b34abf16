"""The one address of a code, and of what stands around it."""

from flask import url_for

from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty


def code_path(code_set: CodeSet, code: str) -> str:
    """`/codes/icd10cm/I25.10`: the set in small letters, the code as its set writes it."""
    return url_for("codes.code", code_set=code_set.value, code=code)


def family_path(family: Family) -> str:
    return url_for("jobs.results", family=family.slug)


def specialty_path(specialty: Specialty) -> str:
    return url_for("jobs.results", specialty=specialty.slug)
