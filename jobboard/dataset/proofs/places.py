"""Payment localities with their indices and counties, ZIP codes with their locality; specialties and credentials."""

from collections.abc import Iterator
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobboard.dataset.files import rows
from jobboard.dataset.proofs.proof import Proof, Statement, scaled
from jobboard.domain.codes.credential import Credential, CredentialBody
from jobboard.domain.codes.locality import Locality, LocalityCounty
from jobboard.domain.codes.specialty import Specialty, SpecialtyCmsCode
from jobboard.domain.places.place import Zip

INDICES = (
    ("pw_gpci", Locality.work, 3),
    ("pw_gpci_no_floor", Locality.work_without_floor, 3),
    ("pe_gpci", Locality.practice, 3),
    ("mp_gpci", Locality.malpractice, 3),
    ("anes_cf_nonqp", Locality.anesthesia, 2),
    ("anes_cf_qp", Locality.anesthesia_qualifying, 2),
)
LOCALITY = ("state", "name", *(name for name, _, _ in INDICES))
CREDENTIAL = ("name", "body", "area", "setting or specialty", "level")


def localities_stated() -> Iterator[Statement]:
    factors = {(row["mac"], row["locality"]): row for row in rows("anesthesia_cf_2026.csv")}
    for row in rows("gpci_2026.csv"):
        key = (row["mac"], row["locality"])
        figures = row | factors[key]
        values = (Decimal(figures[name]) for name, _, _ in INDICES)
        yield key, (row["state"], row["locality_name"], *values)


def localities_stored(session: Session, release_id: int) -> Iterator[Statement]:
    about = (Locality.mac, Locality.number, Locality.state_code, Locality.name)
    wanted = select(*about, *(column for _, column, _ in INDICES)).where(Locality.release_id == release_id)
    for mac, number, state, name, *values in session.execute(wanted):
        figures = (scaled(value, places) for value, (_, _, places) in zip(values, INDICES, strict=True))
        yield (mac, number), (state, name, *figures)


def counties_stated() -> Iterator[Statement]:
    for row in rows("locality_counties_2026.csv"):
        yield (row["mac"], row["locality"], row["county_state"], row["county"]), ()


def counties_stored(session: Session, release_id: int) -> Iterator[Statement]:
    about = (Locality.mac, Locality.number, LocalityCounty.state_code, LocalityCounty.county)
    wanted = select(*about).join(Locality, Locality.id == LocalityCounty.locality_id)
    return ((tuple(row), ()) for row in session.execute(wanted))


def zips_stated() -> Iterator[Statement]:
    for row in rows("us_zips.csv.gz"):
        yield (row["zip"],), (row["city"], row["state"], row["mac"], row["locality"])


def zips_stored(session: Session, release_id: int) -> Iterator[Statement]:
    wanted = select(Zip.zip, Zip.city, Zip.state_code, Zip.mac, Zip.locality)
    return (((code,), tuple(values)) for code, *values in session.execute(wanted))


def specialties_stored(session: Session, release_id: int) -> Iterator[Statement]:
    counted: dict[int, list[str]] = {}
    for number, code in session.execute(select(SpecialtyCmsCode.specialty_id, SpecialtyCmsCode.cms_code)):
        counted.setdefault(number, []).append(code)
    wanted = select(Specialty.id, Specialty.slug, Specialty.name, Specialty.kind, Specialty.synonyms)
    for number, slug, name, kind, synonyms in session.execute(wanted.where(~Specialty.retired)):
        yield (slug,), (name, kind.value, synonyms, frozenset(counted.get(number, ())))


def specialties_stated() -> Iterator[Statement]:
    for row in rows("specialties.csv"):
        yield (row["slug"],), (row["name"], row["kind"], row["synonyms"], frozenset(row["cms_codes"].split()))


def credentials_stated() -> Iterator[Statement]:
    for row in rows("credentials.csv"):
        about = (row["name"], row["body"], row["area"], row["setting_or_specialty"], row["level"])
        yield (row["credential"],), about


def credentials_stored(session: Session, release_id: int) -> Iterator[Statement]:
    about = (
        Credential.name,
        CredentialBody.abbreviation,
        Credential.area,
        Credential.scope,
        Credential.level,
    )
    wanted = select(Credential.abbreviation, *about).join(
        CredentialBody, CredentialBody.id == Credential.body_id
    )
    for abbreviation, *values, level in session.execute(wanted.where(~Credential.retired)):
        yield (abbreviation,), (*values, level.value)


PROOFS = (
    Proof("localities", "Localities: GPCIs, factors", LOCALITY, localities_stated, localities_stored),
    Proof("localities", "Counties of localities", (), counties_stated, counties_stored),
    Proof("places", "ZIP codes: locality", ("city", "state", "mac", "locality"), zips_stated, zips_stored),
    Proof(
        "specialties", "Specialties", ("name", "kind", "synonyms", "CMS codes"), specialties_stated, specialties_stored
    ),
    Proof("credentials", "Credentials", CREDENTIAL, credentials_stated, credentials_stored),
)  # fmt: skip
