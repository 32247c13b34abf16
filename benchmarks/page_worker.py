"""One way of making the result page, in a process of its own. Says as JSON what its page is like; then, for each line it is
given, asks for the page a few times and says how long each took.

python benchmarks/page_worker.py NAME FOLDER ANSWER
"""

import asyncio
import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

WARM, TRIES = 30, 20
ADDRESS = "/jobs"
Ask = Callable[[dict[str, str]], tuple[int, dict[str, str], bytes]]


def by_wsgi(app: Any) -> Ask:
    from werkzeug.test import EnvironBuilder

    def ask(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        environ = EnvironBuilder(
            path=ADDRESS, base_url="http://127.0.0.1:5000", headers=list(headers.items())
        ).get_environ()
        told: list[Any] = []
        began, worked = perf_counter(), process_time()
        parts = app(environ, lambda *given: told.extend(given))
        body = b"".join(parts)
        if hasattr(parts, "close"):
            parts.close()
        spent.append((perf_counter() - began, process_time() - worked))
        return int(told[0].split()[0]), dict(told[1]), body

    return ask


def by_asgi(app: Any) -> Ask:
    loop = asyncio.new_event_loop()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    def ask(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        told: list[dict[str, Any]] = []
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
            "path": ADDRESS, "raw_path": ADDRESS.encode(), "query_string": b"", "root_path": "", "headers": [],
            "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 5000),
        }  # fmt: skip

        async def send(message: dict[str, Any]) -> None:
            told.append(message)

        began, worked = perf_counter(), process_time()
        loop.run_until_complete(app(scope, receive, send))
        spent.append((perf_counter() - began, process_time() - worked))
        return told[0]["status"], {}, b"".join(part.get("body", b"") for part in told[1:])

    return ask


spent: list[tuple[float, float]] = []


def ours(name: str, folder: Path) -> tuple[Ask, Callable[[], None], dict[str, str]]:
    """Our board, and what is forgotten before each request so that it has to be made again."""
    from jobboard import create_app

    app = create_app(DATA_DIR=folder, SQLALCHEMY_DATABASE_URI=f"sqlite:///{folder / 'crosswalk.sqlite3'}")
    ask = by_wsgi(app.wsgi_app)
    for _ in range(3):
        _, headers, _ = ask({})
    forgotten = {
        "ours, page anew": ("kept_pages", "kept_frames", "kept_cards", "kept_standings"),
        "ours, page anew, without its search": ("kept_pages", "kept_cards", "kept_standings"),
        "ours, cards kept": ("kept_pages",),
    }
    forgotten["ours, cards kept, without its search"] = forgotten["ours, cards kept"]
    if name.endswith("without its search"):
        from jobboard.web.jobs import results

        with app.test_request_context(ADDRESS):
            given = results.answer()
        results.answer = lambda **always: given

    def forget() -> None:
        for kept in forgotten.get(name, ()):
            app.extensions[kept].clear()

    return ask, forget, {"If-None-Match": headers["ETag"]} if name == "ours, unchanged" else {}


def of_another(name: str, folder: Path, answer: Path) -> Ask:
    if name == "Django":
        from benchmarks.pages_of.django_orm import application
    elif name == "FastAPI + Jinja":
        from benchmarks.pages_of.fastapi_jinja import application
    else:
        from benchmarks.pages_of.flask_hello import application
    app = application(folder, answer)
    return by_asgi(app) if name.startswith("FastAPI") else by_wsgi(app)


def main() -> None:
    name, folder, answer = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    forget: Callable[[], None] = lambda: None  # noqa: E731
    headers: dict[str, str] = {}
    if name.startswith("ours"):
        ask, forget, headers = ours(name, folder)
    else:
        ask = of_another(name, folder, answer)

    def asked(times: int) -> tuple[int, dict[str, str], bytes]:
        spent.clear()
        for _ in range(times):
            forget()
            told = ask(headers)
        return told

    status, _, body = asked(WARM)
    print(json.dumps({"status": status, "bytes": len(body), "body": body.decode()}), flush=True)
    for _ in sys.stdin:
        asked(TRIES)
        print(json.dumps(spent), flush=True)


if __name__ == "__main__":
    main()
