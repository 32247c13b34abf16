"""The result page as others would make it: the same twenty cards and the same filters, from the same database."""
