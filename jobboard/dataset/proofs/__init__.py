"""Proofs that the database says what the package's files say. They read both on their own, not by the loaders' hands."""
