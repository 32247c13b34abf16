"""Filling in and sending the form of an application, as a person would."""

import io

from sqlalchemy import func, select


def a_file(data: bytes, name: str = "Amir Haddad CPC.pdf"):
    return (io.BytesIO(data), name)


def form_of(posting):
    return f"/me/postings/{posting.id}/application"


def send(browser, posting, status=200, data=None, name="Amir Haddad CPC.pdf", **fields):
    """Fill and send the form as a person would; the hidden fields are those of the page."""
    page = browser.open(form_of(posting))
    hidden = {field.get("name"): field.get("value") for field in page.all(".//main//input[@type='hidden']")}
    checked = {field.get("name"): field.get("value") for field in page.all(".//input[@checked]")}
    if data is not None:
        fields["resume"] = a_file(data, name)
    return browser.send(form_of(posting), status=status, **{**hidden, **checked, **fields})


def count(session, kind):
    return session.scalar(select(func.count()).select_from(kind))
