"""Rank, median and distribution of a work value, by hand: a small section of two families and one specialty."""

from decimal import Decimal
from itertools import count

import pytest
from sqlalchemy import event

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.comparing import Kind, compare, standing_of
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.fees import Fee
from jobboard.domain.codes.finding import resolve
from jobboard.domain.codes.payment import fees_of
from jobboard.domain.codes.specialty import Basis, CodeShare, Specialty
from jobboard.domain.codes.specialty import Kind as SpecialtyKind


class Town:
    """Families and codes of their own, in a session that is never committed."""

    def __init__(self, session):
        self.session, self.ids = session, count(900_000)
        self.sample = resolve(session, "44314").record
        [self.fee] = fees_of(session, self.sample)
        self.section = self.family("section", None)
        self.knees, self.hips = self.family("knees", self.section), self.family("hips", self.section)
        self.surgeons = Specialty(
            id=next(self.ids), slug="surgeons", name="Surgeons", kind=SpecialtyKind.MEDICINE, position=999
        )
        session.add(self.surgeons)

    def family(self, name, parent):
        number = next(self.ids)
        made = Family(id=number, slug=name, code_set=CodeSet.CPT, label=name, span="", position=9999,
                      parent_id=parent and parent.id, depth=1 if parent else 0, leaf=parent is not None,
                      path=f"{parent.path if parent else '/'}{number}/")  # fmt: skip
        self.session.add(made)
        return made

    def service(self, work, family, share=None, modifier="", release_id=None):
        """A code of a work value in hundredths, and which part of it the surgeons do."""
        number = next(self.ids)
        made = Code(id=number, code_set=CodeSet.CPT, code=f"X{number}", sort_key=f"X{number}", active=True,
                    family_id=family.id, release_id=self.sample.release_id)  # fmt: skip
        self.session.add(made)
        self.session.flush()
        facts = {column.name: getattr(self.fee, column.name) for column in Fee.__table__.columns}
        facts |= {"code_id": number, "work": work, "modifier": modifier}
        self.session.add(Fee(**facts | ({"release_id": release_id} if release_id else {})))
        if share:
            self.session.add(
                CodeShare(code_id=number, specialty_id=self.surgeons.id, share=share, basis=Basis.SAMPLE)
            )
        self.session.flush()
        return made


@pytest.fixture
def town(session):
    return Town(session)


def test_a_code_stands_in_its_family_its_section_and_its_leading_specialty(town):
    knees = [town.service(work, town.knees, share=0.5) for work in (100, 200, 300, 400, 1000)]
    for work in (150, 250, 500):
        town.service(work, town.hips)
    family, section, specialty = compare(town.session, knees[3])
    assert (family.kind, family.scope_label, family.scope_url_slug) == (Kind.FAMILY, "knees", "knees")
    assert (family.count, family.own, family.median) == (5, Decimal("4.00"), Decimal("3.00"))
    assert (family.percentile, family.multiple) == (60, Decimal("1.33"))  # 3 of 5 are below; 4 / 3
    # 1.00 1.50 2.00 2.50 3.00 4.00 5.00 10.00: between the fourth and the fifth
    assert (section.kind, section.count, section.median) == (Kind.SECTION, 8, Decimal("2.75"))
    assert (section.percentile, section.multiple) == (
        62,
        Decimal("1.45"),
    )  # 5 of 8 is 62.5; 4 / 2.75 = 1.4545
    assert (specialty.kind, specialty.scope_label, specialty.count) == (Kind.SPECIALTY, "Surgeons", 5)


def test_the_median_of_an_even_count_keeps_its_third_place(town):
    codes = [town.service(work, town.knees) for work in (100, 110, 1632, 1679, 1700, 1800)]
    [family, _] = compare(town.session, codes[2])
    assert family.median == Decimal("16.555")
    assert family.multiple == Decimal("0.99")  # 16.32 / 16.555 = 0.9858


def test_equal_values_do_not_rank_above_each_other(town):
    codes = [town.service(200, town.knees) for _ in range(6)]
    [family, _] = compare(town.session, codes[0])
    assert (family.percentile, family.multiple) == (0, Decimal("1.00"))
    assert [(one.count, one.own) for one in family.bins] == [(6, True)]


def test_only_whole_services_with_a_work_value_of_this_release_count(town):
    codes = [town.service(work, town.knees) for work in (100, 200, 300, 400, 500)]
    town.service(0, town.knees)
    town.service(50, town.knees, modifier="26")
    town.service(50, town.knees, release_id=town.sample.release_id)
    assert [one.count for one in compare(town.session, codes[0])] == [5, 5]


def test_fewer_than_five_codes_are_no_scope(town):
    codes = [town.service(work, town.knees, share=1.0) for work in (100, 200, 300, 400)]
    assert compare(town.session, codes[0]) == []
    town.service(500, town.hips)
    assert [one.kind for one in compare(town.session, codes[0])] == [Kind.SECTION]


def test_a_family_that_is_the_whole_section_is_compared_once(town):
    alone = town.family("alone", None)
    alone.leaf = True
    codes = [town.service(work, alone) for work in (100, 200, 300, 400, 500)]
    assert [one.kind for one in compare(town.session, codes[0])] == [Kind.FAMILY]


@pytest.mark.parametrize("typed", ["J1885", "0SR90J9", "I25.10"])
def test_a_code_without_a_work_value_is_compared_with_nothing(session, typed):
    assert compare(session, resolve(session, typed).record) == []


def test_the_mean_of_a_mix_stands_in_any_scope_even_outside_its_range(town):
    for work in (100, 200, 300, 400, 500):
        town.service(work, town.knees, share=0.3)
    inside = standing_of(town.session, Decimal("2.345"), town.section)
    assert (inside.percentile, inside.multiple) == (40, Decimal("0.78"))
    beyond = standing_of(town.session, Decimal("99.5"), town.surgeons)
    assert (beyond.percentile, beyond.bins[-1].own) == (100, True)
    below = standing_of(town.session, Decimal("0.005"), town.knees)
    assert (below.percentile, below.bins[0].own) == (0, True)
    assert standing_of(town.session, Decimal(1), town.hips) is None


def test_each_scope_is_one_question(town):
    codes = [town.service(work, town.knees, share=0.5) for work in (100, 200, 300, 400, 500)]
    asked = []
    event.listen(town.session.get_bind(), "before_cursor_execute", lambda *call: asked.append(call[2]))
    compare(town.session, codes[0])
    assert sum("group_concat" in one or "string_agg" in one for one in asked) == 3
    assert len(asked) <= 8
