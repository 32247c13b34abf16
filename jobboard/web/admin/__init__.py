"""The admin's desk: what the people who run the board need to be able to look up."""

from jobboard.web.admin import credentials, decisions, releases, synonyms  # noqa: F401 - a view is on the desk once its module is read
