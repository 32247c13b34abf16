"""Sown into a database, the demo board obeys the same rules as what people write."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from jobboard import clock
from jobboard.domain.accounts.user import User
from jobboard.domain.applications.application import Application
from jobboard.domain.diary import Event
from jobboard.domain.postings.dates import start_of_day
from jobboard.domain.postings.edition import LISTS, Edition
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.requirements import problems
from jobboard.domain.searches.finding import fresh
from jobboard.domain.searches.lifecycle import Rhythm
from jobboard.domain.searches.saved_search import SavedSearch
from jobboard.domain.tracking.entry import ProcedureEntry
from jobboard.domain.tracking.procedure_list import ProcedureList
from jobboard.extensions import db
from jobboard.search.keeping import kept_form, query_of
from jobboard.seeds.plant import plant
from jobboard.seeds.shapes import Board

SIZE = 150


@pytest.fixture
def sown(session: Session) -> Session:
    plant(session, now=clock.now(), size=SIZE)
    session.commit()
    return session


def count(session: Session, record: type) -> int:
    return session.scalar(select(func.count()).select_from(record)) or 0


def test_what_was_generated_is_stored(sown):
    assert count(sown, Posting) == count(sown, Edition) == SIZE
    assert count(sown, Application) > 20


def test_all_that_was_ever_sent_met_the_requirements_of_its_day(sown):
    whole = [selectinload(getattr(Edition, name)) for name in LISTS]
    asked = select(Posting).options(
        selectinload(Posting.employer),
        selectinload(Posting.live_edition).options(*whole),
        selectinload(Posting.draft_edition).options(*whole),
    )
    wrong = {}
    for posting in sown.scalars(asked):
        if posting.submitted_at:
            today = start_of_day(posting.submitted_at, posting.employer.timezone)
            if found := problems(posting.edition, today=today):
                wrong[posting.edition.title] = found
    assert not wrong


def test_a_seed_owes_nobody_a_letter(sown):
    assert sown.scalar(select(func.count()).where(Event.mailed_at.is_(None))) == 0


def test_most_postings_are_listed(sown):
    listed = [posting for posting in sown.scalars(select(Posting)) if posting.is_listed(clock.now())]
    assert len(listed) > SIZE * 0.6


def test_a_board_sown_later_is_as_fresh(session, clock):
    clock.tick(days=500)
    plant(session, now=clock.now(), size=60)
    assert any(posting.is_listed(clock.now()) for posting in session.scalars(select(Posting)))
    assert session.scalar(select(func.max(Posting.created_at))) > clock.now() - timedelta(days=30)


def test_the_command_sows_once_and_the_cast_can_sign_in(app: Flask, session: Session, browse):
    run = app.test_cli_runner().invoke
    assert "40 postings" in run(args=["seed", "--size", "40"]).output
    assert "left as it is" in run(args=["seed", "--once", "--size", "40"]).output
    assert run(args=["seed", "--size", "40"]).exit_code == 1
    mira = session.scalars(select(User).where(User.email == "mira@acme-health.example")).one()
    browse(None).log_in(mira.email, Board().password)
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Posting)) == 40


def test_the_command_refuses_a_production_board(app: Flask, monkeypatch):
    monkeypatch.setitem(app.config, "DEVELOPMENT", False)
    result = app.test_cli_runner().invoke(args=["seed", "--size", "5"])
    assert result.exit_code == 1
    assert "development only" in result.output


def test_amirs_list_is_sown_and_adds_up(sown):
    (kept,) = sown.scalars(select(ProcedureList)).all()
    assert kept.owner_id == sown.scalar(select(User.id).where(User.email == "amir@example.com"))
    assert count(sown, ProcedureEntry) > 5
    assert all(entry.done_on <= clock.now().date() for entry in sown.scalars(select(ProcedureEntry)))


def test_amir_and_dana_keep_searches_that_nothing_on_the_board_is_news_for(sown):
    kept = sown.scalars(select(SavedSearch).options(joinedload(SavedSearch.owner))).all()
    assert sorted((one.owner.name, one.rhythm) for one in kept) == [
        ("Amir Haddad", Rhythm.DAILY),
        ("Amir Haddad", Rhythm.WEEKLY),
        ("Dana Whitfield", Rhythm.DAILY),
    ]
    assert all(kept_form(query_of(one.asked)) == one.asked for one in kept), "kept as the pages keep it"
    assert all(one.sends and one.due_at > clock.now() for one in kept)
    assert not any(fresh(sown, kept, clock.now()).values())
