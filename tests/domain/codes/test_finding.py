"""From what was typed to the code, its families and its specialties."""

from datetime import date

import pytest
from sqlalchemy import event

from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.finding import (
    Standing,
    chain,
    covers,
    families_for,
    family_by_slug,
    resolve,
    specialties,
    specialties_for,
)
from jobboard.domain.codes.suggesting import suggest
from jobboard.domain.codes.wording import words


def labels(suggestions):
    return [suggestion.family.label for suggestion in suggestions]


@pytest.mark.parametrize(
    ("typed", "code", "leaf", "section"),
    [
        ("44314", "44314", "Enterostomy and stoma revision", "Surgery"),
        ("I25.10", "I25.10", "Chronic ischemic heart disease", "Diseases of the circulatory system"),
        ("i2510", "I25.10", "Chronic ischemic heart disease", "Diseases of the circulatory system"),
        ("J1885", "J1885", "Drugs J1500 to J1999", "Drugs given by injection or infusion"),
        ("70450-26", "70450", "CT: head and neck", "Radiology"),
        ("0sr90j9", "0SR90J9", "Lower Joints: Replacement", "Medical and Surgical"),
        ("HCC 37", "37", "Diabetes and pancreas transplant", "Diabetes and pancreas transplant"),
        (
            "drg 470",
            "470",
            "Diseases and Disorders of the Musculoskeletal System and Connective Tissue: surgical",
            "Diseases and Disorders of the Musculoskeletal System and Connective Tissue",
        ),
        ("99213", "99213", "Office visits", "Evaluation and management"),
        ("0001F", "0001F", "Care management and history measures", "Performance measures (Category II)"),
    ],
)
def test_a_typed_code_leads_to_its_families(session, typed, code, leaf, section):
    found = resolve(session, typed)
    assert (found.code, found.family.label, found.chain[-1].label) == (code, leaf, section)
    assert [family.depth for family in found.chain] == list(range(len(found.chain) - 1, -1, -1))
    assert chain(session, typed) == found.chain


def test_the_beginning_of_a_procedure_leads_to_its_tables(session):
    assert "Lower Joints: Replacement" in labels(suggest(session, "0SR9"))


def test_an_unknown_code_and_words_resolve_to_nothing(session):
    assert resolve(session, "44318") is None
    assert resolve(session, "colonoscopy") is None
    assert chain(session, "99999") == ()


def test_a_diagnosis_category_is_a_heading(session):
    found = resolve(session, "i25.1")
    assert (found.standing, found.code, found.record) == (Standing.HEADING, "I25.1", None)
    assert found.family.slug == "icd10cm-i25"


def test_a_code_stands_by_the_day_it_is_asked_for(session):
    assert resolve(session, "I25.10").standing is Standing.VALID
    assert resolve(session, "I25.10", on=date(2010, 1, 1)).standing is Standing.NOT_YET
    code = resolve(session, "I25.10").record
    code.active, code.valid_to = False, date(2026, 9, 30)
    session.flush()
    assert resolve(session, "I25.10").standing is Standing.DELETED
    assert resolve(session, "I25.10", on=date(2026, 9, 30)).standing is Standing.VALID
    assert resolve(session, "I25.10", on=date(2026, 10, 1)).standing is Standing.DELETED
    session.rollback()


def test_a_family_covers_the_codes_below_it_and_no_others(session):
    stoma, digestive = resolve(session, "44314"), family_by_slug(session, "cpt-digestive")
    assert covers(digestive, stoma)
    assert digestive.contains(stoma.family)
    assert not covers(digestive, resolve(session, "99213"))
    assert not stoma.family.contains(digestive)


def test_a_chain_costs_two_queries(session):
    asked = []

    def note(connection, cursor, statement, *rest):
        asked.append(statement)

    session.expunge_all()
    event.listen(session.get_bind(), "before_cursor_execute", note)
    resolve(session, "44314")
    event.remove(session.get_bind(), "before_cursor_execute", note)
    assert len([one for one in asked if one.startswith("SELECT")]) == 2, asked


def test_specialties_of_a_code_come_biggest_first_and_say_their_basis(session):
    shares = specialties_for(session, resolve(session, "93306"))
    assert shares[0].specialty.slug == "cardiology"
    assert [share.share for share in shares] == sorted((share.share for share in shares), reverse=True)
    assert shares[0].basis == "payments"
    assert specialties_for(session, resolve(session, "44314"))[0].basis == "estimate"


def test_a_diagnosis_has_the_specialties_of_its_chapter(session):
    assert "cardiology" in {
        share.specialty.slug for share in specialties_for(session, resolve(session, "I25.10"))
    }


def test_a_specialty_knows_its_families(session):
    by_slug = {specialty.slug: specialty for specialty in specialties(session)}
    echo = family_by_slug(session, "cpt-echocardiography")
    assert echo.id in {share.family_id for share in families_for(session, by_slug["cardiology"])}
    assert families_for(session, by_slug["risk-adjustment"])


def test_a_typed_code_suggests_its_narrowest_family_first(session):
    found = suggest(session, "44314")
    assert labels(found) == ["Enterostomy and stoma revision", "Intestines", "Digestive", "Surgery"]
    assert found[0].why == "holds 44314"


def test_the_start_of_a_number_suggests_the_leaves_it_begins(session):
    assert labels(suggest(session, "4431"))[0] == "Enterostomy and stoma revision"


def test_a_number_out_of_use_suggests_the_families_of_its_range(session):
    found = suggest(session, "44318")
    assert labels(found)[0] == "Enterostomy and stoma revision"
    assert "not in use" in found[0].why


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("colonoscopy", "Colonoscopy"),
        ("EGD", "Upper endoscopy"),
        ("ortho", "Bones, joints and muscles"),
        ("E/M", "Evaluation and management"),
        ("e&m", "Evaluation and management"),
        ("knee scope", "Knee arthroscopy"),
        ("TAVR", "Transcatheter valves and appendage closure"),
        ("heart attack", "Acute myocardial infarction"),
        ("sugar diabetes", "Type 2 diabetes mellitus"),
        ("Mohs", "Mohs surgery"),
        ("stoma", "Enterostomy and stoma revision"),
        ("ED visits", "Emergency department visits"),
        ("spine fusion", "Anterior spinal fusion"),
        ("T&A", "Tonsils, adenoids and pharynx"),
    ],
)
def test_words_of_coders_find_their_family(session, typed, label):
    assert label in labels(suggest(session, typed))[:3]


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "'", "zzzzqq", "the of and", "x" * 5000, "a " * 400])
def test_anything_may_be_typed_into_the_picker(session, typed):
    assert len(suggest(session, typed, limit=5)) <= 5


def test_marks_inside_short_forms_do_not_part_them():
    assert words("E/M, PT/INR; T&A (adult)") == ["em", "ptinr", "ta", "adult"]


def test_set_names_are_those_people_use():
    assert [code_set.label for code_set in CodeSet][:3] == ["CPT", "HCPCS Level II", "ICD-10-CM"]


def test_words_said_of_every_family_do_not_narrow_and_anesthesia_comes_after_the_work(session):
    assert labels(suggest(session, "colon surgery"))[0] == "Intestines"
    assert labels(suggest(session, "hip replacement surgery")) == [
        "Hip replacement",
        "Anesthesia: pelvis, hip and upper leg",
    ]
