"""Two employers side by side, and everybody who could come near them."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.security.town import Town


@pytest.fixture
def town(app: Flask, session: Session) -> Town:
    return Town(app, session)
