"""Who hears of what: the right people, once, and nobody else."""

from datetime import timedelta

import pytest

from jobboard.domain.accounts.member import Role
from jobboard.domain.applications.lifecycle import NotChosenReason
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.terms import CloseReason, Status
from tests import builders


@pytest.fixture
def sent(app, session, letters, clock):
    """`sent(line)`: the letters that follow from this line of the diary, and from it alone."""

    def follow(line):
        builders.deliver(app)
        letters.clear()
        session.add(line)
        session.commit()
        builders.deliver(app)
        return sorted(letters, key=lambda letter: letter.to.email)

    return follow


def people(letters):
    return [letter.to.email.split("@")[0] for letter in letters]


def flat(letter):
    return " ".join(letter.text.split())


def test_the_sender_gets_a_receipt(sent, mira, clock, a_posting):
    (receipt,) = sent(a_posting("draft").submit(by=mira, at=clock.now()))
    assert people([receipt]) == ["mira.sandoval"]
    assert "within one working day" in flat(receipt)


def test_approval_goes_to_whoever_sent_it_and_not_to_a_competitor(
    sent, session, acme, mira, rolf, olga, clock, a_posting
):
    builders.a_member(session, "Ines Recruiter", acme, Role.RECRUITER)
    (letter,) = sent(a_posting("in_review").approve(by=olga, at=clock.now()))
    assert people([letter]) == ["mira.sandoval"]


def test_when_the_sender_has_left_the_owners_are_told(sent, session, acme, mira, olga, clock, a_posting):
    posting = a_posting("in_review")
    builders.a_member(session, "Ines Owner", acme)
    mira.seats[0].ended_at = clock.now()
    session.commit()
    assert people(sent(posting.approve(by=olga, at=clock.now()))) == ["ines.owner"]


def test_reasons_arrive_as_sentences_with_the_moderator_s_words(sent, olga, mira, clock, a_posting):
    posting = a_posting("in_review")
    reasons = [Reason.STATES_MISSING, Reason.WORDING]
    (letter,) = sent(posting.ask_for_changes(by=olga, at=clock.now(), reasons=reasons, note="See line 3."))
    assert all(reason.label in flat(letter) for reason in reasons)
    assert "> See line 3." in letter.text


def test_a_judged_change_says_that_the_approved_version_stays(sent, olga, mira, clock, a_posting):
    posting = a_posting(Status.LIVE)
    clock.tick(days=1)
    posting.begin_change(by=mira, at=clock.now())
    posting.edition.write({"title": "Colorectal and trauma coder"}, at=clock.now())
    posting.submit(by=mira, at=clock.now())
    (letter,) = sent(posting.reject(by=olga, at=clock.now(), reasons=[Reason.WORDING], note=""))
    assert "The version that was approved before stays up" in flat(letter)


def test_an_application_is_confirmed_and_announced_to_those_who_may_answer(
    app, session, letters, acme, mira, rolf, amir, an_application
):
    builders.a_member(session, "Ines Recruiter", acme, Role.RECRUITER)
    builders.a_member(session, "Vera Viewer", acme, Role.VIEWER)
    an_application(note="My private note.")
    builders.deliver(app)
    about = [letter for letter in letters if "Amir" in letter.text]
    assert sorted(people(about)) == ["amir.haddad", "ines.recruiter", "mira.sandoval"]
    assert not any("My private note" in letter.text + letter.html for letter in about)


@pytest.mark.parametrize(
    ("stage", "verb"),
    [
        ("sent", "open"),
        ("opened", "start_conversation"),
        ("opened", "invite_to_interview"),
        ("opened", "make_offer"),
        ("offer", "hire"),
    ],
)
def test_every_step_is_told_to_the_coder_with_the_employer_s_words(
    sent, mira, clock, an_application, stage, verb
):
    words = {} if verb == "open" else {"message": "Call me on Thursday."}
    (letter,) = sent(getattr(an_application(stage=stage), verb)(by=mira, at=clock.now(), **words))
    assert people([letter]) == ["amir.haddad"]
    assert ("> Call me on Thursday." in letter.text) == bool(words)


def test_a_no_carries_its_reason(sent, mira, clock, an_application):
    no = an_application().decline(
        by=mira, at=clock.now(), reason=NotChosenReason.TOOLS, message="Epic is a must."
    )
    (letter,) = sent(no)
    assert NotChosenReason.TOOLS.label in flat(letter)
    assert "> Epic is a must." in letter.text


def test_a_withdrawal_is_told_to_the_employer_only(sent, amir, mira, clock, an_application):
    assert people(sent(an_application().withdraw(by=amir, at=clock.now()))) == ["mira.sandoval"]


def test_closing_tells_only_those_who_still_wait(sent, session, dana, mira, clock, a_posting, an_application):
    posting = a_posting(Status.LIVE)
    an_application(posting)
    an_application(posting, coder=dana, stage="not_chosen")
    told = sent(posting.close(by=mira, at=clock.now(), reason=CloseReason.CANCELLED))
    assert people(told) == ["amir.haddad"]


def test_a_removal_tells_the_employer_why_and_the_applicants_to_take_care(
    sent, olga, mira, clock, a_posting, an_application
):
    posting = a_posting(Status.LIVE)
    an_application(posting)
    coder, employer = sent(
        posting.remove(by=olga, at=clock.now(), reasons=[Reason.SCAM], note="Wallet address.")
    )
    assert "Wallet address." in employer.text
    assert "Wallet address." not in coder.text
    assert "do not send" in flat(coder)


def test_nobody_writes_to_a_closed_account(sent, session, amir, mira, clock, an_application):
    application = an_application()
    amir.active = False
    session.commit()
    assert sent(application.open(by=mira, at=clock.now() + timedelta(hours=1))) == []


def test_links_lead_to_the_site_as_configured_and_not_to_the_host_of_a_request(
    app, session, letters, an_application
):
    an_application()
    with app.test_request_context(base_url="http://evil.example"):
        builders.deliver(app)
    assert letters
    assert not any("evil.example" in letter.text + letter.html for letter in letters)
