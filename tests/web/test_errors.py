"""Addresses that cannot exist are not found, whatever is behind them."""

import pytest


@pytest.mark.parametrize("path", ["/%00", "/confirmation/%00", "/invitations/%00", "/jobs/x%00y"])
def test_an_address_with_a_nul_is_not_found(browse, path):
    browse(None).open(path, status=404)
