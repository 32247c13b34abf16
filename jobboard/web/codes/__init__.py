"""The code desk: what anyone may look up about the code sets."""

# A view is on the desk once its module is read.
from jobboard.web.codes import code, credentials, families, family, lookup, releases, specialties  # noqa: F401
