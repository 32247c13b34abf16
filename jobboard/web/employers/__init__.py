"""The employers' desk: what somebody who hires can see and do."""

from jobboard.web.employers import (
    applications,
    company,
    editing,
    families,
    lateness,
    members,
    moving,
    postings,
)

# A view is on the desk once its module is read.
__all__ = ["applications", "company", "editing", "families", "lateness", "members", "moving", "postings"]
