"""Readers of public pages who are nobody yet."""


def with_cookie(app, path="/jobs"):
    """A visitor who has a cookie of ours, so that no whole page is kept for them."""
    client = app.test_client()
    with client.session_transaction() as held:
        held["mailed_to"] = "somebody"
    return client.get(path)
