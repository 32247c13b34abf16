"""The employers' desk: postings from draft to close, their applications, the company page, the seats."""

from jobboard.web.door import Desk, members_only

desk = Desk("employers", __name__, door=members_only, url_prefix="/employer")
