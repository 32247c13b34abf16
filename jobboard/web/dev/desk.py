"""For those who build: every component and every letter. Registered in development only."""

from jobboard.web.door import Desk, open_to_all

desk = Desk("dev", __name__, door=open_to_all, url_prefix="/dev")
