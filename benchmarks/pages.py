"""How long the pages of codes and families take, by set, beside a peer: a bare Flask page from a template.

python benchmarks/pages.py            # on a board with the whole dataset
"""

import random
import sys
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from flask import Flask, render_template_string
from flask.testing import FlaskClient
from sqlalchemy import select

from jobboard import create_app
from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.extensions import db
from jobboard.web.codes.addresses import code_path, family_path

PAGES, WARM = 200, 20
HELLO = "<!doctype html><title>{{ name }}</title><h1>Hello, {{ name }}</h1>"


def timed(client: FlaskClient, paths: list[str]) -> tuple[list[float], list[float], float]:
    """Milliseconds by the clock and of the processor of each page, and the middle size in KB."""
    clock, processor, sizes = [], [], []
    for path in paths:
        began, worked = perf_counter(), process_time()
        page = client.get(path, base_url="http://127.0.0.1")
        clock.append((perf_counter() - began) * 1000)
        processor.append((process_time() - worked) * 1000)
        assert page.status_code == 200, (path, page.status_code)
        sizes.append(len(page.data) / 1000)
    return clock, processor, median(sizes)


def tell(name: str, clock: list[float], processor: list[float], size: float, peer: float) -> None:
    at95 = quantiles(clock, n=20)[-1], quantiles(processor, n=20)[-1]
    print(
        f"{name:<20}{median(clock):>9.1f}{at95[0]:>9.1f}{median(processor):>11.1f}{at95[1]:>9.1f}"
        f"{median(processor) / peer:>10.0f} x{size:>9.0f} KB"
    )


def hello() -> FlaskClient:
    app = Flask("hello")
    app.add_url_rule("/<name>", "hello", lambda name: render_template_string(HELLO, name=name))
    return app.test_client()


def main() -> None:
    pick = random.Random(44314)
    app = create_app(TRUSTED_HOSTS=["127.0.0.1"])
    with app.test_request_context(base_url="http://127.0.0.1"):
        pages = {}
        for code_set in CodeSet:
            codes = db.session.scalars(select(Code.code).where(Code.code_set == code_set, Code.active)).all()
            pages[code_set.label] = [code_path(code_set, code) for code in pick.choices(codes, k=PAGES)]
        families = db.session.scalars(select(Family).where(~Family.retired)).all()
        pages["Families"] = [family_path(family) for family in pick.choices(families, k=PAGES)]
    peer = timed(hello(), [f"/{number}" for number in range(PAGES)])
    cold = timed(app.test_client(), [pages["CPT"][0]])
    print(f"{'ms':<20}{'clock':>9}{'p95':>9}{'processor':>11}{'p95':>9}{'peer':>12}{'size':>12}")
    tell("peer: bare Flask", *peer, median(peer[1]))
    for name, paths in pages.items():
        client = app.test_client()
        timed(client, paths[:WARM])
        tell(name, *timed(client, paths), median(peer[1]))
    print(f"The very first page of a new process: {cold[0][0]:.0f} ms")


if __name__ == "__main__":
    main()
