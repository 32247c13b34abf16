"""The coder's desk: applying, and what became of it."""

from jobboard.web.door import Desk, coders_only

desk = Desk("applicants", __name__, door=coders_only, url_prefix="/me")
