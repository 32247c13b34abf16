"""How Jinja is set up here: templates share one table of globals.

Jinja gives each template a chain of two. Where a page takes macros from twenty files, asking that chain what it holds took
longer than the macros.
"""

from collections.abc import MutableMapping
from typing import Any

from flask.templating import Environment


class Plates(Environment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals
