"""The tree of each code set as its files draw it, and the files it is drawn from."""

from collections.abc import Callable, Iterator

from jobboard.dataset.tree import Node
from jobboard.dataset.trees import diagnoses, drawn, groups, procedures
from jobboard.domain.codes.codeset import CodeSet

FILES = drawn.FILES + diagnoses.FILES + procedures.FILES + groups.FILES
DRAWN: dict[CodeSet, Callable[[], Iterator[Node]]] = {
    CodeSet.CPT: drawn.cpt,
    CodeSet.HCPCS: drawn.hcpcs,
    CodeSet.ICD10CM: diagnoses.nodes,
    CodeSet.ICD10PCS: procedures.nodes,
    CodeSet.MSDRG: groups.nodes,
    CodeSet.HCC: drawn.hcc,
}
