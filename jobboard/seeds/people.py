"""The cast and everyone around it. All share one password; the README names those worth signing in as."""

from jobboard.seeds.coders import CODERS, Coder
from jobboard.seeds.roles import ROLES
from jobboard.seeds.shapes import EmployerSeed, PersonSeed

OWNERS = (
    "Walter Greer", "Simone Archer", "Deepa Krishnan", "Ellen Brandt", "Luis Ortega", "Catherine Doyle", "Ken Yamada",
    "Ruth Abrams", "Jamal Whitaker", "Ingrid Solberg", "Paula Benson", "Victor Hale", "Nadia Rahman", "Steven Cho",
    "Marta Nowak", "Greg Fontaine", "Alice Trudeau", "Raymond Ellis", "Carmen Ibarra", "Joan McAllister", "Omar Farouk",
    "Tina Blackwood", "Henry Castellano", "Denise Fowler", "Arjun Patel", "Sheila Burke", "Leon Vasser", "Julia Engel",
    "Patricia Stone", "Derek Lawson", "Monica Reyes", "Frank Delaney", "Yvonne Pierce", "Curtis Boyd", "Helen Zimmer",
    "Robert Nakai", "Laura Pennington", "Anton Weiss", "Gloria Mendes", "Scott Harmon",
)  # fmt: skip

STAFF = (
    PersonSeed(key="olga", name="Olga Petrova", email="olga@example.com", role="moderator"),
    PersonSeed(key="nils", name="Nils Arden", email="nils@example.com", role="moderator"),
    PersonSeed(key="ada", name="Ada Kimura", email="ada@example.com", role="admin"),
)


def member(key: str, name: str, email: str, employer_slug: str, seat: str) -> PersonSeed:
    return PersonSeed(key=key, name=name, email=email, role="member", employer_slug=employer_slug, seat=seat)


HIRING = (
    member("mira", "Mira Sandoval", "mira@acme-health.example", "acme-health", "owner"),
    member("joel", "Joel Tran", "joel@acme-health.example", "acme-health", "recruiter"),
    member("vera", "Vera Lindholm", "vera@acme-health.example", "acme-health", "viewer"),
    member("rolf", "Rolf Becker", "rolf@rivalcoding.example", "rival-coding", "owner"),
    member("bianca", "Bianca Howe", "bianca@rivalcoding.example", "rival-coding", "recruiter"),
)


def handle(name: str) -> str:
    """First and family name in plain lower-case letters, as in an email address."""
    plain = name.replace("í", "i").replace("'", "").lower().split()
    return ".".join((plain[0], plain[-1]))


def people(employers: tuple[EmployerSeed, ...]) -> tuple[PersonSeed, ...]:
    """Everyone: staff, the hiring cast, one owner for every other employer, and the coders."""
    others = [
        employer for employer in employers if employer.slug not in {seat.employer_slug for seat in HIRING}
    ]
    owners = [owner(employer, name) for employer, name in zip(others, OWNERS, strict=False)]
    return (*STAFF, *HIRING, *owners, *(coder(row, place) for place, row in enumerate(CODERS)))


def owner(employer: EmployerSeed, name: str) -> PersonSeed:
    who = handle(name)
    return member(f"{employer.slug}-owner", name, f"{who}@{employer.mail_domain}", employer.slug, "owner")


def writer_of(employer: EmployerSeed) -> str:
    """The key of the person who writes that employer's postings."""
    return {"acme-health": "mira", "rival-coding": "rolf"}.get(employer.slug, f"{employer.slug}-owner")


def coder(row: Coder, place: int) -> PersonSeed:
    first = ROLES[row.desks[0]]
    short = handle(row.name).split(".")[0]
    years = round(row.months / 12, 1)
    named = place < 2  # Amir and Dana sign in by first name
    return PersonSeed(
        key=short if named else handle(row.name),
        name=row.name,
        email=f"{short if named else handle(row.name)}@example.com",
        role="coder",
        city=row.city,
        state=row.state,
        headline=row.headline,
        credentials=row.credentials,
        experience_months=row.months,
        specialties=first.specialties,
        families=tuple((family.code, family.levels_up, years) for family in first.families[:3])
        if years
        else (),
        tools=first.encoders,
        visibility=row.visibility,
        about=f"{row.headline}. Lives in {row.city}, {row.state}.",
        desks=row.desks,
    )
