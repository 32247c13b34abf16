"""Who holds a seat at the employer: invite, change a role, end a seat."""

from datetime import timedelta

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import RadioField
from wtforms.validators import InputRequired

from jobboard import clock
from jobboard.domain.accounts import finding, seats
from jobboard.domain.accounts.attempt import Kind
from jobboard.domain.accounts.employer import Employer
from jobboard.domain.accounts.member import Invitation, Member, Role
from jobboard.domain.accounts.session import hash_of
from jobboard.domain.base import new_id
from jobboard.domain.errors import Invalid
from jobboard.extensions import db
from jobboard.web.account.forms import AccountForm, choice, email_field
from jobboard.web.account.limits import TOO_MANY, knock
from jobboard.web.account.links import invitation_token
from jobboard.web.door import find, me
from jobboard.web.employers.desk import desk
from jobboard.web.employers.seat import my_employer

MOST_TO_ONE = 5
NO_MORE = "No more invitations go to this address today. Ask them whether one has arrived."
ROLES = [choice(role.value, role.label) for role in Role]
ROLE_MEANINGS = {role.value: role.meaning for role in Role}


class RoleForm(AccountForm):
    role = RadioField("Role", choices=ROLES, validators=[InputRequired("Choose a role.")])


class InvitationForm(RoleForm):
    email = email_field(autocomplete="off")


@desk.get("/members")
def members() -> ResponseReturnValue:
    return page(InvitationForm())


@desk.post("/invitations")
def invite() -> ResponseReturnValue:
    employer, form = find(Employer, my_employer().id, to="invite"), InvitationForm()
    if not form.validate() or knocked_too_often(form) or not send(employer, form):
        return page(form), form.status
    db.session.commit()
    flash(f"An invitation is on its way to {form.email.data}. It works for two days.")
    return to_members(employer)


@desk.post("/invitations/<id:id>/withdrawal")
def withdraw_invitation(id: str) -> ResponseReturnValue:
    invitation = find(Invitation, id, to="withdraw_invitation")
    db.session.add(seats.withdraw_invitation(invitation, by=me(), at=clock.now()))
    db.session.commit()
    flash("The invitation no longer works.")
    return to_members(invitation.employer)


@desk.get("/members/<id:id>/role")
def role(id: str) -> ResponseReturnValue:
    seat = find(Member, id, to="change_role")
    return role_page(seat, RoleForm(role=seat.role.value))


@desk.post("/members/<id:id>/role")
def change_role(id: str) -> ResponseReturnValue:
    seat, form = find(Member, id, to="change_role"), RoleForm()
    if not form.validate():
        return role_page(seat, form), form.status
    held = finding.lock_members(db.session, seat.employer_id)
    line = seats.change_role(seat, Role(form.role.data), by=me(), members=held, at=clock.now())
    done = f"{seat.user.name} is {seat.role.label.lower()} now."
    db.session.add(line)
    db.session.commit()
    flash(done)
    return to_members(seat.employer)


@desk.post("/members/<id:id>/end")
def end_seat(id: str) -> ResponseReturnValue:
    seat = find(Member, id, to="end_seat")
    held = finding.lock_members(db.session, seat.employer_id)
    db.session.add(seats.end_seat(seat, by=me(), members=held, at=clock.now()))
    leaving = seat.user_id == me().id
    db.session.commit()
    flash("The seat has ended.")
    return redirect(url_for("account.overview")) if leaving else to_members(seat.employer)


def to_members(employer: Employer) -> ResponseReturnValue:
    return redirect(url_for(".members", employer=employer.slug))


def send(employer: Employer, form: InvitationForm) -> bool:
    """Write the invitation; the caller commits. False when the domain refuses, and the form says why."""
    id, at = new_id(), clock.now()
    held = finding.members_of(db.session, employer.id)
    waiting = finding.open_invitations_of(db.session, employer.id, at)
    seal = hash_of(invitation_token(id))
    try:
        offer = seats.Offer(id=id, email=form.text("email"), role=Role(form.role.data), token_hash=seal)
        invitation, line = seats.invite(employer, offer, by=me(), members=held, waiting=waiting, at=at)
    except Invalid as refusal:
        form.email.errors = refusal.problems["email"]
        return False
    db.session.add_all([invitation, line])
    return True


def knocked_too_often(form: InvitationForm) -> bool:
    """Once too often by this person, or to this address: it may belong to somebody who never asked for mail."""
    yesterday = clock.now() - timedelta(days=1)
    if knock(Kind.INVITE_ACCOUNT, email=me().email_key).is_too_many:
        form.refuse(TOO_MANY, 429)
    elif finding.invitations_to(db.session, form.text("email"), yesterday) >= MOST_TO_ONE:
        form.refuse(NO_MORE, 429)
    return bool(form.form_errors)


def page(form: InvitationForm) -> str:
    employer = find(Employer, my_employer().id, to="see_members")
    held = finding.members_of(db.session, employer.id)
    waiting = finding.open_invitations_of(db.session, employer.id, clock.now())
    stuck = {seat.id for seat in held if seats.is_last_owner(seat, held)}
    return render_template(
        "employers/members.html",
        stuck=stuck,
        employer=employer, members=held, invitations=waiting, form=form, meanings=ROLE_MEANINGS,
    )  # fmt: skip


def role_page(seat: Member, form: RoleForm) -> str:
    return render_template("employers/role.html", seat=seat, form=form, meanings=ROLE_MEANINGS)
