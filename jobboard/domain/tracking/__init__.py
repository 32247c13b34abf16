"""The tracker: lists of procedures that a person keeps for themselves, and what they add up to. Never patient data."""
