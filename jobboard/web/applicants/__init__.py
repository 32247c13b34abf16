"""The coder's desk: applying, what became of it, and the resumes kept for it."""

from jobboard.web.applicants import apply, kept, sent

# A view is on the desk once its module is read.
__all__ = ["apply", "kept", "sent"]
