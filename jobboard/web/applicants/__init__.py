"""The coder's desk: applying, what became of it, and the resumes kept for it."""

from jobboard.web.applicants import apply, kept, sent  # noqa: F401 - a view is on the desk once its module is read
