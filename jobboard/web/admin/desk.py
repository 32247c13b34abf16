"""The admin's desk. To everybody else it does not exist."""

from jobboard.web.door import Desk, admins_only

desk = Desk("admin", __name__, door=admins_only, url_prefix="/admin")
