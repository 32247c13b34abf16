"""What a process costs, read from the system: memory in bytes, processor in seconds."""

import os
from pathlib import Path


def resident(pid: int, *, with_children: bool = False) -> int:
    """Memory in use; what several processes share is told once, in parts."""
    found = 0
    for one in [pid, *(children_of(pid) if with_children else [])]:
        lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        found += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return found


def children_of(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in told.split()]


def processor_of(pid: int, *, of_children: bool = False) -> float:
    """Of the process, or of its children that have ended."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    spent = told[13:15] if of_children else told[11:13]
    return sum(int(ticks) for ticks in spent) / os.sysconf("SC_CLK_TCK")
