"""What a desk is before anyone hires for it: the archetype every generated posting starts from."""

from dataclasses import dataclass

from jobboard.seeds.shapes import Cell, Family, Group, Question, Step

PRO_CLINIC = Cell("professional", "clinic")
PRO_IP = Cell("professional", "inpatient")
PRO_OPS = Cell("professional", "outpatient_surgery")
PRO_ASC = Cell("professional", "asc")
PRO_ED = Cell("professional", "ed")
PRO_ANC = Cell("professional", "ancillary")
FAC_IP = Cell("facility", "inpatient")
FAC_OPS = Cell("facility", "outpatient_surgery")
FAC_ASC = Cell("facility", "asc")
FAC_ED = Cell("facility", "ed")
FAC_OBS = Cell("facility", "observation")
FAC_ANC = Cell("facility", "ancillary")
FAC_CLINIC = Cell("facility", "clinic")


@dataclass(frozen=True)
class Pace:
    """A productivity band: `lo` to `hi` of `unit` each `period`."""

    unit: str
    lo: int
    hi: int
    period: str = "hour"
    accuracy: int = 95
    ramp: int = 8


@dataclass(frozen=True, kw_only=True)
class Role:
    """`pay` is hourly dollars (or yearly, by `unit`) where costs are average. `models` weighs remote, hybrid, onsite.
    `work`, `bring` and `hard` are sentences: what is coded, what is looked for, what is honestly difficult."""

    slug: str
    titles: tuple[str, ...]
    settings: tuple[Cell, ...]
    specialties: tuple[str, ...]
    families: tuple[Family, ...]
    credentials: tuple[Group, ...]
    months: tuple[int, ...]
    pay: tuple[float, float]
    duties: tuple[tuple[str, int], ...]
    work: tuple[str, ...]
    bring: tuple[str, ...]
    hard: tuple[str, ...]
    unit: str = "hour"
    pace: Pace | None = None
    models: tuple[int, int, int] = (65, 20, 15)
    apprentices: str = "no"
    apprentice_conditions: tuple[str, ...] = ()
    types: tuple[str, ...] = ("full_time",)
    schedules: tuple[str, ...] = ("days", "days", "flexible")
    hours: tuple[int, ...] = (40,)
    steps: tuple[Step, ...] = ()
    questions: tuple[Question, ...] = ()
    encoders: tuple[str, ...] = ()
    ai: tuple[str, ...] = ("none", "none", "suggests")
    facility_tools: bool = False


def core(code: str, share: int, up: int = 0) -> Family:
    return Family(code, up, "required", share)


def also(code: str, share: int, up: int = 0) -> Family:
    return Family(code, up, "preferred", share)


def holds(*credentials: str) -> Group:
    return Group("required", None, credentials)


def likes(*credentials: str) -> Group:
    return Group("preferred", None, credentials)


def earns(months: int, *credentials: str) -> Group:
    return Group("obtain", months, credentials)


def split(**percent: int) -> tuple[tuple[str, int], ...]:
    return tuple(percent.items())


def yes_no(text: str) -> Question:
    return Question(text, "yes_no")


def number(text: str) -> Question:
    return Question(text, "number")


def words(text: str) -> Question:
    return Question(text, "text")


def coding_test(minutes: int, pass_mark: int = 80, *, open_book: bool = True, paid: bool = False) -> Step:
    return Step("Coding test", minutes, open_book, paid, pass_mark)
