"""Two employers side by side with a thing of every kind, and everybody who could come near them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Flask
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from jobboard import clock
from jobboard.domain.accounts.member import Invitation, Role
from jobboard.domain.accounts.session import UserSession, hash_of, start
from jobboard.domain.accounts.user import User
from jobboard.domain.applications.application import Application
from jobboard.domain.base import new_id
from jobboard.domain.codes.finding import credential_called
from jobboard.domain.diary import Event
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.finding import by_id
from jobboard.domain.postings.posting import Posting
from jobboard.domain.searches import finding
from jobboard.domain.tracking.finding import Period, entries_of
from jobboard.domain.wording.finding import group_by_id
from jobboard.domain.wording.saying import Said
from jobboard.domain.wording.saying_group import add
from jobboard.resumes import store
from jobboard.web.account.links import invitation_token
from jobboard.web.alerts import links
from jobboard.web.moderation.forms import seen
from jobboard.web.resumes import folder
from tests import builders, keeping
from tests.security.somebody import Somebody

ROLES = ("visitor", "owner", "recruiter", "viewer", "former", "rival", "coder", "other", "moderator", "admin")
MISSING = "0" * 26


class Town:
    """`town.thing("draft")` makes one of Acme's things afresh and returns what stands in its address."""

    def __init__(self, app: Flask, session: Session) -> None:
        self.app, self.session = app, session
        self.acme = builders.an_employer(session, "Acme Health", slug="acme-health")
        self.rivals = builders.an_employer(session, "Rival Coding", slug="rival-coding")
        self.people: dict[str, User] = {
            "owner": builders.a_member(session, "Mira Sandoval", self.acme),
            "recruiter": builders.a_member(session, "Rita Recruiter", self.acme, Role.RECRUITER),
            "viewer": builders.a_member(session, "Vera Viewer", self.acme, Role.VIEWER),
            "former": builders.a_member(session, "Edna Former", self.acme, Role.OWNER),
            "rival": builders.a_member(session, "Rolf Becker", self.rivals),
            "coder": builders.a_person(session, "Amir Haddad"),
            "other": builders.a_person(session, "Dana Whitfield"),
            "moderator": builders.a_person(session, "Olga Petrova", audience="staff", is_moderator=True),
            "admin": builders.a_person(session, "Ada Kimura", audience="staff", is_admin=True),
        }
        self.people["former"].seats[0].ended_at = clock.now()
        session.commit()
        self.at = {role: Somebody(app, self.people.get(role)) for role in ROLES}

    def thing(self, kind: str) -> str:
        """The id (or token) of a new thing of Acme's; a coder's things are Amir's. Public facts stand as they are given."""
        if "=" in kind:
            return kind
        self.session.commit()
        made = str(getattr(self, f"a_{kind}")() if hasattr(self, f"a_{kind}") else self.a_posting(kind).id)
        self.session.commit()
        return made

    def maker(self, kind: str) -> Callable[[], str]:
        return lambda: self.thing(kind)

    def a_posting(self, status: str) -> Posting:
        return builders.a_posting(self.session, self.acme, self.people["owner"], status)

    def a_change(self) -> str:
        posting = self.a_posting("live")
        self.session.add(posting.begin_change(by=self.people["owner"], at=clock.now()))
        return self.kept(posting)

    def a_application(self, stage: str = "opened") -> str:
        sent = builders.an_application(
            self.session, self.a_posting("live"), self.people["coder"], stage, resume=self.resume()
        )
        return sent.id

    def a_sent_application(self) -> str:
        return self.a_application("sent")

    def a_offer(self) -> str:
        return self.a_application("offer")

    def a_credential(self, confirmed: bool = False) -> str:
        """Credentials stand in every test's database: this one ends as it began, shown nowhere."""
        credential = credential_called(self.session, "coc-a")
        credential.confirmed, credential.decided = confirmed, None
        return credential.slug

    def a_vouched(self) -> str:
        return self.a_credential(confirmed=True)

    def a_saying_group(self) -> str:
        number = next(builders.number)
        said = Said((f"wibble {number}", f"wobble {number}"))
        return self.kept(add(said, {}, by=self.people["admin"], at=clock.now())[0])

    def a_retired_group(self) -> str:
        group = group_by_id(self.session, self.a_saying_group())
        self.session.add(group.retire(by=self.people["admin"], at=clock.now()))
        return str(group.id)

    def a_resume(self) -> str:
        return self.kept(self.resume())

    def resume(self) -> Any:
        resume = builders.a_resume(self.session, self.people["coder"])
        with self.app.app_context():
            resume.stored_name = store.keep(folder(), b"%PDF-1.4 Amir's own words")
        return resume

    def a_seat(self) -> str:
        name = f"Victor Viewer {next(builders.number)}"
        return builders.a_member(self.session, name, self.acme, Role.VIEWER).seats[0].id

    def a_session(self) -> str:
        return self.kept(start(self.people["owner"], new_id(), "Firefox", at=clock.now()))

    def a_invitation(self) -> str:
        return self.kept(self.invitation("nobody@example.com"))

    def a_invitation_link(self) -> str:
        """The token of an invitation mailed to the coder."""
        invitation = self.invitation(self.people["coder"].email)
        self.kept(invitation)
        with self.app.app_context():
            return invitation_token(invitation.id)

    def invitation(self, email: str) -> Invitation:
        id, owner = new_id(), self.people["owner"]
        with self.app.app_context():
            token = invitation_token(id)
        return Invitation(
            id=id, employer_id=self.acme.id, email_key=email, role=Role.VIEWER, token_hash=hash_of(token),
            invited_by_id=owner.id, created_at=clock.now(), expires_at=clock.now() + timedelta(days=2),
        )  # fmt: skip

    def a_procedure_list(self) -> str:
        return builders.a_procedure_list(self.session, self.people["coder"], "44314 x3").id

    def a_procedure_entry(self) -> str:
        kept = self.a_procedure_list()
        return entries_of(self.session, kept, Period())[0].id

    def a_saved_search(self) -> str:
        return keeping.a_saved_search(
            self.session, self.people["coder"], asked=f"q=word{next(builders.number)}"
        ).id

    def a_paused_search(self) -> str:
        search = finding.by_id(self.session, self.a_saved_search())
        assert search is not None
        self.session.add(search.stop(at=clock.now()))
        return search.id

    def guests_link(self, purpose: str, confirmed: bool = True) -> str:
        """The token of a link that somebody without an account was mailed."""
        address = f"guest-{next(builders.number)}@example.com"
        with self.app.app_context():
            return links.token(purpose, keeping.a_guests_search(self.session, address, confirmed).id)

    def a_confirm_link(self) -> str:
        return self.guests_link(links.CONFIRM, confirmed=False)

    def a_manage_link(self) -> str:
        return self.guests_link(links.MANAGE)

    def a_stop_link(self) -> str:
        return self.guests_link(links.STOP)

    def a_nonsense(self) -> str:
        return "no-such-token"

    def a_slug(self) -> str:
        self.a_posting("live")
        return self.acme.slug

    def kept(self, thing: Any) -> str:
        self.session.add(thing)
        self.session.commit()
        return str(thing.id)

    def stay_signed_in(self) -> None:
        """However late it is on the clock by now."""
        self.session.commit()
        self.session.execute(update(UserSession).values(started_at=clock.now(), seen_at=clock.now()))
        self.session.commit()

    def forget_applications(self) -> None:
        self.session.commit()
        for kind in (Event, Application):
            self.session.execute(delete(kind))
        self.session.commit()

    def forget_postings(self) -> None:
        """Take every posting away, with its editions and its lines in the diary."""
        self.session.commit()
        nothing = dict.fromkeys(
            ("live_edition_id", "draft_edition_id", "change", "close_reason", "repost_of_id")
        )
        self.session.execute(update(Posting).values(status="draft", **nothing))
        for kind in (Event, Edition, Posting):
            self.session.execute(delete(kind))
        self.session.commit()

    def form(self, fields: dict[str, Any], id: str) -> dict[str, Any]:
        """The fields with what only this thing knows: the wording that a moderator has read."""
        if fields.get("seen") != "THIS":
            return fields
        self.session.expire_all()
        posting = by_id(self.session, id)
        self.session.commit()
        return fields | ({"seen": seen(posting)} if posting else {})
