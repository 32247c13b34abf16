"""The newest jobs of any search as a JSON feed (jsonfeed.org, version 1.1), with the parameters of the results page."""

import json
from typing import Any

from flask import Response, current_app, url_for

from jobboard.web.jobs import listing
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.desk import desk
from jobboard.web.jobs.headlines import headline
from jobboard.web.jobs.matched import reasons_of
from jobboard.web.jobs.results import newest
from jobboard.web.strangers import alike_for_strangers

VERSION = "https://jsonfeed.org/version/1.1"
MEDIA_TYPE = "application/feed+json"


@desk.get("/jobs/feed.json")
@alike_for_strangers
def json_feed() -> Response:
    result = newest()
    cards, reasons = listing.shown(result.ids, result.reasons), reasons_of(result)
    feed = {
        "version": VERSION,
        "title": f"{headline(result)} · {current_app.config['SITE_NAME']}",
        "home_page_url": whole(result.reading.query.url(url_for(".results"))),
        "feed_url": whole(result.reading.query.url(url_for(".json_feed"), sort="best")),
        "language": "en-US",
        "items": [item(card, reasons[card["id"]]) for card in cards],
    }
    return Response(json.dumps(feed, ensure_ascii=False), content_type=f"{MEDIA_TYPE}; charset=utf-8")


def item(card: dict[str, Any], reason: str) -> dict[str, Any]:
    """One job. Its id is its address without the words, which never change with the title."""
    facts = [f"{card['pay_text']} {card['pay_unit']}", *(text for _, text in card["facts"])]
    return {
        "id": whole(url_for("jobs.posting", id=card["id"])),
        "url": whole(card["url"]),
        "title": f"{card['title']} at {card['employer_name']}",
        "content_text": "\n".join([*facts, *([f"Why: {reason}"] if reason else [])]),
        "date_published": f"{card['published']:%Y-%m-%dT%H:%M:%SZ}",
        "date_modified": f"{card['changed']:%Y-%m-%dT%H:%M:%SZ}",
        "authors": [{"name": card["employer_name"]}],
    }
