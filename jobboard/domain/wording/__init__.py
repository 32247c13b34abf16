"""The words of the trade: which ways of saying mean the same, kept as rows that admins change."""
