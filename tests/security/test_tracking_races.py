"""One person in several windows at the same moment: nothing is counted twice, nothing breaks."""

from functools import partial

from sqlalchemy import func, select

from jobboard.domain.tracking import finding
from jobboard.domain.tracking.entry import ProcedureEntry
from tests.security.somebody import Somebody
from tests.security.test_races import ROUNDS, at_once


def windows(town, many=3):
    return [town.at["coder"], *(Somebody(town.app, town.people["coder"]) for _ in range(many - 1))]


def entries(town, list_id):
    town.session.commit()
    return town.session.scalar(select(func.count()).where(ProcedureEntry.list_id == list_id))


def test_one_sending_pressed_thrice_is_kept_once(town):
    kept, tabs = town.thing("procedure_list"), windows(town)
    words = {"lines": "45378 x2", "day": "2026-11-03", "batch": "0" * 26}
    assert (
        at_once(*(partial(tab.post, f"/me/procedures/{kept}/lines", **words) for tab in tabs)) == ["302"] * 3
    )
    assert entries(town, kept) == 2, "the one it had, and one more"


def test_one_name_given_twice_is_one_list(town):
    tabs = windows(town, 2)
    for number in range(ROUNDS):
        words = {"name": f"Month {number}", "site": "facility"}
        answers = at_once(*(partial(tab.post, "/me/procedures", **words) for tab in tabs))
        assert sorted(answers) == ["302", "422"]
    town.session.commit()
    assert len(finding.lists_of(town.session, town.people["coder"].id)) == ROUNDS


def test_a_list_deleted_while_it_is_added_to_is_gone(town):
    tabs = windows(town)
    for _ in range(ROUNDS):
        kept = town.thing("procedure_list")
        path = f"/me/procedures/{kept}"
        answers = at_once(
            partial(tabs[0].post, f"{path}/deletion"),
            partial(tabs[1].post, f"{path}/lines", lines="45378", day="2026-11-03"),
            partial(tabs[2].post, f"{path}/deletion"),
        )
        assert sorted([answers[0], answers[2]]) == ["302", "404"]
        assert answers[1] in ("302", "404")
        assert entries(town, kept) == 0


def test_an_entry_taken_out_twice_is_taken_out_once(town):
    tabs = windows(town)
    for _ in range(ROUNDS):
        path = f"/me/procedures/entries/{town.thing('procedure_entry')}"
        words = {"code": "45378", "times": "2", "day": "2026-11-03"}
        answers = at_once(
            partial(tabs[0].post, f"{path}/removal"),
            partial(tabs[1].post, f"{path}/removal"),
            partial(tabs[2].post, path, **words),
        )
        assert sorted(answers[:2]) == ["302", "404"]
        assert answers[2] in ("302", "404")
