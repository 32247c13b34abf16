"""Amir's list of procedures as rows: ten weeks beside a colorectal surgeon, read by the reader that reads what people paste."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from jobboard.domain.diary import Event
from jobboard.domain.tracking.entry import ProcedureEntry
from jobboard.domain.tracking.finding import specialty_by_slug
from jobboard.domain.tracking.procedure_list import ProcedureList, Site
from jobboard.domain.tracking.reading import read
from jobboard.seeds.book import id_of
from jobboard.seeds.rows.people import Row, Rows
from jobboard.seeds.shapes import PersonSeed

OWNER = "Amir Haddad"
NAME = "Colorectal surgery, this fall"
ID = id_of("procedure_list", NAME)
# Weeks ago, and what was coded in that week: code and count.
WEEKS = (
    (10, "45378 11, 45380 9, 45385 8, 46221 3, 99213 14"),
    (9, "44204 1, 44320 1, 45380 12, 46930 2, 99204 4"),
    (8, "44207 2, 45378 9, 45385 11, 46255 2, 99213 17"),
    (7, "44140 1, 44310 1, 45380 10, 45385 7, 99214 6"),
    (6, "44207 1, 44314 1, 45378 13, 45380 8, 46600 5"),
    (5, "44145 1, 44205 1, 45385 12, 46260 1, 99213 15"),
    (4, "44204 2, 45378 10, 45380 11, 45385 9, 99203 5"),
    (3, "44320 1, 44620 1, 45380 13, 46221 4, 99214 7"),
    (2, "44207 2, 44314 1, 45378 8, 45385 10, 46505 1, 99213 16"),
    (1, "44140 1, 44346 1, 45380 14, 45385 9, 46930 3, 36415 6, 99204 5"),
)


def rows_of_procedures(session: Session, owner: PersonSeed, now: datetime) -> Rows:
    """The list, its entries and their lines of the diary. Codes that a small dataset lacks are left out."""
    owner_id, today = id_of("user", owner.key), now.date()
    specialty = specialty_by_slug(session, "colorectal-surgery")
    yield (
        ProcedureList,
        {"id": ID, "owner_id": owner_id, "name": NAME, "zip_code": "45202", "site": Site.FACILITY, "version": 1,
         "specialty_id": specialty.id if specialty else None, "begun_at": now - timedelta(weeks=10)},
    )  # fmt: skip
    found = read(session, as_pasted(now), day=today, today=today).good
    for line, one in enumerate(found, 1):
        yield (
            ProcedureEntry,
            {"id": id_of("procedure_entry", str(line)), "list_id": ID, "code_id": one.code.id, "written": one.written,
             "modifier": one.modifier, "done_on": one.done_on, "times": one.times, "batch": id_of("batch", NAME), "line": line},
        )  # fmt: skip
    for verb, data in (("begin", {}), ("add_entries", {"entries": len(found)})):
        yield Event, line_of(verb, owner_id, now, data)


def as_pasted(now: datetime) -> str:
    lines = []
    for weeks, work in WEEKS:
        day = now.date() - timedelta(weeks=weeks)
        lines += [f"{day} {code} x{times}" for code, times in map(str.split, work.split(","))]
    return "\n".join(lines)


def line_of(verb: str, owner_id: str, now: datetime, data: dict[str, int]) -> Row:
    return {
        "id": id_of("event", NAME, verb), "noun": "procedure_list", "verb": verb, "at": now - timedelta(weeks=10),
        "by_id": owner_id, "user_id": owner_id, "data": data, "mailed_at": now - timedelta(weeks=10), "tries": 0,
    }  # fmt: skip
