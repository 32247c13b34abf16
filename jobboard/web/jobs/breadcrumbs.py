"""The way to a page, as search engines read it (JSON-LD). Write it with `tojson`."""

from typing import Any

from jobboard.web.jobs.addresses import whole

Data = dict[str, Any]


def breadcrumbs(crumbs: list[tuple[str, str]], name: str, canonical: str) -> Data:
    """The way to a page: (label, path) pairs from far to near, then the page itself."""
    trail = [*((label, whole(url)) for label, url in crumbs), (name, canonical)]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": label, "item": url}
            for place, (label, url) in enumerate(trail, start=1)
        ],
    }
