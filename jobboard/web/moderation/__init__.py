"""The moderation desk: what waits, what speaks for and against it, what was decided."""

from jobboard.web.moderation import log, queue, verdicts

# A view is on the desk once its module is read.
__all__ = ["log", "queue", "verdicts"]
