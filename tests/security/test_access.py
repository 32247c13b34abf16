"""Every address, both methods, ten kinds of people: the answer is the one in the table, and nothing moves unasked."""

import re
from collections.abc import Callable, Iterator

from jobboard import create_app
from jobboard.domain.postings.finding import by_id
from tests.security.access import Row, rows
from tests.security.somebody import answer_of, faceless
from tests.security.somebody import rows as stored
from tests.security.town import MISSING, ROLES, Town

DOORS = ("log-in", "403", "404")
SLUG = "colorectal-surgery-coder"


def path_of(app, row: Row, thing: str) -> str:
    """The address of the row with `thing` in it."""
    ways = [rule for rule in app.url_map.iter_rules(row.endpoint) if row.method in rule.methods]
    rule = max(ways, key=lambda rule: len(rule.arguments))
    if "=" in thing:
        values = dict(part.split("=") for part in thing.split(","))
    else:
        values = {
            name: SLUG if name == "slug" and "id" in rule.arguments else thing for name in rule.arguments
        }
    return rule.build(values, append_unknown=False)[1]


def ask(town: Town, row: Row, role: str, thing: str):
    """What comes back when somebody of that role goes there."""
    return town.at[role].ask(row.method, path_of(town.app, row, thing), town.form(row.form, thing))


def wrong_answers(town: Town, row: Row, roles: list[str], thing: Callable[[], str]) -> Iterator[str]:
    """One sentence for every answer that is not the one in the table."""
    for role in roles:
        answer, due = answer_of(ask(town, row, role, thing())), row.answers[ROLES.index(role)]
        if answer != due:
            yield f"{row.name}: {role} got {answer}, not {due}"


def test_every_address_has_its_row(app):
    named = {(row.endpoint, row.method) for row in rows()}
    known = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in rule.methods & {"GET", "POST", "PUT", "PATCH", "DELETE"}
        if not rule.endpoint.startswith("static") and not rule.endpoint.startswith("dev.")
    }
    assert named == known, "Say in tests/security/access.py who gets which answer there."
    assert all(len(row.answers) == len(ROLES) for row in rows())


def test_the_desk_for_development_is_not_there_in_production():
    """It shows every letter, links that reset passwords included."""
    app = create_app(
        TESTING=True, DEVELOPMENT=False, SITE_URL="https://jobs.example", SMTP_URL="smtp://localhost", SECRET_KEY="k" * 40
    )  # fmt: skip
    assert not [
        rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("dev.") or "/dev" in rule.rule
    ]


def test_everybody_gets_the_answer_of_the_table(town):
    """Those who are turned away first, all at the same thing: afterwards the board is as it was."""
    wrong = []
    for row in rows():
        thing = "-" if row.thing == "-" else town.thing(row.thing)
        turned_away = [role for role, answer in zip(ROLES, row.answers, strict=True) if answer in DOORS]
        before = stored(town.session)
        wrong += wrong_answers(town, row, turned_away, lambda thing=thing: thing)
        if stored(town.session) != before:
            wrong.append(f"{row.name}: somebody was turned away and changed something all the same")
        others = [role for role in ROLES if role not in turned_away]
        if len(set(row.answers)) == 1 and row.endpoint != "account.log_out":
            others = ["visitor", "owner", "coder"]  # the same for everybody: three are asked
        fresh = row.method == "POST" and row.thing != "-"
        wrong += wrong_answers(
            town, row, others, town.maker(row.thing) if fresh else (lambda thing=thing: thing)
        )
    assert not wrong, "\n".join(wrong)


def test_what_is_not_theirs_looks_like_what_is_not_there(town):
    """Same status, same words, for a private thing of others and for an id that nobody has."""
    told = []
    for row in rows():
        if row.thing in ("-", "nonsense", "live", "closed", "slug", "invitation_link"):
            continue  # what is or was public may be known to exist
        thing = town.thing(row.thing)
        for role, due in zip(ROLES, row.answers, strict=True):
            if due in DOORS and role not in ("owner", "recruiter", "viewer", "coder"):
                town.at[role].get("/about")  # what was still to be said to them is said there
                theirs, nothing = (ask(town, row, role, id) for id in (thing, MISSING))
                if faceless(theirs) != faceless(nothing):
                    told.append(f"{row.name}: {role} can tell {thing} from an id that nobody has")
    assert not told, "\n".join(told)


def test_no_other_method_does_anything(town, app):
    before = stored(town.session)
    draft, owner = town.thing("draft"), town.at["owner"]
    before = stored(town.session)
    for row in rows():
        if row.thing not in ("-", "draft", "in_review"):
            continue
        path = path_of(app, row, draft)
        for method in ("PUT", "PATCH", "DELETE", "PROPFIND", "TRACE"):
            answer = owner.client.open(path, method=method, data={"csrf_token": owner.token})
            assert answer.status_code in (400, 405, 501), f"{method} {path} answered {answer.status_code}"
        override = {"X-HTTP-Method-Override": "DELETE", "X-HTTP-Method": "PUT"}
        owner.get(f"{path}?_method=POST", headers=override) if row.method == "GET" else None
    assert stored(town.session) == before


def test_somebody_elses_employer_in_the_query_opens_nothing(town):
    rolf = town.at["rival"]
    town.thing("draft")
    for path in ("/employer/postings", "/employer/company", "/employer/members"):
        assert "Acme Health" not in rolf.get(f"{path}?employer=acme-health").text
    draft = rolf.post("/employer/postings?employer=acme-health").headers["Location"].split("/")[3]
    stored(town.session)
    assert by_id(town.session, draft).employer_id == town.rivals.id


def test_somebody_elses_resume_is_not_sent(town):
    """The id of a resume travels in the form: another coder's names nothing."""
    posting, resume = town.thing("live"), town.thing("resume")
    dana, path = town.at["other"], f"/me/postings/{posting}/application"
    edition = re.findall(r'name="edition" value="([^"]+)"', dana.get(path).text)[0]
    answer = dana.post(path, edition=edition, kept=resume, note="Mine, surely.")
    assert answer.status_code == 422
    assert not stored(town.session)["application"]
