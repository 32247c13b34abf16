"""What waits for a moderator, and one posting of it on the table."""

from flask.typing import ResponseReturnValue

from jobboard import clock
from jobboard.domain.errors import NotThere
from jobboard.domain.moderation import finding
from jobboard.domain.postings.posting import Posting
from jobboard.extensions import db
from jobboard.web.door import find, me
from jobboard.web.moderation import screen
from jobboard.web.moderation.desk import desk
from jobboard.web.moderation.waiting import next_for


@desk.get("")
def queue() -> ResponseReturnValue:
    """The oldest that this moderator can decide is already on the table."""
    waiting = finding.queue(db.session)
    first = next_for(me(), waiting, clock.now())
    return screen.draw(find(Posting, first.id, to="see") if first else None, waiting)


@desk.get("/postings/<id:id>")
def show(id: str) -> ResponseReturnValue:
    posting = find(Posting, id, to="see")
    if posting.submitted_at is None:
        raise NotThere
    return screen.draw(posting, finding.queue(db.session))
