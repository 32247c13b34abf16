"""FastAPI and Jinja, with our own statement for the cards: the quickest page of that kind we could write."""

from pathlib import Path
from typing import Any

from benchmarks.pages_of.shared import TEMPLATES, Answer, said
from jobboard.clock import now
from jobboard.search.cards import cards


def application(data: Path, answer: Path) -> Any:
    from fastapi import FastAPI
    from fastapi.responses import HTMLResponse
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup
    from sqlalchemy import create_engine
    from sqlalchemy.orm import Session

    engine = create_engine(f"sqlite:///{data / 'crosswalk.sqlite3'}")
    given = Answer.read(answer)
    frame = {name: Markup(getattr(given, name)) for name in ("before", "between", "after")}  # noqa: S704
    page = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, auto_reload=False).get_template(
        "page.html"
    )
    app = FastAPI()

    @app.get("/jobs", response_class=HTMLResponse)
    async def results() -> str:
        with Session(engine) as session:
            found = [said(card) for card in cards(session, given.ids, now())]
        return page.render(cards=found, facets=given.facets, **frame)

    return app
