"""Mail domains that anybody can get an address at: such an address says nothing about who someone works for."""

FREE = frozenset({
    "10minutemail.com", "aim.com", "aol.com", "att.net", "bellsouth.net", "charter.net",
    "comcast.net", "cox.net", "duck.com", "earthlink.net", "fastmail.com", "gmail.com",
    "gmx.com", "gmx.net", "gmx.us", "googlemail.com", "guerrillamail.com", "hey.com", "hotmail.co.uk",
    "hotmail.com", "hushmail.com", "icloud.com", "inbox.com", "juno.com", "live.com", "mac.com", "mail.com",
    "mailinator.com", "me.com", "msn.com", "netscape.net", "netzero.net", "optonline.net", "outlook.com",
    "pm.me", "proton.me", "protonmail.com", "roadrunner.com", "rocketmail.com", "sbcglobal.net",
    "sharklasers.com", "spectrum.net", "temp-mail.org", "tempmail.com", "trashmail.com", "tuta.com",
    "tutanota.com", "verizon.net", "windstream.net", "yahoo.ca", "yahoo.co.uk", "yahoo.com", "yandex.com",
    "ymail.com", "yopmail.com", "zoho.com", "zohomail.com",
})  # fmt: skip


def company_domain(email: str) -> str | None:
    """The domain of an address if it can speak for a company, else None."""
    domain = email.rpartition("@")[2].strip().lower()
    return domain if domain and domain not in FREE else None
