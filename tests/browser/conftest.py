"""A real Chromium on a real server. Says clearly when there is no Chromium, and reads every page with axe."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import BrowserContext, Page, sync_playwright
from waitress.server import create_server

from tests.builders import PASSWORD

CHROMIUM = next(
    (place for name in ("chromium", "chromium-browser", "google-chrome") if (place := shutil.which(name))),
    None,
)
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """The browser, started once. Without one these tests are skipped with the reason, or fail where CI is set."""
    if CHROMIUM is None:
        missing = "No Chromium here, so the browser tests do not run. On Debian: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def site(app: Flask) -> Iterator[str]:
    """The address of the running board."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(
        server.close
    )  # by its own thread: a socket that is closed while it waits there is an error
    thread.join(5)
    server.task_dispatcher.shutdown()


class Visitor:
    """One person at a browser. Every page it comes to is read by axe; a violation or a script error fails the test.

    Where script is off axe cannot run, and pages are only opened.
    """

    def __init__(self, context: BrowserContext, site: str, script: bool = True) -> None:
        self.context, self.site, self.script = context, site, script
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on(
            "console",
            lambda said: self.faults.append(f"console: {said.text}") if said.type == "error" else None,
        )

    def open(self, path: str) -> Page:
        self.page.goto(path if path.startswith("http") else self.site + path)
        return self.look()

    def press(self, name: str, role: str = "button") -> Page:
        """Press the button (or follow the link) of that name in the page, and look at where it leads."""
        with self.page.expect_navigation():
            self.page.get_by_role("main").get_by_role(role, name=name, exact=True).first.click()
        return self.look()

    def log_in(self, email: str) -> "Visitor":
        self.open("/log-in")
        self.page.get_by_label("Email address").fill(email)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.press("Log in")
        return self

    def sees(self, words: str) -> None:
        text = self.page.get_by_role("main").inner_text()
        assert words in text, f"{self.page.url} does not say {words!r}:\n{text[:1500]}"

    def look(self) -> Page:
        if not self.script:
            return self.page
        found = Axe().run(self.page)
        assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"
        wider = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{self.page.url} scrolls sideways by {wider} px"
        assert not self.faults, f"{self.page.url}: {self.faults}"
        return self.page


@pytest.fixture
def visit(chromium, site: str, session) -> Iterator[Callable[..., Visitor]]:
    """`visit()` opens a browser of its own, with its own cookies. `size`, `scheme` and `script` say what kind."""
    session.commit()
    with ExitStack() as open_ones:

        def begin(size: dict[str, int] = WIDE, scheme: str = "light", script: bool = True) -> Visitor:
            context = chromium.new_context(viewport=size, color_scheme=scheme, java_script_enabled=script)
            context.set_default_timeout(10_000)
            open_ones.callback(context.close)
            return Visitor(context, site, script)

        yield begin
