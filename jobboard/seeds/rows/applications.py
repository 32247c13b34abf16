"""Applications as rows, with the resume each coder sent and the answers as they stood."""

from collections.abc import Callable, Iterable
from datetime import datetime
from hashlib import sha256

from jobboard.domain.applications.application import Answer, Application
from jobboard.domain.applications.resume import Resume, ResumeKind
from jobboard.seeds.book import id_of
from jobboard.seeds.resumes import pdf, resume_lines
from jobboard.seeds.rows.people import Row, Rows
from jobboard.seeds.shapes import ApplicationSeed, Board, PersonSeed

Keep = Callable[[bytes], str]  # stores a file and returns its stored name


def rows_of_applications(board: Board, now: datetime, keep: Keep) -> Rows:
    senders = {seed.coder_key for seed in board.applications}
    for person in board.people:
        if person.key in senders:
            yield Resume, resume_row(person, earliest(board.applications, person, now), keep)
    for seed in board.applications:
        row = application_row(seed)
        yield Application, row
        for position, (question, said) in enumerate(seed.answers):
            yield (
                Answer,
                {"application_id": row["id"], "position": position, "question": question, "answer": said},
            )


def earliest(applications: Iterable[ApplicationSeed], person: PersonSeed, now: datetime) -> datetime:
    return min((seed.sent_at for seed in applications if seed.coder_key == person.key), default=now)


def resume_row(person: PersonSeed, stored_at: datetime, keep: Keep) -> Row:
    data = pdf(resume_lines(person))
    return {
        "id": id_of("resume", person.key),
        "coder_id": id_of("user", person.key),
        "kind": ResumeKind.PDF,
        "shown_name": f"{person.name.replace(' ', '-')}-resume.pdf",
        "stored_name": keep(data),
        "size": len(data),
        "sha256": sha256(data).hexdigest(),
        "stored_at": stored_at,
    }


def application_row(seed: ApplicationSeed) -> Row:
    declined = seed.status == "not_chosen"
    return {
        "id": id_of("application", f"{seed.posting_key}/{seed.coder_key}"),
        "posting_id": id_of("posting", seed.posting_key),
        "edition_id": id_of("edition", seed.posting_key),
        "coder_id": id_of("user", seed.coder_key),
        "resume_id": id_of("resume", seed.coder_key),
        "stage": seed.status,
        "note": seed.note,
        "sent_at": seed.sent_at,
        "moved_at": seed.diary[-1].at,
        "reason": seed.reason if declined else None,
        "reason_note": seed.diary[-1].note if declined else "",
        "version": 1,
    }
