"""What stands for as long as the process does is none of the collector's business."""

import gc


def settle() -> None:
    """All that is there stays: to walk through it again in the middle of somebody's answer took 180 ms with a million postings."""
    gc.collect()
    gc.freeze()
