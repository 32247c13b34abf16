"""The public desk: what anyone may read, search engines too."""

from jobboard.web.door import Desk, open_to_all

desk = Desk("jobs", __name__, door=open_to_all)
