"""Readers of the public desk."""

import pytest


@pytest.fixture
def stranger(app, session):
    def open_page(path, **headers):
        session.commit()
        answer = app.test_client().get(path, headers=headers)
        assert answer.status_code in (200, 304), path
        return answer

    return open_page
