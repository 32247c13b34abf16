"""The builders' desk: components and letters, in development only."""

from jobboard.web.dev import components, letters  # noqa: F401 - a view is on the desk once its module is read
