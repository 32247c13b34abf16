"""Who is hiring: what the board knows about the company behind a posting."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.moderation.fact import Fact, bad, good, look
from jobboard.domain.moderation.reason import Reason

TOPIC = "Employer"
YOUNG = timedelta(days=14)
SHORTEST_ABOUT = 80


def facts(employer: Employer, approved: int, now: datetime) -> Iterable[Fact]:
    yield mail(employer)
    yield page(employer)
    yield history(employer, approved, now)


def mail(employer: Employer) -> Fact:
    domain, site = employer.confirmed_mail_domain, employer.website_domain
    if employer.is_verified:
        return good(TOPIC, f"Somebody there answers email at {domain}, the domain of its website.")
    if domain and site:
        return look(TOPIC, f"Mail comes from {domain}, the website is {site}.", Reason.WHO_ARE_YOU)
    if site:
        return look(TOPIC, f"Nobody there has confirmed an address at {site}.", Reason.WHO_ARE_YOU)
    return bad(TOPIC, "No website, and no confirmed company address.", Reason.WHO_ARE_YOU)


def page(employer: Employer) -> Fact:
    wanted = {
        "a website": bool(employer.website),
        "what it does": len(employer.about.strip()) >= SHORTEST_ABOUT,
        "where it is": bool(employer.city and employer.state),
    }
    missing = [name for name, there in wanted.items() if not there]
    if missing:
        return look(TOPIC, f"Its company page lacks {' and '.join(missing)}.", Reason.WHO_ARE_YOU)
    return good(TOPIC, "Its company page is complete.")


def history(employer: Employer, approved: int, now: datetime) -> Fact:
    age = now - employer.created_at
    since = "today" if age < timedelta(days=1) else f"{age.days} day{'s' if age.days > 1 else ''} ago"
    if approved:
        return good(
            TOPIC, f"{approved} posting{'s' if approved > 1 else ''} published before; signed up {since}."
        )
    if age < YOUNG:
        return look(TOPIC, f"Signed up {since}; nothing of it was published yet.")
    return look(TOPIC, f"Signed up {since}; this would be its first listing.")
