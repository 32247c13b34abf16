"""How codes are shared among specialties, worked out once more from Medicare's payments."""

from collections.abc import Iterator
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.proofs.code_sets import cpt, hcpcs
from jobboard.dataset.proofs.proof import Key, Proof, Statement
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.specialty import CodeShare, Specialty

BASES = ("national_2023", "top_provider_sample_2014_2023", "puf_sample_2012")
SHOWN = {"national_2023": "payments", "top_provider_sample_2014_2023": "sample", "puf_sample_2012": "sample"}
SMALLEST = 0.02

Amounts = dict[str, dict[str, float]]


def stated() -> Iterator[Statement]:
    """Published shares of payments, by the best basis a code has; for codes without any, the estimate from the codes around it."""
    specialty = {code: row["slug"] for row in rows("specialties.csv") for code in row["cms_codes"].split()}
    by_basis: dict[str, Amounts] = {basis: {} for basis in (*BASES, "estimate")}
    for row in rows("code_specialty.csv.gz"):
        _add(by_basis[row["basis"]], row, specialty, float(row["share_payments"] or 0))
    for row in rows("code_specialty_inferred.csv.gz"):
        _add(by_basis["estimate"], row, specialty, float(row["mean_share"]))
    for code in {code for amounts in by_basis.values() for code in amounts}:
        basis = next(basis for basis in by_basis if code in by_basis[basis])
        for slug, part in by_basis[basis][code].items():
            if part >= SMALLEST:
                yield (code, slug), (f"{round(part, 4):.4f}", SHOWN.get(basis, basis))


def _add(amounts: Amounts, row: dict[str, str], specialty: dict[str, str], amount: float) -> None:
    if slug := specialty.get(row["cms_specialty_code"]):
        mine = amounts.setdefault(row["code"], {})
        mine[slug] = mine.get(slug, 0.0) + amount


def stored(session: Session, release_id: int) -> Iterator[Statement]:
    wanted = select(Code.code, Specialty.slug, CodeShare.share, CodeShare.basis)
    wanted = wanted.select_from(CodeShare).join(Code, Code.id == CodeShare.code_id)
    found = session.execute(wanted.join(Specialty, Specialty.id == CodeShare.specialty_id))
    for code, slug, share, basis in found:
        yield (code, slug), (f"{share:.4f}", basis.value)


@cache
def known() -> frozenset[str]:
    return frozenset(key[0] for read in (cpt, hcpcs) for key, _ in read())


def unknown(key: Key) -> str:
    return "" if key[0] in known() else "numbers of the samples of 2012 to 2023 that no other file names"


PROOFS = (
    Proof("shares", "Specialty shares of codes", ("share", "basis"), stated, stored, unknown, kept=False),
)
