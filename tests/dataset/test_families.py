"""The trees of code families cover their sets: checked against every code of the release, not by eye."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

import pytest

from jobboard.dataset import cpt, hcpcs, icd10cm
from jobboard.dataset.families import nodes
from jobboard.dataset.files import rows
from jobboard.dataset.tree import Leaves
from jobboard.domain.codes.codeset import CodeSet, sort_key

SETS = [CodeSet.CPT, CodeSet.HCPCS, CodeSet.ICD10CM]


@cache
def every_key(code_set):
    """The sort keys of every code of the release, in order."""
    if code_set is CodeSet.CPT:
        codes = list(cpt.numbers())
    else:
        codes = [fact.code for fact in (hcpcs if code_set is CodeSet.HCPCS else icd10cm).facts()]
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
    if code_set is CodeSet.ICD10CM:
        keys = {key[:3] for key in keys}
    for node in nodes(code_set):
        for run in node.runs:
            lo, hi = (run.lo, run.hi[:3]) if code_set is CodeSet.ICD10CM else run
            assert lo in keys, f"{node.slug} begins at {lo}, which is no code"
            assert hi in keys, f"{node.slug} ends at {hi}, which is no code"


def test_slugs_are_unique_and_name_their_set():
    slugs = [node.slug for code_set in SETS for node in nodes(code_set)]
    assert len(set(slugs)) == len(slugs)
    assert all(node.slug.startswith(f"{code_set.value}-") for code_set in SETS for node in nodes(code_set))


def test_labels_are_short_enough_for_a_chip():
    long = [node.label for code_set in SETS[:2] for node in nodes(code_set) if len(node.label) > 70]
    assert not long


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
