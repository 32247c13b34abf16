"""Who is knocking, and whether once too often: the views ask here before anything costly is done."""

from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Address, ip_address

from flask import request

from jobboard import clock
from jobboard.domain.accounts import attempts
from jobboard.domain.accounts.attempt import Kind
from jobboard.domain.accounts.user import key_of
from jobboard.extensions import db

TOO_MANY = "Too many tries. Wait a while, then try again. Browsers that are logged in already stay so."


@dataclass(frozen=True)
class Knock:
    """One counted try: under which keys, when, and which kind was used up already (None: come in)."""

    keys: dict[Kind, str]
    at: datetime
    spent: Kind | None

    @property
    def is_too_many(self) -> bool:
        return self.spent is not None

    def forgive(self) -> None:
        """It was them after all; the caller commits."""
        attempts.forgive(db.session, self.keys, self.at)


def knock(*kinds: Kind, email: str = "") -> Knock:
    """Count one try and commit it, so that tries made side by side see each other.

    Kinds that end in `_address` are counted by network address, the others by email address.
    """
    keys = {kind: network_address() if kind.by_address else key_of(email) for kind in kinds}
    at = clock.now()
    spent = attempts.try_once(db.session, keys, at)
    db.session.commit()
    return Knock(keys, at, spent)


def network_address() -> str:
    """The visitor's address; for IPv6 the network it belongs to, for one household has 2^64 of them."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or (int(address) >> 64))
    return str(address)
