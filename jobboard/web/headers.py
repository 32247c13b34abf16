"""What every response carries: nothing runs here that is not ours, nothing private is kept on the way."""

from flask import Flask, Response, request, session
from flask_login import current_user
from werkzeug.datastructures import ContentSecurityPolicy
from werkzeug.middleware.proxy_fix import ProxyFix

from jobboard.web.files import ENDPOINTS

POLICY = ContentSecurityPolicy(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
)
ALWAYS = {
    "Content-Security-Policy": POLICY.to_header(),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
TWO_YEARS = "max-age=63072000; includeSubDomains"


def watch(app: Flask) -> None:
    hops = app.config["TRUSTED_PROXIES"]
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    app.after_request(add)
    if app.config["SESSION_COOKIE_SECURE"]:
        app.after_request(add_transport)


def add(response: Response) -> Response:
    said = {name.lower() for name, _ in response.headers}
    response.headers.extend([(name, value) for name, value in ALWAYS.items() if name.lower() not in said])
    if request.endpoint in ENDPOINTS:
        return response
    if current_user.is_authenticated or session.modified:  # Flask writes the cookie after this
        response.headers["Cache-Control"] = "no-store"
    varies(response, "Cookie")
    return response


def varies(response: Response, name: str) -> None:
    """With this header of a request the answer is another one."""
    held = response.headers.get("Vary")
    response.headers["Vary"] = f"{held}, {name}" if held else name


def add_transport(response: Response) -> Response:
    response.headers.setdefault("Strict-Transport-Security", TWO_YEARS)
    return response
