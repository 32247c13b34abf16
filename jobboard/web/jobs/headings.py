"""What a landing page is called: one sentence for its heading, its title in search engines and the trail above it."""

from jobboard.domain.codes.specialty import Kind
from jobboard.search.landing.names import Named


def heading(page: Named) -> str:
    """'Remote cardiology coding jobs', 'Coding jobs you can do from Texas that ask for the CPC'."""
    said = kind_of_jobs(page)
    if page.landing.work:
        said = f"Remote {small(said)}"
    if page.state:
        said += f" you can do from {page.state.name}"
    if page.credential:
        said += f" that ask for the {page.credential.abbreviation}"
    return said


def small(words: str) -> str:
    """As it stands inside a sentence: 'Inpatient and DRG' -> 'inpatient and DRG'."""
    return words[:1].lower() + words[1:]


def kind_of_jobs(page: Named) -> str:
    if page.specialty:
        return f"{page.specialty.name}{'' if page.specialty.kind is Kind.WORK else ' coding'} jobs"
    if page.family:
        return f"Coding jobs for {small_label(page.family.label)}"
    return "Coding jobs" if page.credential else "Medical coding jobs"


def small_label(label: str) -> str:
    """A family's name inside a sentence; names that begin with an abbreviation stay as they are."""
    return label if label[1:2].isupper() or not label[1:2].isalpha() else small(label)


def short(page: Named, kind: str) -> str:
    """One choice in a word or two: 'Cardiology', 'CPC', 'Texas', 'Remote'."""
    said = {
        "specialty": page.specialty and page.specialty.name,
        "credential": page.credential and page.credential.abbreviation,
        "family": page.family and page.family.label,
        "state": page.state and page.state.name,
    }
    return said.get(kind) or "Remote"
