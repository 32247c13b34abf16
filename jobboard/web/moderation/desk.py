"""The moderation desk: the queue, the evidence, the decision. To everybody else it does not exist."""

from jobboard.web.door import Desk, moderators_only

desk = Desk("moderation", __name__, door=moderators_only, url_prefix="/moderation")
