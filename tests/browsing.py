"""A browser for tests that reads every page it opens: a page that is not sound fails the test that saw it."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.sheets import unstyled

LABELLED = ("input", "select", "textarea")
UNLABELLED_TYPES = ("hidden", "submit", "button", "image")


class Page:
    """One answer. `text` is what a person reads; `all(".//h1")` finds elements by XPath."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response
        self.status = response.status_code
        self.source = response.get_data().decode("utf-8", "replace")
        self.path = urlsplit(response.request.url).path
        self.is_html = response.mimetype == "text/html" and bool(self.source)
        if self.is_html:
            parser = html5lib.HTMLParser(namespaceHTMLElements=False)
            self.tree = parser.parse(self.source)
            self.errors = [(place, code) for place, code, _ in parser.errors]

    @property
    def text(self) -> str:
        parts: list[str] = []
        gather(self.tree.find("body") if self.is_html else None, parts)
        return re.sub(r"\s+", " ", " ".join(parts)) if self.is_html else self.source

    def all(self, path: str) -> list[Element]:
        return self.tree.findall(path)

    def links(self) -> list[str]:
        return [link.get("href") or "" for link in self.all(".//a[@href]")]

    def csrf_token(self) -> str | None:
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.source)
        return unescape(found.group(1)) if found else None

    def check(self) -> "Page":
        """Fail when the page is not sound: one h1, a title, unique ids, labels, alternatives, valid HTML."""
        problems = [f"line {place[0]}: {code}" for place, code in self.errors]
        if len(self.all(".//h1")) != 1:
            problems.append(f"{len(self.all('.//h1'))} h1 elements instead of one")
        if not "".join(self.tree.find(".//title").itertext()).strip():
            problems.append("no title")
        ids = [element.get("id") for element in self.tree.iter() if element.get("id")]
        problems += [
            f"id {name!r} stands twice" for name in sorted({name for name in ids if ids.count(name) > 1})
        ]
        problems += [
            f"image without alt: {image.get('src')}"
            for image in self.all(".//img")
            if image.get("alt") is None
        ]
        problems += [f"control without a label: {name}" for name in self.unlabelled()]
        problems += [f"no styles for .{name}: set `styles`" for name in sorted(unstyled(self.source))]
        assert not problems, f"{self.path} ({self.status}) is not a sound page:\n  " + "\n  ".join(problems)
        return self

    def unlabelled(self) -> list[str]:
        named = {label.get("for") for label in self.all(".//label[@for]")}
        wrapped = {id(inner) for label in self.all(".//label") for inner in label.iter()}
        return [
            control.get("name") or control.get("id") or "?"
            for kind in LABELLED
            for control in self.all(f".//{kind}")
            if control.get("type") not in UNLABELLED_TYPES
            and control.get("id") not in named
            and id(control) not in wrapped
            and not control.get("aria-label")
            and not control.get("aria-labelledby")
        ]


def gather(element: Element | None, parts: list[str]) -> None:
    if element is None or element.tag in ("script", "style", "template", "svg"):
        return
    parts.append(element.text or "")
    for child in element:
        gather(child, parts)
        parts.append(child.tail or "")


class Browser:
    """One person's browser. `open` follows links, `send` posts the form with the token the person would have had."""

    def __init__(self, app: Flask, session: Session) -> None:
        self.client = app.test_client()
        self.session = session
        self.token: str | None = None

    def open(self, url: str, status: int = 200, follow: bool = True, **words: object) -> Page:
        return self._read(self._ask("get", url, follow, **words), status)

    def send(
        self, url: str, status: int = 200, follow: bool = True, token: bool = True, **fields: object
    ) -> Page:
        """POST `fields` and read the page it leads to. `token=False` forges the form from elsewhere."""
        data: dict[str, object] = dict(fields)
        if token:
            if self.token is None:
                self._read(self._ask("get", "/log-in", False), None)
            data["csrf_token"] = self.token
        return self._read(self._ask("post", url, follow, data=data), status)

    def log_in(self, email: str, password: str) -> Page:
        self.open("/log-in")
        page = self.send("/log-in", email=email, password=password)
        assert urlsplit(page.response.request.url).path != "/log-in", f"log-in failed: {page.text[:300]}"
        return page

    def _ask(self, method: str, url: str, follow: bool, **words: object) -> TestResponse:
        self.session.commit()
        response = getattr(self.client, method)(urljoin("/", url), follow_redirects=follow, **words)
        self.session.expire_all()
        return response

    def _read(self, response: TestResponse, status: int | None) -> Page:
        page = Page(response)
        if status is not None:
            assert page.status == status, (
                f"{page.path} answered {page.status}, not {status}: {page.text[:400]}"
            )
        if page.is_html:
            page.check()
            self.token = page.csrf_token() or self.token
        return page
