"""New jobs are found for each saved search when it is due, once for ever, whatever workers do."""

from sqlalchemy import select

from jobboard.domain.diary import Event
from jobboard.domain.postings import parts, terms
from jobboard.domain.postings.finding import by_id
from jobboard.domain.searches import finding
from jobboard.extensions import db
from jobboard.web.searching import keeper
from jobboard.work.alerts import alert
from tests import builders
from tests.keeping import a_guests_search, a_saved_search


def test_a_new_job_is_told_at_once_and_once(session, amir, clock, published, pass_by):
    published(title="Before the search began")
    a_saved_search(session, amir)
    assert pass_by() == []
    job = published(title="Remote wound care coder")
    (letter,) = pass_by()
    assert letter.to.email == amir.email
    assert "Remote wound care coder" in letter.text
    assert "Before the search began" not in letter.text
    assert f"/jobs/{job.id}/" in letter.text
    assert pass_by() == []
    clock.tick(days=1)
    assert pass_by() == []


def test_what_the_search_does_not_hold_is_not_told(session, amir, published, pass_by):
    a_saved_search(session, amir)
    places = [parts.Place(city="Mesa", state="AZ", lat=33.4, lon=-111.8)]
    published(
        title="Coder on site in Mesa", work_model=terms.WorkModel.ONSITE, all_states=False, places=places
    )
    assert pass_by() == []


def test_the_letter_says_why_with_the_code_that_found_it(session, amir, published, pass_by):
    a_saved_search(session, amir, asked="q=44314", said="44314", name="Ileostomy")
    published()
    (letter,) = pass_by()
    assert "Why: covers 44314" in letter.text
    assert "tell of jobs whose work covers 44314 or that name it" in " ".join(letter.text.split())
    assert "1 new job: Ileostomy" in letter.subject


def test_at_most_one_letter_in_ten_minutes(session, amir, clock, published, pass_by):
    a_saved_search(session, amir)
    published(title="First coder")
    assert len(pass_by()) == 1
    published(title="Second coder")
    published(title="Third coder")
    assert pass_by() == []
    clock.tick(minutes=10)
    (letter,) = pass_by()
    assert "2 new jobs" in letter.subject
    assert "First coder" not in letter.text


def test_a_daily_letter_comes_at_seven_where_the_person_lives(session, amir, clock, published, pass_by):
    """It is Monday, 10 in the morning in New York."""
    a_saved_search(session, amir, rhythm="daily", zone="America/Los_Angeles")
    published(title="Night coder")
    assert pass_by() == []
    clock.tick(hours=24, minutes=-2)  # Tuesday 14:59 UTC: 6:59 in Los Angeles
    assert pass_by() == []
    clock.tick(minutes=1)
    assert len(pass_by()) == 1
    clock.tick(hours=24)
    assert pass_by() == [], "nothing new, no letter"


def test_over_the_change_of_the_clocks_it_is_still_seven(session, amir, clock, published, pass_by):
    clock.tick(days=-16)  # Saturday, October 31: clocks go back in the night
    a_saved_search(session, amir, rhythm="daily")
    published(title="Autumn coder", closes_on=clock.now().date().replace(month=11, day=30, year=2026))
    clock.time = clock.time.replace(month=11, day=1, hour=11, minute=59)
    assert pass_by() == [], "6:59 standard time; it would have been 7:59 the day before"
    clock.tick(minutes=1)
    assert len(pass_by()) == 1


def test_a_weekly_letter_comes_on_monday_and_tells_the_whole_week(session, amir, clock, published, pass_by):
    a_saved_search(session, amir, rhythm="weekly")
    for title in ("Tuesday coder", "Thursday coder"):
        clock.tick(days=2)
        published(title=title)
        assert pass_by() == []
    clock.time = clock.time.replace(day=23, hour=12, minute=0)
    (letter,) = pass_by()
    assert "Tuesday coder" in letter.text
    assert "Thursday coder" in letter.text
    clock.tick(days=1)
    assert pass_by() == []


def test_a_worker_that_slept_for_days_sends_one_letter(session, amir, clock, published, pass_by):
    a_saved_search(session, amir, rhythm="daily")
    published()
    clock.tick(days=4)
    assert len(pass_by()) == 1


def test_an_edit_that_is_approved_again_is_no_news(session, amir, mira, olga, clock, published, pass_by):
    a_saved_search(session, amir)
    id = published().id
    assert len(pass_by()) == 1
    clock.tick(minutes=20)
    job = by_id(session, id)
    job.begin_change(by=mira, at=clock.now())
    job.edition.write({"title": "The same job, other words"}, at=clock.now())
    session.flush()
    job.submit(by=mira, at=clock.now())
    job.approve(by=olga, at=clock.now())
    session.commit()
    assert pass_by() == []


def test_twenty_jobs_stand_in_a_letter_and_the_others_behind_its_link(
    session, amir, clock, a_posting, pass_by
):
    a_saved_search(session, amir)
    clock.tick(minutes=1)
    for _ in range(23):
        a_posting("live")
    (letter,) = pass_by()
    assert "23 new jobs" in letter.subject
    assert letter.text.count("/jobs/") == 20
    assert "See these and 3 more" in letter.text
    assert "http://localhost/jobs?work=remote" in letter.text
    clock.tick(minutes=11)
    assert pass_by() == []


def test_what_is_gone_when_the_letter_is_written_is_left_out(
    app, session, amir, mira, letters, published, clock
):
    a_saved_search(session, amir)
    gone, there = published(title="Gone again"), published(title="Still there")
    with app.app_context():
        assert alert(db.session, keeper(), clock.now) == 1
    gone.pause(by=mira, at=clock.now())
    session.commit()
    builders.deliver(app)
    (letter,) = [each for each in letters if each.headers]
    assert "Gone again" not in letter.text + letter.html
    assert there.edition.title in letter.text


def test_an_empty_letter_is_not_sent(app, session, amir, mira, letters, published, clock):
    a_saved_search(session, amir)
    job = published()
    with app.app_context():
        alert(db.session, keeper(), clock.now)
    job.pause(by=mira, at=clock.now())
    session.commit()
    builders.deliver(app)
    assert not [each for each in letters if each.headers]
    assert session.scalars(select(Event).where(Event.verb == "match")).one().mailed_at


def test_nobody_is_written_to_who_did_not_confirm_or_has_stopped(session, clock, published, pass_by):
    a_guests_search(session, "waiting@example.com", confirmed=False)
    stopped = a_guests_search(session, "stopped@example.com")
    session.add(stopped.stop(at=clock.now()))
    a_guests_search(session, "guest@example.com")
    published()
    assert [letter.to.email for letter in pass_by()] == ["guest@example.com"]


def test_who_stops_between_finding_and_sending_gets_no_letter(app, session, letters, published, clock):
    kept = a_guests_search(session)
    published()
    with app.app_context():
        assert alert(db.session, keeper(), clock.now) == 1
    session.expire_all()
    session.add(kept.stop(at=clock.now()))
    session.commit()
    builders.deliver(app)
    assert not [each for each in letters if each.headers]


def test_a_closed_account_and_a_suppressed_address_get_none(session, amir, dana, clock, published, pass_by):
    a_saved_search(session, amir)
    a_saved_search(session, dana)
    amir.active = False
    finding.suppress(session, dana.email, "550 no such mailbox", clock.now())
    published()
    assert pass_by() == []
