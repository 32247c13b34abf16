"""Saved searches: a person's own list, seen by nobody else."""

from jobboard.web.searches import address, kept, letters

# A view is on the desk once its module is read.
__all__ = ["address", "kept", "letters"]
