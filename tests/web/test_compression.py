"""What is the same for everybody travels compressed; what was made for one person does not."""

import gzip

import pytest

ASKS = {"Accept-Encoding": "gzip, br"}


@pytest.mark.parametrize(
    "path", ["/", "/jobs", "/jobs.atom", "/sitemap-families-1.xml", "/static/css/site.css"]
)
def test_public_pages_and_files_travel_compressed_to_those_who_can_read_it(app, a_posting, path):
    for _ in range(4):
        a_posting("live")
    visitor = app.test_client()
    plain = visitor.get(path, headers={"Accept-Encoding": "identity"}, buffered=True)
    short = visitor.get(path, headers=ASKS, buffered=True)
    assert "Content-Encoding" not in plain.headers
    assert short.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(short.data) == plain.data
    assert int(short.headers["Content-Length"]) == len(short.data) < len(plain.data) / 2
    assert all("Accept-Encoding" in each.headers["Vary"] for each in (plain, short))


def test_an_unchanged_page_is_not_sent_again(app, a_posting):
    a_posting("live")
    visitor = app.test_client()
    for path in ("/jobs", "/static/css/site.css"):
        tag = visitor.get(path, headers=ASKS, buffered=True).headers["ETag"]
        again = visitor.get(path, headers=ASKS | {"If-None-Match": tag}, buffered=True)
        assert again.status_code == 304


@pytest.mark.parametrize("path", ["/jobs", "/static/css/site.css"])
@pytest.mark.parametrize("asks", [{}, ASKS])
def test_the_head_of_an_answer_is_that_of_the_whole(app, a_posting, path, asks):
    a_posting("live")
    visitor = app.test_client()
    whole, head = (ask(path, headers=asks, buffered=True) for ask in (visitor.get, visitor.head))
    told = "ETag", "Content-Encoding", "Content-Length", "Vary", "Cache-Control"
    assert [head.headers.get(name) for name in told] == [whole.headers.get(name) for name in told]
    assert head.data == b""


def test_a_page_with_a_token_in_it_is_never_compressed(app, browse, a_posting, amir):
    a_posting("live")
    signed_in = browse(amir).client
    for path in ("/", "/jobs", "/account"):
        page = signed_in.get(path, headers=ASKS)
        assert "csrf_token" in page.text
        assert "Content-Encoding" not in page.headers
    assert "Content-Encoding" not in app.test_client().get("/log-in", headers=ASKS).headers
