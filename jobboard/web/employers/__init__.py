"""The employers' desk: what somebody who hires can see and do."""

from jobboard.web.employers import (  # noqa: F401 - a view is on the desk once its module is read
    applications,
    company,
    editing,
    families,
    members,
    moving,
    postings,
)
