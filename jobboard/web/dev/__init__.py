"""The builders' desk: components and letters, in development only."""

from jobboard.web.dev import components, letters

# A view is on the desk once its module is read.
__all__ = ["components", "letters"]
