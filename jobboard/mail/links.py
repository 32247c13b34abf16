"""Addresses of pages as letters carry them: on the site as configured, never on the host a request claims."""

from flask import current_app


def site_link(endpoint: str, **values: str) -> str:
    path = current_app.url_map.bind("").build(endpoint, values)
    return str(current_app.config["SITE_URL"]) + path
