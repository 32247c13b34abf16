"""Where a visitor may go from every page: the links in the head and the foot, by who is here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from flask import current_app, request, url_for
from markupsafe import Markup

from jobboard.domain.accounts.user import User
from jobboard.web.door import someone

Audience = Callable[[User | None], bool]


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    current: bool = False
    button: bool = False


@dataclass(frozen=True)
class Navigation:
    main: tuple[Link, ...] = ()
    account: tuple[Link, ...] = ()
    foot: tuple[Link, ...] = ()
    log_out: str | None = None


def everybody(person: User | None) -> bool:
    return True


def a_visitor(person: User | None) -> bool:
    return person is None


def signed_in(person: User | None) -> bool:
    return person is not None


def a_coder(person: User | None) -> bool:
    return person is not None and person.is_coder


def a_member(person: User | None) -> bool:
    return person is not None and bool(person.current_seats)


def a_moderator(person: User | None) -> bool:
    return person is not None and person.is_moderator


def an_admin(person: User | None) -> bool:
    return person is not None and person.is_admin


MAIN: list[tuple[str, str, Audience]] = [
    ("Jobs", "jobs.results", everybody),
    ("Codes", "codes.index", everybody),
    ("Employers", "jobs.companies", everybody),
    ("My applications", "applicants.index", a_coder),
    ("Saved searches", "searches.index", a_coder),
    ("Postings", "employers.index", a_member),
    ("Moderation", "moderation.queue", a_moderator),
    ("Decisions", "admin.decisions", an_admin),
]
ACCOUNT: list[tuple[str, str, Audience]] = [
    ("Post a job", "account.employer_sign_up", a_visitor),
    ("Log in", "account.log_in", a_visitor),
    ("Sign up", "account.sign_up", a_visitor),
    ("My procedures", "tracking.index", signed_in),
    ("Account", "account.overview", signed_in),
]
FOOT: list[tuple[str, str, Audience]] = [
    ("All jobs", "jobs.results", everybody),
    ("Jobs by kind", "jobs.browse", everybody),
    ("Specialties", "codes.specialties", everybody),
    ("Credentials", "codes.credentials", everybody),
    ("Code families", "codes.families", everybody),
    ("New jobs as a feed", "jobs.feed", everybody),
    ("Employers", "jobs.companies", everybody),
    ("Post a job", "account.employer_sign_up", a_visitor),
    ("Post a job", "employers.index", a_member),
    ("About", "jobs.about", everybody),
    ("How we review", "jobs.how_we_review", everybody),
    ("Privacy", "jobs.privacy", everybody),
    ("Terms", "jobs.terms", everybody),
]
BUTTONS = {"account.sign_up"}


def site_nav(person: User | None) -> Navigation:
    return Navigation(
        main=links(MAIN, person),
        account=links(ACCOUNT, person),
        foot=links(FOOT, person),
        log_out=url_for("account.log_out") if person else None,
    )


def frame_links() -> tuple[Markup, Markup]:
    """The links of the head and of the foot as HTML; those of strangers, who have no button with a token, drawn once."""
    person = someone()
    if person is None and not current_app.jinja_env.auto_reload:
        return for_strangers(request.endpoint)
    return drawn(site_nav(person))


def drawn(nav: Navigation) -> tuple[Markup, Markup]:
    components: Any = current_app.jinja_env.get_template("components/site_nav.html").module
    return components.head_links(nav), components.foot_links(nav)


@lru_cache(maxsize=256)
def for_strangers(endpoint: str | None) -> tuple[Markup, Markup]:
    """On the page of that endpoint, which is the one that is asked for."""
    return drawn(site_nav(None))


def links(places: list[tuple[str, str, Audience]], person: User | None) -> tuple[Link, ...]:
    return tuple(
        Link(label, address(endpoint), request.endpoint == endpoint, endpoint in BUTTONS)
        for label, endpoint, audience in places
        if audience(person)
    )


@lru_cache(maxsize=64)
def address(endpoint: str) -> str:
    """The path of a page that needs nothing else to be named: the same in every request, asked for forty times in each."""
    return url_for(endpoint)
