"""Letters about new jobs for those without an account, and the pages behind the links of every such letter."""

from jobboard.web.alerts import address, asking, confirming, guests, stopping

# A view is on the desk once its module is read.
__all__ = ["address", "asking", "confirming", "guests", "stopping"]
