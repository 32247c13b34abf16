"""The site's own files are kept for long, and a changed file has another address."""

import re

import pytest
from flask import url_for

from jobboard.web.files import YEAR, name_of


@pytest.fixture
def address(app):
    with app.test_request_context():
        return url_for("static", filename="js/enhance.js")


def test_a_file_is_kept_for_a_year_under_the_name_of_its_content(app, address):
    assert re.fullmatch(r"/static/[0-9a-f]{12}/js/enhance\.js", address)
    answer = app.test_client().get(address, buffered=True)
    assert answer.status_code == 200
    assert (answer.cache_control.max_age, answer.cache_control.immutable) == (YEAR, True)
    assert "Cookie" not in answer.vary


@pytest.mark.parametrize("path", ["/static/js/enhance.js", "/static/0123456789ab/js/enhance.js"])
def test_an_address_of_before_answers_for_a_few_minutes(app, address, path):
    client = app.test_client()
    answer, now = client.get(path, buffered=True), client.get(address, buffered=True)
    assert answer.data == now.data
    assert answer.cache_control.max_age == 300
    assert not answer.cache_control.immutable


def test_what_files_call_each_other_is_in_the_same_folder(app, address):
    script = app.test_client().get(address, buffered=True)
    for name in re.findall(r'"\./([a-z-]+\.js)"', script.text):
        found = app.test_client().get(address.replace("enhance.js", name), buffered=True)
        assert found.status_code == 200, name
        assert found.cache_control.immutable


def test_a_file_that_is_not_there_is_not_kept(app, address):
    answer = app.test_client().get(address.replace("enhance", "nothing"))
    assert answer.status_code == 404
    assert not answer.cache_control.immutable
    for path in ("/static/../app.py", "/static/0123456789ab/../../app.py", "/static/%00"):
        assert app.test_client().get(path).status_code in (400, 404)


def test_another_content_has_another_name(tmp_path):
    (tmp_path / "one.js").write_text("1")
    first = name_of(tmp_path)
    name_of.cache_clear()
    assert name_of(tmp_path) == first
    name_of.cache_clear()
    (tmp_path / "one.js").write_text("2")
    assert name_of(tmp_path) != first
    name_of.cache_clear()
