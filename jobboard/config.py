"""Every setting of the program, and the only place that reads the environment."""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
MINUTE = 60


class Refusal(SystemExit):
    """The program does not start with settings that would be unsafe or wrong."""


def settings(**overrides: object) -> dict[str, object]:
    """All settings as Flask wants them: defaults, then the environment, then `overrides` (tests).

    Raises Refusal when a production start would be unsafe.
    """
    data = Path(os.environ.get("DATA_DIR", ROOT / "var")).resolve()
    development = os.environ.get("APP_ENV", "development") != "production"
    site_url = os.environ.get("SITE_URL", f"http://127.0.0.1:{os.environ.get('PORT', '5000')}").rstrip("/")
    values: dict[str, object] = {
        "DATA_DIR": data,
        "DEVELOPMENT": development,
        "SITE_NAME": os.environ.get("SITE_NAME", "Crosswalk"),
        "SITE_URL": site_url,
        "CONTACT_EMAIL": os.environ.get("CONTACT_EMAIL", "hello@crosswalk.example"),
        "POSTAL_ADDRESS": os.environ.get("POSTAL_ADDRESS", "Crosswalk, 100 Main Street, Columbus, OH 43215"),
        "SQLALCHEMY_DATABASE_URI": database_url(os.environ.get("DATABASE_URL"), data),
        "SECRET_KEY": os.environ.get("SECRET_KEY") or (kept_secret(data) if development else None),
        "HOST": os.environ.get("HOST", "127.0.0.1"),
        "PORT": port(os.environ.get("PORT", "5000")),
        "SMTP_URL": os.environ.get("SMTP_URL"),
        "LETTERS_TO": "smtp" if os.environ.get("SMTP_URL") else "folder",
        "MAIL_FROM": os.environ.get("MAIL_FROM", "Crosswalk <post@crosswalk.example>"),
        "TRUSTED_HOSTS": trusted_hosts(site_url, os.environ.get("TRUSTED_HOSTS", ""), development),
        "TRUSTED_PROXIES": int(os.environ.get("TRUSTED_PROXIES", "0")),
        "CLAMD_SOCKET": os.environ.get("CLAMD_SOCKET"),
        "CPT_DESCRIPTORS_FILE": file_named("CPT_DESCRIPTORS_FILE"),
        "CODE_VIEWS_GUEST": count("CODE_VIEWS_GUEST"),
        "CODE_VIEWS_MEMBER": count("CODE_VIEWS_MEMBER"),
    }
    values |= fixed(site_url)
    values |= overrides
    check(values)
    return values


def fixed(site_url: str) -> dict[str, object]:
    """Settings that follow from the others or never change."""
    secure = site_url.startswith("https://")
    return {
        # The connection that was given back last knows best what nobody changed since (search/unchanged.py).
        "SQLALCHEMY_ENGINE_OPTIONS": {"pool_use_lifo": True},
        "SESSION_COOKIE_NAME": "__Host-session" if secure else "session",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_PATH": "/",
        "MAX_CONTENT_LENGTH": 256 * 1024,
        "MAX_FORM_MEMORY_SIZE": 256 * 1024,
        "MAX_FORM_PARTS": 2000,
        "RESUME_MAX_BYTES": 5 * 1024 * 1024,
        "WTF_CSRF_TIME_LIMIT": None,
        "RATELIMIT_STORAGE_URI": "memory://",
        "RATELIMIT_HEADERS_ENABLED": True,
        "ARGON2": {"time_cost": 2, "memory_cost": 19 * 1024, "parallelism": 1},
        "SEND_FILE_MAX_AGE_DEFAULT": 5 * MINUTE,
    }


def port(given: str) -> int:
    if not (given.isascii() and given.isdigit() and 0 < int(given) < 65536):
        raise Refusal(f"PORT must be a number from 1 to 65535, not {given!r}.")
    return int(given)


def count(name: str) -> int:
    """A number from the environment, 0 when it is not there."""
    given = os.environ.get(name, "0")
    if not (given.isascii() and given.isdigit()):
        raise Refusal(f"{name} must be a whole number, 0 for no limit, not {given!r}.")
    return int(given)


def file_named(name: str) -> Path | None:
    """A file the operator names; empty is the same as not set."""
    given = os.environ.get(name, "").strip()
    return Path(given).resolve() if given else None


def database_url(given: str | None, data: Path) -> str:
    """SQLite in the data folder unless another database is named; old spellings of PostgreSQL are mended."""
    if not given:
        return f"sqlite:///{data / 'crosswalk.sqlite3'}"
    for old in ("postgres://", "postgresql://"):
        if given.startswith(old):
            return "postgresql+psycopg://" + given.removeprefix(old)
    return given


def trusted_hosts(site_url: str, extra: str, development: bool) -> list[str]:
    named = [urlsplit(site_url).hostname or "", *(host.strip() for host in extra.split(","))]
    local = ["127.0.0.1", "localhost", "[::1]"] if development else []
    return sorted({host for host in named + local if host})


def kept_secret(data: Path) -> str:
    """The development key, made once and kept beside the data so that log-ins survive a restart."""
    place = data / "secret-key"
    if not place.exists():
        data.mkdir(parents=True, exist_ok=True)
        place.write_text(secrets.token_urlsafe(48))
        place.chmod(0o600)
    return place.read_text()


def check(values: dict[str, object]) -> None:
    key = values["SECRET_KEY"]
    if not isinstance(key, str) or len(key) < 32:
        raise Refusal("SECRET_KEY must be set to at least 32 random characters (APP_ENV=production).")
    if not values["DEVELOPMENT"] and not values.get("SMTP_URL"):
        raise Refusal("SMTP_URL must be set in production: letters would have nowhere to go.")
    if not values["DEVELOPMENT"] and not str(values["SITE_URL"]).startswith("https://"):
        raise Refusal("SITE_URL must begin with https:// in production.")
