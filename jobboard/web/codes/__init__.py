"""The code desk: what anyone may look up about the code sets."""

from jobboard.web.codes import code, lookup  # noqa: F401 - a view is on the desk once its module is read
