"""The numbers of postings as arrays, for what is worked out for many of them at once."""

from typing import Any

import numpy as np
from pyroaring import BitMap

Numbers = np.ndarray[Any, np.dtype[Any]]


def numbers_in(held: BitMap) -> Numbers:
    """The members in rising order."""
    return np.frombuffer(held.to_array(), dtype=np.uint32)
