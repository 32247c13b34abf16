"""Specialties and credentials by the name in their address, and which of them name each other."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from jobboard.domain.codes.credential import Credential, CredentialBody
from jobboard.domain.codes.finding import specialties
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.codes.wording import stems


def specialty_by_slug(session: Session, slug: str) -> Specialty | None:
    """With its Medicare specialty codes; None for one that is retired."""
    found = select(Specialty).where(Specialty.slug == slug, ~Specialty.retired)
    return session.scalar(found.options(selectinload(Specialty.cms_codes)))


def credential_by_slug(session: Session, slug: str) -> Credential | None:
    """None for one that nobody confirmed or that is retired: it is shown nowhere."""
    return session.scalar(_shown().where(Credential.slug == slug))


def credentials_shown(session: Session) -> Sequence[tuple[CredentialBody, list[Credential]]]:
    """Every confirmed credential, with those of the same owner together, in the order of the list."""
    owners: dict[int, tuple[CredentialBody, list[Credential]]] = {}
    for one in session.scalars(_shown().order_by(Credential.position)):
        owners.setdefault(one.body_id, (one.body, []))[1].append(one)
    return list(owners.values())


def credentials_for(session: Session, specialty: Specialty) -> list[Credential]:
    """The confirmed credentials whose scope names the specialty, by its name or one it is also known by."""
    shown = session.scalars(_shown().order_by(Credential.position))
    return [one for one in shown if names(one.scope, specialty)]


def specialties_of(session: Session, credential: Credential) -> list[Specialty]:
    """The specialties that the scope of a credential names."""
    return [one for one in specialties(session) if names(credential.scope, one)]


def names(scope: str, specialty: Specialty) -> bool:
    """Whether a scope (`hematology; oncology`, `hospital outpatient / ASC`), or one part of it, is the specialty's name."""
    parts = [scope, *scope.replace("/", ";").split(";")]
    known = [specialty.name, *specialty.synonyms.split(";")]
    said = {tuple(sorted(stems(part))) for part in parts if part.strip()}
    return any(tuple(sorted(stems(name))) in said for name in known if name.strip())


def _shown() -> Select[Credential]:
    return select(Credential).where(Credential.confirmed, ~Credential.retired)
