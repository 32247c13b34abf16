"""Random ids in URLs: 26 characters of the house's alphabet; anything else is not found before a query is made."""

from werkzeug.routing import BaseConverter

from jobboard.domain.base import ALPHABET, ID_LENGTH


class IdConverter(BaseConverter):
    regex = f"[{ALPHABET}]{{{ID_LENGTH}}}"
