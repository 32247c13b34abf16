"""Marks the numbers of fact tables inside sentences made in Python, with the macro the pages use."""

from decimal import Decimal

from flask import get_template_attribute
from markupsafe import Markup


def fact(name: str, value: object, text: str | None = None) -> Markup:
    """The number of a fact table as templates/codes/_fact.html marks it."""
    marked: Markup = get_template_attribute("codes/_fact.html", "fact")(name, value, text)
    return marked


def dollars(name: str, amount: Decimal) -> Markup:
    """935.56 as `$935.56`."""
    return fact(name, amount, f"${amount:,}")
