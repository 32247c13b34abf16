"""A form changes what it names and nothing else: every column of every record, posted to every address, does nothing more."""

from itertools import count
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Enum, Integer, Numeric

from jobboard.domain.accounts.employer import PAGE
from jobboard.domain.base import Base
from jobboard.domain.postings.edition import TERMS
from tests.browsing import Page
from tests.databases import KEPT
from tests.security.access import Row, rows
from tests.security.somebody import rows as stored
from tests.security.test_access import path_of
from tests.security.town import ROLES, Town
from tests.web.employers.writing import boxes_of

# What a form really asks for, where that is also the name of a column.
ASKED = {
    "account.ask_for_new_email": {"email"},
    "account.ask_for_confirmation": {"email"},
    "account.ask_for_reset": {"email"},
    "account.begin_session": {"email", "password"},
    "account.change_password": {"password"},
    "account.rename": {"name"},
    "account.sign_up_coder": {"name", "email", "password"},
    "account.sign_up_employer": {"name", "email", "password", "kind", "website", "state"},
    "applicants.send": {"note"},
    "employers.close": {"reason"},
    "employers.decline": {"reason"},
    "employers.change_role": {"role"},
    "employers.invite": {"email", "role"},
    "employers.edit_company": {*PAGE, "version"},
    "employers.write": {*TERMS, "version"},
    "alerts.ask": {"email", "rhythm", "asked"},
    "searches.keep": {"asked"},
    "searches.edit_search": {"name", "rhythm"},
    "tracking.begin_list": {"name", "zip_code", "site"},
    "tracking.edit_list": {"name", "zip_code", "site"},
    "tracking.add_entries": {"batch"},
    "tracking.edit_entry": {"code", "times"},
}  # fmt: skip
ASKED |= {
    f"moderation.{verb}": {"note", "reasons", "seen"}
    for verb in ("approve", "ask_for_changes", "reject", "remove")
}
COMPANY = {"company": "Lakeside Coding", "kind": "payer", "website": "", "state": "OH"}
PERSON = {
    "name": "Nora Lind",
    "email": "nora.{}@lakeside.example.org",
    "password": "violet carpet seven moons",
}
FULL = {
    "account.sign_up_coder": PERSON,
    "account.sign_up_employer": COMPANY | PERSON,
    "account.rename": {"name": "Nora Lind {}"},
    "employers.invite": {"email": "nora.{}@example.com"},
    "admin.add": {"both": "wibble {0}\nwobble {0}"},
    "admin.change": {"both": "tick {0}\ntock {0}"},
    "alerts.ask": {"email": "nora.{}@example.com", "rhythm": "daily", "zone": "America/Denver", "asked": ""},
    "searches.keep": {"asked": "q=word{}"},
    "tracking.begin_list": {"name": "Colorectal {}", "site": "facility"},
    "tracking.edit_list": {"name": "Colorectal {}", "site": "facility"},
}
ENDING = ("account.log_out", "account.end_other_sessions", "account.begin_session")
ABLE = ("302", "409", "422")
number = count(1)


def poison(town: Town, asked: set[str]) -> dict[str, str]:
    """Every column name that the form does not ask for, with a value that would be bad news."""
    found = {}
    for table in Base.metadata.tables.values():
        for column in table.columns if table.name not in KEPT else ():
            if column.name not in asked:
                found[column.name] = bad_news(town, column)
    return found


def bad_news(town: Town, column: Any) -> str:
    if isinstance(column.type, Boolean):
        return "y"
    if isinstance(column.type, Integer | Numeric):
        return "77"
    if isinstance(column.type, Date):
        return "2031-01-01"
    if isinstance(column.type, DateTime) or column.name.endswith(("_at", "_until")):
        return "2031-01-01T00:00:00"
    if column.name == "employer_id":
        return town.rivals.id
    if column.name.endswith("_id") or column.name == "id":
        return town.people["rival"].id
    return {"status": "live", "role": "owner", "stage": "hired", "audience": "staff"}.get(
        column.name, "poisoned"
    )


def press(town: Town, row: Row, extra: dict[str, str]) -> dict[str, list[tuple[Any, ...]]]:
    """Press the button as somebody who may; the rows that are new or changed afterwards, by table."""
    role = ROLES[next(place for place, answer in enumerate(row.answers) if answer in ABLE)]
    person, thing = town.at[role], town.thing(row.thing) if row.thing != "-" else ""
    path, form = path_of(town.app, row, thing), town.form(row.form, thing) | FULL.get(row.endpoint, {})
    if row.endpoint in ("employers.write", "employers.edit_company"):
        form = boxes_of(Page(person.get(path))).to_dict(flat=False) | {
            "title": "New title {}",
            "city": "City {}",
        }
    form = {
        name: value.format(next(number)) if isinstance(value, str) else value for name, value in form.items()
    }
    before = stored(town.session)
    answer = person.client.post(path, data=extra | form | {"csrf_token": person.token}, query_string=extra)
    assert answer.status_code in (302, 200, 422), f"{row.name}: {answer.status_code}"
    after = stored(town.session)
    return {table: [one for one in after[table] if one not in before[table]] for table in after}


def words_and_flags(changed: dict[str, list[tuple[Any, ...]]]) -> list[str]:
    """What stands in the columns of few values (states, roles, flags) of what changed."""
    found = []
    for name, values in changed.items():
        columns = list(Base.metadata.tables[name].columns)
        few = [place for place, column in enumerate(columns) if isinstance(column.type, Boolean | Enum)]
        found += [f"{name}: {[str(one[place]) for place in few]}" for one in values]
    return sorted(found)


def test_what_a_form_does_not_name_is_not_changed(town):
    wrong, tried = [], 0
    for row in rows():
        if row.method != "POST" or row.thing == "invitation_link" or row.endpoint in ENDING:
            continue
        if not set(ABLE) & set(row.answers):
            continue
        extra = poison(town, ASKED.get(row.endpoint, set()))
        plain, poisoned = press(town, row, {}), press(town, row, extra)
        if words_and_flags(plain) != words_and_flags(poisoned):
            wrong.append(f"{row.name}: {words_and_flags(plain)} became {words_and_flags(poisoned)}")
        there = str([one for name, values in poisoned.items() for one in values if name != "edition"])
        bad = {"poisoned", "2031-01-01", "(2031, 1, 1", town.rivals.id, town.people["rival"].id}
        wrong += [f"{row.name}: {value} was taken" for value in bad if value in there]
        tried += len(extra)
    assert not wrong, "\n".join(wrong)
    assert tried > 3000
