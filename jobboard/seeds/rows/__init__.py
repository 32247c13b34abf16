"""The demo board as rows of its tables: pairs of a record and its column values, ready for a bulk insert."""
