"""The links of letters about new jobs. Each is signed, names one saved search or account and one purpose, and is stored nowhere.

The one that stops letters never runs out: a mail program may press it years later. The one that lifts a refusal works once.
"""

from jobboard.domain.accounts.user import User
from jobboard.domain.base import ID_LENGTH
from jobboard.domain.searches.suppressed import SuppressedAddress
from jobboard.mail.links import site_link
from jobboard.web.signing import is_signed, signature

CONFIRM, STOP, MANAGE, ADDRESS = "confirm-search", "stop-search", "manage-searches", "confirm-alert-address"


def confirmation_link(search_id: str) -> str:
    return site_link("alerts.confirmation", token=token(CONFIRM, search_id))


def stop_link(search_id: str) -> str:
    return site_link("alerts.stop", token=token(STOP, search_id))


def manage_link(search_id: str) -> str:
    return site_link("alerts.kept", token=token(MANAGE, search_id))


def address_link(user: User, refused: SuppressedAddress) -> str:
    return site_link("alerts.address", token=token(ADDRESS, user.id, *refusal_of(user, refused)))


def refusal_of(user: User, refused: SuppressedAddress) -> tuple[str, str]:
    """What the link that lifts a refusal is bound to: this address and this refusal, so that it works once."""
    return user.email_key, refused.at.isoformat()


def token(purpose: str, id: str, *bound_to: str) -> str:
    return id + signature(purpose, id, *bound_to)


def named_in(text: str) -> str:
    """The id that a token claims to be for."""
    return text[:ID_LENGTH]


def is_ours(text: str, purpose: str, *bound_to: str) -> bool:
    """Whether we wrote this token for that purpose."""
    return is_signed(text[ID_LENGTH:], purpose, named_in(text), *bound_to)
