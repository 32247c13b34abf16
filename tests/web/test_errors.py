"""Addresses that cannot exist are not found, whatever is behind them."""

import pytest


@pytest.mark.parametrize("path", ["/%00", "/confirmation/%00", "/invitations/%00", "/jobs/x%00y"])
def test_an_address_with_a_nul_is_not_found(browse, path):
    browse(None).open(path, status=404)


@pytest.mark.parametrize(
    "path", ["/jobs", "/jobs.json", "/jobs.atom", "/jobs/feed.json", "/me/searches", "/admin/synonyms"]
)
def test_bytes_that_are_no_text_are_answered_in_words(app, path):
    """No browser sends them bare, but somebody will."""
    answer = app.test_client().get(path, environ_overrides={"QUERY_STRING": "q=\xff\xfe"})
    assert answer.status_code == 400
