"""Columns on disk, so that a start need not read the whole board: one file, written whole or not at all."""

import json
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from pyroaring import BitMap

from jobboard.domain.postings.terms import Encounter, FeeSide
from jobboard.domain.postings.tools import slug_of_tool
from jobboard.search.index.columns import KEYS, SINGLE, Columns
from jobboard.search.index.whole_file import whole_file

log = logging.getLogger(__name__)

LAYOUT = 11
SHARE = "share"


Frozen = dict[str, Any]


def frozen(columns: Columns) -> Frozen:
    """A copy of the columns, by the names of their entries in the file, that no later change touches. Who searches meanwhile may
    ask for a value that nobody holds, and so add it."""
    bitmaps = {json.dumps([name]): getattr(columns, name) for name in SINGLE}
    for name, values in list(columns.sets.items()):
        bitmaps |= {json.dumps([name, value]): held for value, held in list(values.items())}
    for family, shares in list(columns.shares.items()):
        bitmaps |= {json.dumps([SHARE, [family, share]]): held for share, held in list(shares.items())}
    entries: Frozen = {f"key {name}": columns.keys[name].copy() for name in KEYS}
    entries |= {"ids": columns.ids.copy(), "names": np.array(json.dumps(columns.names))}
    return entries | {
        f"held {name}": np.frombuffer(held.serialize(), dtype=np.uint8) for name, held in bitmaps.items()
    }


def write(entries: Frozen, seen: int, names_of: str, file: Path) -> None:
    """Keep the columns as of change `seen`."""
    with whole_file(file) as out:
        np.savez(out, about=np.array([LAYOUT, seen]), names_of=np.array(names_of), **entries)


def read(file: Path, names_of: str, ancestors: Callable[[int], Iterable[int]]) -> tuple[Columns, int] | None:
    """The columns and the change they stand at; None when there are none, or none that fit the names loaded then."""
    try:
        with file.open("rb") as raw, np.load(raw, allow_pickle=False) as kept:
            layout, seen = (int(value) for value in kept["about"])
            if layout != LAYOUT or str(kept["names_of"]) != names_of:
                return None
            return _columns(kept, ancestors), seen
    except FileNotFoundError:
        return None
    except Exception:  # what was cut off or scratched fails in a dozen ways
        log.warning("The columns on disk could not be read. They are made anew.")
        return None


def _columns(kept: Any, ancestors: Callable[[int], Iterable[int]]) -> Columns:
    columns = Columns(ancestors)
    columns.names = json.loads(str(kept["names"]))
    columns.ids = kept["ids"]
    columns.employers = {slug: place for place, slug in enumerate(columns.names)}
    for entry in kept.files:
        kind, _, name = entry.partition(" ")
        if kind == "key":
            columns.keys[name] = kept[entry]
        elif kind == "held":
            held, (group, *value) = BitMap.deserialize(kept[entry].tobytes()), json.loads(name)
            if group == SHARE:
                family, share = value[0]
                columns.shares[family][share] = held
            elif value:
                columns.sets[group][_value(group, value[0])] = held
            else:
                setattr(columns, group, held)
    for tool in columns.sets["spelled"]:
        columns.spellings[slug_of_tool(tool)].add(tool)
    return columns


def _value(group: str, value: Any) -> Any:
    if group == "cell":
        return FeeSide(value[0]), Encounter(value[1])
    return tuple(value) if group in ("point", "either") else value
