"""The trees of code families cover their sets: checked against every code of the release, not by eye."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

import pytest

from jobboard.dataset import cpt, hcpcs, icd10cm, icd10pcs
from jobboard.dataset.families import nodes
from jobboard.dataset.files import rows
from jobboard.dataset.tree import Leaves
from jobboard.dataset.trees.groups import groups
from jobboard.domain.codes.codeset import HEADED, CodeSet, sort_key

SETS = list(CodeSet)
FILES = {CodeSet.HCPCS: hcpcs, CodeSet.ICD10CM: icd10cm, CodeSet.ICD10PCS: icd10pcs}
AGREES = 0.95


@cache
def every_key(code_set):
    """The sort keys of every code of the release, in order."""
    if code_set is CodeSet.CPT:
        codes = list(cpt.numbers())
    elif code_set is CodeSet.MSDRG:
        codes = [group.drg for group in groups()]
    elif code_set is CodeSet.HCC:
        codes = [row["hcc"] for row in rows("hcc_v28_2026.csv")]
    else:
        codes = [fact.code for fact in FILES[code_set].facts()]
    return sorted(sort_key(code_set, code) for code in codes)


@pytest.mark.parametrize("code_set", SETS)
def test_every_code_of_the_release_lies_in_exactly_one_leaf(code_set):
    keys = every_key(code_set)
    runs = sorted(run for node in nodes(code_set) if node.leaf for run in node.runs)
    overlapping = [(one, other) for one, other in pairwise(runs) if other.lo <= one.hi]
    assert not overlapping, f"These ranges overlap: {overlapping[:5]}"
    leaves = Leaves(nodes(code_set))
    homeless = [key for key in keys if leaves.holding(key) is None]
    assert not homeless, f"No family holds {homeless[:10]}: widen a range in the families file."
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("code_set", SETS)
def test_every_family_has_codes(code_set):
    leaves = Leaves(nodes(code_set))
    held = Counter(above.slug for key in every_key(code_set) for above in leaves.holding(key).line)
    assert not [node.slug for node in nodes(code_set) if not held[node.slug]]


@pytest.mark.parametrize("code_set", SETS)
def test_a_parent_holds_just_the_codes_of_its_children(code_set):
    keys = every_key(code_set)
    below = defaultdict(set)
    leaves = Leaves(nodes(code_set))
    for key in keys:
        for above in leaves.holding(key).line:
            below[above.slug].add(key)
    for node in nodes(code_set):
        inside = [keys[bisect_left(keys, run.lo) : bisect_right(keys, run.hi)] for run in node.runs]
        assert {key for some in inside for key in some} == below[node.slug], node.slug


@pytest.mark.parametrize("code_set", SETS)
def test_ranges_begin_and_end_at_codes_of_the_release(code_set):
    keys = set(every_key(code_set))
    if code_set in HEADED:
        keys = {key[:3] for key in keys}
    for node in nodes(code_set):
        for run in node.runs:
            lo, hi = (run.lo[:3], run.hi[:3]) if code_set in HEADED else run
            assert lo in keys, f"{node.slug} begins at {lo}, which is no code"
            assert hi in keys, f"{node.slug} ends at {hi}, which is no code"


def test_slugs_are_unique_and_name_their_set():
    slugs = [node.slug for code_set in SETS for node in nodes(code_set)]
    assert len(set(slugs)) == len(slugs)
    assert all(node.slug.startswith(f"{code_set.value}-") for code_set in SETS for node in nodes(code_set))


def test_labels_are_short_enough_for_a_chip():
    long = [node.label for code_set in SETS[:2] for node in nodes(code_set) if len(node.label) > 70]
    assert not long


def test_cpt_has_as_many_leaves_as_coders_have_desks():
    """Fine enough that a specialty coder finds their own, coarse enough to choose from."""
    assert 350 <= sum(node.leaf for node in nodes(CodeSet.CPT)) <= 450


def test_44314_is_stoma_work_of_the_intestines():
    leaf = Leaves(nodes(CodeSet.CPT)).holding("044314")
    assert leaf.span == "44300–44346"
    assert [node.label for node in leaf.line] == [
        "Surgery",
        "Digestive",
        "Intestines",
        "Enterostomy and stoma revision",
    ]


@pytest.mark.parametrize(
    ("key", "category"),
    [("C4A0", "Merkel"), ("M1A0110", "gout"), ("Z3A01", "gestation"), ("O9A111", "trauma"), ("QA171", "QA1")],
)
def test_categories_with_a_letter_in_third_place_find_their_home(key, category):
    leaf = Leaves(nodes(CodeSet.ICD10CM)).holding(key)
    assert category in f"{leaf.label} {leaf.synonyms}"
    assert key.startswith(leaf.runs[0].lo)


def test_a_code_newer_than_the_ranges_goes_to_the_leaf_before_it():
    leaves = Leaves(nodes(CodeSet.CPT))
    assert leaves.holding("044350") is None
    assert leaves.nearest("044350").slug == "cpt-enterostomy-and-stoma-revision"


def test_hand_mapped_families_and_specialties_exist():
    slugs = {node.slug for code_set in SETS for node in nodes(code_set)}
    names = {row["slug"] for row in rows("specialties.csv")}
    for row in rows("specialty_families.csv"):
        assert row["family"] in slugs
        assert row["specialty"] in names


@pytest.mark.parametrize(
    ("code_set", "key", "labels"),
    [
        (CodeSet.ICD10PCS, "0SR90J9", ["Medical and Surgical", "Lower Joints", "Lower Joints: Replacement"]),
        (CodeSet.ICD10PCS, "GZFZZZZ", ["Mental Health", "Mental Health: Hypnosis"]),
        (CodeSet.ICD10PCS, "0TXB0Z6", ["Medical and Surgical", "Urinary System", "Urinary System: Transfer"]),
        (
            CodeSet.MSDRG,
            "470",
            [
                "Diseases and Disorders of the Musculoskeletal System and Connective Tissue",
                "Diseases and Disorders of the Musculoskeletal System and Connective Tissue: surgical",
            ],
        ),
        (CodeSet.MSDRG, "999", ["Ungroupable"]),
        (CodeSet.HCC, "037", ["Diabetes and pancreas transplant"]),
    ],
)
def test_the_sets_of_the_hospital_and_of_risk_have_their_trees(code_set, key, labels):
    assert [node.label for node in Leaves(nodes(code_set)).holding(key).line] == labels


def main_kinds():
    """For each CPT leaf the part of its classified codes that share the commonest kind of care; None without any."""
    kinds = {sort_key(CodeSet.CPT, row["code"]): row["category"] for row in rows("rbcs_2024.csv.gz")}
    leaves = Leaves(nodes(CodeSet.CPT))
    held = defaultdict(Counter)
    for key in every_key(CodeSet.CPT):
        held[leaves.holding(key).slug].update([kinds[key]] if key in kinds else [])
    return {slug: max(c.values()) / c.total() if c else None for slug, c in held.items()}


def test_a_cpt_leaf_agrees_with_medicares_kinds_of_care_or_says_why_not():
    reasons = {row["slug"]: row["reason"] for row in rows("families_cpt_mixed.csv")}
    mixed = {slug for slug, part in main_kinds().items() if part is None or part < AGREES}
    assert not mixed - reasons.keys(), "Split the family, or say why in families_cpt_mixed.csv."
    assert not reasons.keys() - mixed, "These agree by now: take their reasons out."
    assert all(len(reason) > 20 for reason in reasons.values())
