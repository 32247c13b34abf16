"""Editions for the tests of evidence, made without a database, and how what was found is read."""

from jobboard.domain.codes.family import Family
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.moderation.fact import Tone
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.parts import FamilyTag, SpecialtyTag
from jobboard.domain.postings.terms import Need

COLORECTAL, CARDIOLOGY, RISK = 1, 2, 3


def an_edition(**terms) -> Edition:
    empty = {
        "title": "Colorectal surgery coder",
        "description": "",
        "states": [],
        "families": [],
        "specialties": [],
    }
    return Edition(**(empty | terms))


def a_family(id: int, label: str = "Enterostomy", span: str = "44300–44346") -> FamilyTag:
    return FamilyTag(family_id=id, family=Family(id=id, label=label, span=span), need=Need.REQUIRED)


def a_specialty(id: int, name: str = "Colorectal surgery") -> SpecialtyTag:
    return SpecialtyTag(specialty_id=id, specialty=Specialty(id=id, name=name))


def told(facts) -> list[tuple[Tone, str]]:
    return [(fact.tone, fact.sentence) for fact in facts]


def tones(facts) -> set[Tone]:
    return {fact.tone for fact in facts}
