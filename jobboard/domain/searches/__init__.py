"""Searches that people keep, what was already sent for each, and addresses that take no more letters."""
