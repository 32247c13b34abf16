"""The tracker's desk: a person's own lists of procedures, what they add up to, and the way out as a file."""

from jobboard.web.tracking import entries, export, lists, numbers, sending

# A view is on the desk once its module is read.
__all__ = ["entries", "export", "lists", "numbers", "sending"]
