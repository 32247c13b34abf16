"""An application: one per coder and posting, for ever, and the verbs that move it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.domain.accounts.user import User
from jobboard.domain.applications.lifecycle import MOVES, NotChosenReason, Stage, next_stage
from jobboard.domain.applications.resume import Resume
from jobboard.domain.base import Base, UTCDateTime, enum_type, id_type, new_id
from jobboard.domain.diary import Event
from jobboard.domain.errors import Invalid, NotNow
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import ApplyHow

LONGEST_NOTE = 4000


class Answer(Base):
    """The answer to one screening question, with the question as it stood."""

    __tablename__ = "application_answer"

    application_id: Mapped[str] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    question: Mapped[str] = mapped_column(String(300))
    answer: Mapped[str] = mapped_column(Text)


class Application(Base):
    """One coder's answer to one posting. `edition_id` is the wording the coder answered to."""

    __tablename__ = "application"

    id: Mapped[str] = mapped_column(id_type(), primary_key=True, default=new_id)
    posting_id: Mapped[str] = mapped_column(ForeignKey("posting.id"), index=True)
    edition_id: Mapped[str] = mapped_column(ForeignKey("edition.id"))
    coder_id: Mapped[str] = mapped_column(ForeignKey("user.id"), index=True)
    resume_id: Mapped[str] = mapped_column(ForeignKey("resume.id"))
    stage: Mapped[Stage] = mapped_column(enum_type(Stage), default=Stage.SENT)
    note: Mapped[str] = mapped_column(Text, default="")
    sent_at: Mapped[datetime] = mapped_column(UTCDateTime)
    moved_at: Mapped[datetime] = mapped_column(UTCDateTime)
    reason: Mapped[NotChosenReason | None] = mapped_column(enum_type(NotChosenReason))
    reason_note: Mapped[str] = mapped_column(String(500), default="")
    version: Mapped[int] = mapped_column(default=1)

    posting: Mapped[Posting] = relationship(lazy="raise")
    coder: Mapped[User] = relationship(lazy="raise")
    resume: Mapped[Resume] = relationship(lazy="raise")
    answers: Mapped[list[Answer]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by=Answer.position
    )

    __mapper_args__ = {"version_id_col": version}
    __table_args__ = (
        UniqueConstraint("coder_id", "posting_id"),
        CheckConstraint("(stage = 'not_chosen') = (reason IS NOT NULL)", name="not_chosen_has_a_reason"),
    )

    def allows(self, verb: str) -> bool:
        return self.stage in MOVES[verb]

    # ---- verbs of the employer

    def open(self, *, by: User, at: datetime) -> Event:
        return self._move("open", by, at)

    def start_conversation(self, *, by: User, at: datetime, message: str = "") -> Event:
        return self._move("start_conversation", by, at, message)

    def invite_to_interview(self, *, by: User, at: datetime, message: str = "") -> Event:
        return self._move("invite_to_interview", by, at, message)

    def make_offer(self, *, by: User, at: datetime, message: str = "") -> Event:
        return self._move("make_offer", by, at, message)

    def hire(self, *, by: User, at: datetime, message: str = "") -> Event:
        return self._move("hire", by, at, message)

    def decline(self, *, by: User, at: datetime, reason: NotChosenReason | None, message: str = "") -> Event:
        """Say no, with the requirement it was about. Raises Invalid without a reason."""
        if reason is None:
            raise Invalid({"reason": ["Choose a reason: the coder is told which requirement it was about."]})
        line = self._move("decline", by, at, message)
        self.reason, self.reason_note = reason, message[:500]
        return line

    # ---- the verb of the coder

    def withdraw(self, *, by: User, at: datetime) -> Event:
        return self._move("withdraw", by, at)

    def _move(self, verb: str, by: User, at: datetime, message: str = "") -> Event:
        before = self.stage
        self.stage, self.moved_at = next_stage(self.stage, verb), at
        return self.line(verb, by=by, at=at, old=before.value, new=self.stage.value, note=message or None)

    def line(self, verb: str, *, by: User, at: datetime, **words: object) -> Event:
        ids = {"application_id": self.id, "posting_id": self.posting_id}
        return Event(noun="application", verb=verb, at=at, by_id=by.id, **ids, **words)


def answerable(posting: Posting, at: datetime) -> Edition:
    """The edition a coder can answer to now. Raises NotNow when the posting takes no application on the board."""
    if not posting.is_listed(at):
        raise NotNow("This job is no longer open, so it takes no applications.")
    edition = posting.live_edition
    assert edition is not None, "what is listed has a live edition"
    if edition.apply_how != ApplyHow.HERE:
        raise NotNow("This employer takes applications on its own site.")
    return edition


def takes_applications(posting: Posting, at: datetime) -> bool:
    """Whether to show the way to the form."""
    try:
        answerable(posting, at)
    except NotNow:
        return False
    return True


def apply(
    posting: Posting, *, by: User, at: datetime, resume: Resume, note: str, answers: list[str]
) -> tuple[Application, Event]:
    """A coder's application and its first line. Raises NotNow when the posting does not take one here and now."""
    edition = answerable(posting, at)
    if len(note) > LONGEST_NOTE:
        raise Invalid({"note": [f"Keep the note within {LONGEST_NOTE} characters."]})
    sent = Application(
        id=new_id(), posting_id=posting.id, edition_id=edition.id, coder_id=by.id, resume_id=resume.id,
        stage=Stage.SENT, note=note, sent_at=at, moved_at=at,
    )  # fmt: skip
    sent.answers = [
        Answer(position=question.position, question=question.text, answer=answer)
        for question, answer in zip(edition.questions, answers, strict=True)
    ]
    return sent, sent.line("apply", by=by, at=at, new=Stage.SENT.value)
