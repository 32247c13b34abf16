"""The code desk, open to all. What a stranger gets may be kept for a minute, as on the public desk."""

from jobboard.web.door import Desk, open_to_all
from jobboard.web.jobs.desk import keep

desk = Desk("codes", __name__, door=open_to_all)
desk.after_request(keep)
