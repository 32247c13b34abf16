"""A client of one person that says only what matters here: which answer, and how it looks. It checks no HTML."""

import re
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from jobboard.domain.accounts.user import User
from jobboard.domain.base import Base
from tests import builders
from tests.databases import KEPT

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
ID = re.compile(r"[0-9a-hjkmnp-tv-z]{26}")


class Somebody:
    """`person` signed in through the real door, or a visitor."""

    def __init__(self, app: Flask, person: User | None = None) -> None:
        self.app, self.client, self.token = app, app.test_client(), ""
        self.learn("/log-in")
        if person is not None:
            answer = self.post("/log-in", email=person.email, password=builders.PASSWORD)
            assert answer.status_code == 302, f"{person.name} could not log in"
            self.learn("/account")

    def learn(self, path: str) -> None:
        """The token that this browser's forms carry."""
        found = TOKEN.search(self.get(path).text)
        assert found, f"{path} has no form"
        self.token = found[1]

    def get(self, path: str, **words: Any) -> TestResponse:
        return self.client.get(path, **words)

    def post(self, path: str, **fields: Any) -> TestResponse:
        return self.client.post(path, data={"csrf_token": self.token} | fields)

    def ask(self, method: str, path: str, form: dict[str, Any]) -> TestResponse:
        return self.post(path, **form) if method == "POST" else self.get(path)


def answer_of(response: TestResponse) -> str:
    """The status, or "log-in" for being asked to log in first."""
    place = response.headers.get("Location", "")
    return (
        "log-in" if response.status_code == 302 and place.startswith("/log-in") else str(response.status_code)
    )


def faceless(response: TestResponse) -> tuple[str, str]:
    """Status and body, but for tokens and ids: what tells one thing from another that is not there."""
    return answer_of(response), ID.sub("ID", TOKEN.sub("TOKEN", response.text))


def rows(session: Session, *leave_out: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of people's things as stored now, by table. Sessions come and go with every log-in and are left out."""
    session.commit()
    session.expire_all()
    hidden = KEPT | {"user_session", "attempt", *leave_out}
    tables = [table for table in Base.metadata.sorted_tables if table.name not in hidden]
    return {table.name: sorted(map(tuple, session.execute(select(table))), key=repr) for table in tables}
